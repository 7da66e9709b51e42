"""`ratiba test --update`: what came becomes what is expected."""

from collections.abc import Sequence
from pathlib import Path

from engine.rehearsal.playing.report import Played
from engine.rehearsal.playing.update import updated
from ratiba.testing.found import Case


def update(cases: Sequence[Case], played: Sequence[Played]) -> list[Path]:
    """Rewrite the expectations of the files in which one was not met; gives those files."""
    by_file: dict[Path, list[Played]] = {}
    for case, one in zip(cases, played, strict=True):
        by_file.setdefault(case.path, []).append(one)
    return [path for path, ones in by_file.items() if _rewritten(path, ones)]


def _rewritten(path: Path, played: Sequence[Played]) -> bool:
    if not any(one.faults for one in played):
        return False
    text = path.read_text("utf-8")
    new = updated(text, played)
    if new != text:
        path.write_text(new, "utf-8")
    return new != text
