"""Stores of the rig's own, which it may stop, kill and empty: nobody else's are touched."""

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import psycopg
import redis

from migrations.run import upgrade
from ratiba.local import postgres, processes, valkey
from ratiba.local.account import Account, find_account
from ratiba.local.database import create_if_missing
from ratiba.local.paths import Places, give, make_home, make_run_folder

DATABASE = "chaos"


@dataclass(frozen=True, slots=True)
class Ground:
    """One Postgres with commits that survive, one Valkey, and the file that moves the clock."""

    places: Places
    account: Account

    @property
    def database_url(self) -> str:
        return postgres.url(self.places, DATABASE)

    @property
    def redis_url(self) -> str:
        return valkey.url(self.places)

    @property
    def clock_file(self) -> Path:
        return self.places.home / "clock-offset"

    def start_postgres(self) -> None:
        postgres.start(self.places, self.account, durable=True)

    def stop_postgres(self) -> None:
        """The fast way: clients are cut off."""
        self._signal_postgres(signal.SIGINT)

    def kill_postgres(self) -> None:
        """At once, as a power cut does; the next start replays the log."""
        self._signal_postgres(signal.SIGQUIT)

    def start_valkey(self) -> None:
        valkey.start(self.places, self.account)

    def kill_valkey(self) -> None:
        processes.end(processes.of_valkey(self.places.valkey_socket), signal.SIGKILL)
        self.places.valkey_socket.unlink(missing_ok=True)

    def flush_valkey(self) -> None:
        """Forget everything."""
        with redis.from_url(self.redis_url) as client:
            client.flushall()

    def kill_a_backend(self) -> int:
        """Cut a client's session off in whatever it is doing; returns how many it were."""
        with psycopg.connect(self.database_url, autocommit=True) as session:
            row = session.execute(
                "SELECT count(pg_terminate_backend(pid)) FROM (SELECT pid FROM pg_stat_activity"
                " WHERE datname = %s AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1) one",
                [DATABASE],
            ).fetchone()
        return int(row[0]) if row else 0

    def _signal_postgres(self, how: signal.Signals) -> None:
        data = self.account.data
        pid_file = data / postgres.PID_FILE
        pid = int(pid_file.read_text(encoding="utf-8").splitlines()[0])
        masters = [one for one in processes.of_postgres(data) if one.pid == pid]
        for master in masters:
            master.send_signal(how)
        processes.wait_until(lambda: not processes.of_postgres(data), 30)


@contextmanager
def ground() -> Iterator[Ground]:
    """Both stores, running and migrated; all of it is gone with the block."""
    home = Path(mkdtemp(prefix="ratiba-chaos-"))
    run = Path(mkdtemp(prefix="ratiba-chaos-run-"))
    run.rmdir()
    home.chmod(0o755)
    places = Places(home, run, Path("/var/lib/ratiba") / home.name)
    make_home(places)
    account = find_account(places)
    give(home, account.uid)
    make_run_folder(places, account.uid)
    mine = Ground(places, account)
    try:
        mine.start_postgres()
        mine.start_valkey()
        create_if_missing(postgres.url(places, "postgres"), DATABASE)
        upgrade(mine.database_url)
        yield mine
    finally:
        valkey.stop(places)
        postgres.stop(places)
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(places.neutral, ignore_errors=True)
