"""Start and stop the embedded Postgres.

`pg_ctl` only launches it: where it waits, it looks every 100 ms; a start takes 25 and a stop 10.
"""

import shutil
import signal
import time
from pathlib import Path
from urllib.parse import quote

from ratiba.local import cluster, probe, processes
from ratiba.local.account import Account, find_account
from ratiba.local.paths import POSTGRES_SOCKET, Places
from ratiba.local.problem import LocalStoreError

READY_WITHIN_S = 60.0  # after a crash it first replays its log
STOP_WITHIN_S = 60.0
# After that time a launched server has a process, unless its start failed.
LAUNCH_S = 1.0
START_ATTEMPTS = 2  # the first may meet what a killed server has not let go of yet
PID_FILE = "postmaster.pid"


def url(places: Places, database: str) -> str:
    """The URL of a database on the embedded Postgres, for psycopg and SQLAlchemy alike.

    It names the port, since PGPORT of the caller's shell would leak in.
    """
    return f"postgresql://postgres@/{database}?host={quote(str(places.run))}&port=5432"


def is_up(places: Places) -> bool:
    """Whether Postgres answers, and its data folder was not deleted meanwhile."""
    data = _data_in_use(places)
    has_data = data is not None and (data / PID_FILE).exists()
    return has_data and probe.postgres_answers(places.postgres_socket)


def start(places: Places, account: Account, *, durable: bool) -> None:
    """Start Postgres; the caller holds the lock and has seen that it is not up.

    Raises:
        LocalStoreError: `postgres_start_failed`, and what `cluster.prepare` raises.
    """
    log = account.data / "log"
    control = account.programs.postgres / "pg_ctl"
    for _ in range(START_ATTEMPTS):
        _clear(places, account.data)
        cluster.prepare(account, places, durable=durable)
        account.run(control, "-D", account.data, "-W", "-l", log, "start", capture=False)
        if _becomes_ready(account.data) and probe.postgres_answers(places.postgres_socket):
            return
    fault = f"Postgres did not start: {_reason(log)}"
    raise LocalStoreError("postgres_start_failed", fault, f"See {log}, or set DATABASE_URL.")


def make_durable(places: Places) -> None:
    """Have a running Postgres, which tests may have started without fsync, survive a power cut."""
    data = _data_in_use(places)
    if data and not cluster.is_durable(data):
        account = find_account(places)
        cluster.write_settings(account, places, durable=True)
        for postmaster in _postmasters(data):
            postmaster.send_signal(signal.SIGHUP)
        cluster.write_to_disk(account)


def stop(places: Places) -> None:
    """Stop Postgres if it runs, cutting its clients off, and remove the folder of the sockets.

    Raises:
        LocalStoreError: `postgres_stop_failed`.
    """
    in_use = _data_in_use(places)
    for data in [in_use] if in_use else [places.home / "pg", places.neutral / "pg"]:
        _stop(places, data)
    shutil.rmtree(places.run, ignore_errors=True)


def _stop(places: Places, data: Path) -> None:
    for postmaster in _postmasters(data):
        postmaster.send_signal(signal.SIGINT)  # the fast way: clients are cut off, data are written
        if not processes.wait_until(lambda: not (data / PID_FILE).exists(), STOP_WITHIN_S):
            fault = "Postgres does not stop"
            raise LocalStoreError("postgres_stop_failed", fault, f"See {data / 'log'}.")
    _clear(places, data)


def _data_in_use(places: Places) -> Path | None:
    """The data folder that the socket's own lock file names: its second line."""
    lock = places.run / f"{POSTGRES_SOCKET}.lock"
    try:
        return Path(lock.read_text(encoding="utf-8").splitlines()[1])
    except (OSError, IndexError):
        return None


def _postmasters(data: Path) -> list[processes.Process]:
    """The postmaster that the pid file names, if it is one and works on these data."""
    try:
        pid = int((data / PID_FILE).read_text(encoding="utf-8").splitlines()[0])
    except (OSError, ValueError, IndexError):
        return []
    return [process for process in processes.of_postgres(data) if process.pid == pid]


def _clear(places: Places, data: Path) -> None:
    """End what still works on these data though it does not answer; remove what it left.

    The pid file of a killed Postgres may name a stranger by now, or a zombie, which Postgres takes
    for alive. A Postgres whose data or sockets were deleted answers nobody and never ends.
    """
    processes.end(processes.of_postgres(data), signal.SIGQUIT)
    lock = places.run / f"{POSTGRES_SOCKET}.lock"
    for stale in (data / PID_FILE, places.postgres_socket, lock):
        stale.unlink(missing_ok=True)


def _becomes_ready(data: Path) -> bool:
    look_again = time.monotonic() + LAUNCH_S
    failed = False

    def settled() -> bool:
        nonlocal look_again, failed
        if time.monotonic() > look_again:
            look_again += LAUNCH_S
            failed = not processes.of_postgres(data)
        return failed or _says_ready(data)

    return processes.wait_until(settled, READY_WITHIN_S) and not failed


def _says_ready(data: Path) -> bool:
    try:
        return (data / PID_FILE).read_text(encoding="utf-8").rstrip().endswith("ready")
    except FileNotFoundError:
        return False


def _reason(log: Path) -> str:
    try:
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "it left no log"
    fatal = (line for line in reversed(lines) if "FATAL" in line or "PANIC" in line)
    return next(fatal, "its log names no reason")
