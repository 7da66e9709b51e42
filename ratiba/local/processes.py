"""Processes of the two servers: found by what they hold, never by a stored pid alone."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import psutil
from psutil import Process

GONE_WITHIN_S = 5.0
POLL_S = 0.005

__all__ = ["Process", "end", "of_postgres", "of_valkey", "wait_until"]


def of_postgres(data: Path) -> list[Process]:
    """Living processes of Postgres on this data folder, with or without their postmaster."""
    return [process for process in _living() if _works_on(process, data)]


def of_valkey(socket: Path) -> list[Process]:
    """Living Valkey servers that were started on this socket; they must have kept their argv."""
    mark = ["--unixsocket", str(socket)]
    return [process for process in _living() if _argv(process)[3:5] == mark]


def end(processes: Sequence[Process], signal: int) -> None:
    """Signal them and wait until they are gone, `GONE_WITHIN_S` at most."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.send_signal(signal)
    wait_until(lambda: all(_is_gone(process) for process in processes), GONE_WITHIN_S)


def wait_until(done: Callable[[], bool], within_s: float) -> bool:
    """Poll until `done()`; False when `within_s` seconds have passed without it."""
    until = time.monotonic() + within_s
    while not done():
        if time.monotonic() > until:
            return False
        time.sleep(POLL_S)  # noqa: TID251 (neither server offers an event to wait for)
    return True


def _living() -> list[Process]:
    # A zombie is dead: the first process of a container may never reap it.
    return [
        process
        for process in psutil.process_iter(["status", "cmdline"])
        if process.info["status"] != psutil.STATUS_ZOMBIE
    ]


def _is_gone(process: Process) -> bool:
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def _argv(process: Process) -> list[str]:
    argv: list[str] | None = process.info["cmdline"]
    return argv or []


def _works_on(process: Process, data: Path) -> bool:
    argv = _argv(process)
    if not argv or "postgres" not in argv[0]:
        return False
    # A deleted folder is named by argv alone, a moved one by the working folder alone.
    if argv[1:3] == ["-D", str(data)]:
        return True
    try:
        return process.cwd() == str(data)
    except psutil.Error:
        return False
