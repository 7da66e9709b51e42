"""`ratiba test --update`: what came becomes what is expected."""

from collections.abc import Sequence
from pathlib import Path

from rich.text import Text

from engine.rehearsal.fixtures.read import where
from engine.rehearsal.playing.report import Fault, Played
from engine.rehearsal.playing.update import updated
from ratiba.terminal.out import console, emit
from ratiba.testing.found import Case


def update(cases: Sequence[Case], played: Sequence[Played]) -> list[Fault]:
    """Rewrite the expectations of the files in which one was not met; gives what was expected."""
    by_file: dict[Path, list[Played]] = {}
    for case, one in zip(cases, played, strict=True):
        by_file.setdefault(case.path, []).append(one)
    wrote = [ones for path, ones in by_file.items() if _rewritten(path, ones)]
    met = (one.faults for ones in wrote for one in ones if all(f.key for f in one.faults))
    return [fault for faults in met for fault in faults]


def tell_written(wrote: Sequence[Fault], *, json: bool) -> None:
    """Say of each expectation where it is, what it was and what it is now."""
    for one in wrote:
        if json:
            emit({"written": where(one.at), "key": one.key, "was": one.expected, "is": one.came})
        else:
            told = f" {one.key}: was {one.expected}, is now {one.came}."
            console().print(
                Text.assemble((f"Wrote {where(one.at)}:", "bold"), told), soft_wrap=True
            )


def _rewritten(path: Path, played: Sequence[Played]) -> bool:
    if not any(one.faults for one in played):
        return False
    text = path.read_text("utf-8")
    new = updated(text, played)
    if new != text:
        path.write_text(new, "utf-8")
    return new != text
