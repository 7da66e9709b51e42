"""`converse`: a program of others is the customer, and learns what came of each act."""

import asyncio
import sys
from collections.abc import Iterable

from engine.settings import Settings
from ratiba import loop
from ratiba.conversing.desk import Desk
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import emit
from ratiba.terminal.progress import Progress
from ratiba.testing.throwaway import throwaway


def run() -> int:
    """Answer each line with one line, until there are no more.

    Raises:
        RatibaError: no store can be had.
    """
    with Progress(quiet=True) as progress, own_machine(progress, rehearsal=True) as settings:
        start_logs(settings, quiet="error")
        with throwaway(settings.database_url) as url:
            _answer(sys.stdin, settings.model_copy(update={"database_url": url}))
    return GOOD


def _answer(lines: Iterable[str], settings: Settings) -> None:
    """Between two lines the loop rests: a driver reads and thinks in its own time."""
    loop.collect_again()
    with loop.unwrapped(), asyncio.Runner() as runner:
        desk = Desk(settings)
        try:
            for line in lines:
                if line.strip():
                    emit(runner.run(desk.answer(line)))
        finally:
            runner.run(desk.close())
