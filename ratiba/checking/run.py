"""Every file that an operator writes, checked at once, and every conversation proved."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from engine.errors import InputError
from ratiba.checking.outcome import Check, Told
from ratiba.checking.places import ROOT, home
from ratiba.checking.trust import Record
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console
from ratiba.terminal.progress import Progress


def run(
    paths: tuple[Path, ...], *, json: bool, afresh: bool = False, record: Record = Record.USE
) -> int:
    """Print every problem and a summary.

    Args:
        paths: files and folders; none: everything that is shipped.
        json: for programs.
        afresh: nothing is taken for true that was found before.
        record: what is done with what was proved before the release was shipped.

    Raises:
        InputError: a path does not exist; or a part is to be recorded.
        DefinitionError: the tools themselves do not hold together.
    """
    for path in paths:
        if not path.exists():
            raise InputError("check.path", f"There is no {path}. Name a file or a folder.")
    if paths and record is not Record.USE:
        raise InputError("check.record", "All that is shipped has one record. Name no path.")
    began = perf_counter()
    check = Check(ROOT, home(), paths, afresh, record)
    looks_on = not json and console().is_terminal
    found = check.outcome(_in_place if looks_on else _in_a_log)
    ms = (perf_counter() - began) * 1000
    from ratiba.checking.telling import to_people, to_programs  # 40 ms

    tell = to_programs if json else to_people
    tell(found, found.tools, ms)
    return FINDINGS if found.problems else GOOD


@contextmanager
def _in_a_log() -> Iterator[Told]:
    """A line on stderr now and then, where a program reads on."""
    progress = Progress(quiet=True)
    yield lambda words: progress.again(f"proving {words}")


@contextmanager
def _in_place() -> Iterator[Told]:
    """A line that tells which flow is being proved, where a person looks on.

    It is drawn when it changes, by no thread: beside one no process may be forked (`exploring`).
    """
    from rich.live import Live

    with Live("Checking", console=console(), auto_refresh=False, transient=True) as line:
        yield lambda words: line.update(f"Proving {words}", refresh=True)
