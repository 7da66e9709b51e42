"""Other processes that use the stores, and a look at what runs."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from ratiba.local import processes
from ratiba.local.paths import Places, find_places

ROOT = Path(__file__).parents[2]
WITHIN_S = 60
# For another interpreter than that of the .venv.
PYTHONPATH = os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")])


class Holder:
    """A process that holds the stores; it is up once `said` is there."""

    def __init__(self, *, python: str = sys.executable, user: int | None = None) -> None:
        self.process = subprocess.Popen(
            [python, "-m", "tests.local.holder"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": PYTHONPATH},
            user=user,
            group=user,
            extra_groups=None if user is None else [],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self._said: dict[str, Any] | None = None

    @property
    def said(self) -> dict[str, Any]:
        """Its line; waits for it."""
        if self._said is None:
            assert self.process.stdout is not None
            self._said = json.loads(self.process.stdout.readline() or b'{"error": "it died"}')
        return self._said

    def leave(self) -> int:
        """Let it end as it should; returns its exit code."""
        self.process.communicate(timeout=WITHIN_S)
        return self.process.returncode

    def end(self, signal: int) -> int:
        """Signal it and wait for its output to close, which a server must not keep open."""
        self.process.send_signal(signal)
        return self.leave()


@contextmanager
def folder(mode: int = 0o755) -> Iterator[Path]:
    """A folder under /tmp; pytest's own cannot be reached by other accounts."""
    path = Path(tempfile.mkdtemp(prefix="ratiba test's ", dir="/tmp"))
    path.chmod(mode)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def down(verb: str = "down") -> None:
    """Run `python -m ratiba.local down`."""
    subprocess.run([sys.executable, "-m", "ratiba.local", verb], cwd=ROOT, check=True)


def data_folder(places: Places) -> Path:
    """The data folder of a Postgres that is up."""
    lock = places.postgres_socket.with_name(f"{places.postgres_socket.name}.lock")
    return Path(lock.read_text().splitlines()[1])


def postmaster(places: Places) -> int:
    """The pid of a Postgres that is up."""
    return int((data_folder(places) / "postmaster.pid").read_text().splitlines()[0])


def running(data: Path) -> list[int]:
    """Pids of all that runs for these data and for the sockets of the current home."""
    servers = processes.of_postgres(data) + processes.of_valkey(find_places().valkey_socket)
    return [process.pid for process in servers]


def ask(url: str, question: str) -> object:
    """The first value that Postgres answers."""
    with psycopg.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
        return row[0] if row else None


def do(url: str, *statements: str) -> None:
    """Run and commit."""
    with psycopg.connect(url) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def as_root() -> bool:
    return os.geteuid() == 0
