"""The data folder of Postgres.

Made once, and set aside when the programs move to another major version: it is a folder for work.
"""

import itertools
import shutil
from pathlib import Path

from ratiba.local.account import Account, make_folder, require_name
from ratiba.local.paths import Places, give
from ratiba.local.problem import GIVE_POSTGRES, LocalStoreError

READY = "ready"  # written after initdb: a folder without it is half made
SETTINGS_FILE = "ratiba.conf"
LOG_MAX_BYTES = 5_000_000
# Settings live in a file, since `pg_ctl -o` passes them through a shell.
SETTINGS = """\
listen_addresses = ''
unix_socket_directories = '{run}'
unix_socket_permissions = 0700
port = 5432
timezone = 'UTC'
log_timezone = 'UTC'
max_connections = 200
max_wal_size = '256MB'
fsync = {durable}
synchronous_commit = {durable}
full_page_writes = {durable}
"""


def prepare(account: Account, places: Places, *, durable: bool) -> None:
    """Make the data folder ready to be started: of the programs' major version, with our settings.

    Raises:
        LocalStoreError: `no_account`, `initdb_failed`, `postgres_unusable`.
    """
    _set_other_major_aside(account)
    if not (account.data / READY).exists():
        require_name(account)
        _make(account, durable=durable)
    write_settings(account, places, durable=durable)
    _trim_log(account.data / "log")


def write_settings(account: Account, places: Places, *, durable: bool) -> None:
    """Write the settings file, for the next start or reload."""
    run = str(places.run).replace("'", "''")
    path = account.data / SETTINGS_FILE
    path.write_text(SETTINGS.format(run=run, durable="on" if durable else "off"), encoding="utf-8")
    give(path, account.uid)


def write_to_disk(account: Account) -> None:
    """Have what was written without fsync so far reach the disk; the server may run."""
    account.run(account.programs.postgres / "initdb", "--sync-only", "-D", account.data)


def is_durable(data: Path) -> bool:
    """Whether the settings ask for data that survive a power cut."""
    return "fsync = on" in (data / SETTINGS_FILE).read_text(encoding="utf-8")


def _set_other_major_aside(account: Account) -> None:
    try:
        have = (account.data / "PG_VERSION").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return
    if have != _major(account):
        names = (f"pg.old-{have}-{number}" for number in itertools.count(1))
        account.data.rename(next(p for p in map(account.data.with_name, names) if not p.exists()))


def _major(account: Account) -> str:
    said = account.run(
        account.programs.postgres / "postgres", "-V"
    ).stdout  # "postgres (PostgreSQL) 18.6"
    if not said:
        raise LocalStoreError(
            "postgres_unusable", "The embedded Postgres does not run on this machine", GIVE_POSTGRES
        )
    return said.split()[-1].split(".")[0]


def _make(account: Account, *, durable: bool) -> None:
    shutil.rmtree(account.data, ignore_errors=True)
    make_folder(account, account.data)
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions"]
    options += ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options += [] if durable else ["--no-sync"]
    result = account.run(account.programs.postgres / "initdb", "-D", account.data, *options)
    if result.returncode:
        said = " ".join((result.stderr or result.stdout).split())
        raise LocalStoreError("initdb_failed", f"initdb failed: {said[-300:]}", GIVE_POSTGRES)
    with (account.data / "postgresql.conf").open("a", encoding="utf-8") as conf:
        conf.write(f"include '{SETTINGS_FILE}'\n")
    ready = account.data / READY
    ready.touch()
    give(ready, account.uid)


def _trim_log(log: Path) -> None:
    if log.exists() and log.stat().st_size > LOG_MAX_BYTES:
        log.unlink()
