"""What a check found, for people and for programs."""

from collections.abc import Sequence
from dataclasses import asdict

from rich.text import Text

from engine.document.listing import VERTICALS
from ratiba.checking.verdict import Checked
from ratiba.terminal.out import console, emit
from ratiba.terminal.problems import line_of, lines_of, record_of


def to_programs(found: Checked, tools: int, ms: float) -> None:
    """One JSON object a line: problems with their conversations, warnings, a summary."""
    for one in found.problems:
        emit(record_of(one))
    for one in found.report.warnings:
        emit({**record_of(one), "warning": True})
    emit(
        {
            "problems": len(found.problems),
            **asdict(found.report.counts),
            "tools": tools,
            "situations": found.situations,
            "ms": round(ms, 1),
            "prove_ms": round(found.prove_ms, 1),
            **({"unproved": list(found.unproved)} if found.unproved else {}),
        }
    )


def to_people(found: Checked, tools: int, ms: float) -> None:
    """Each problem in its line; below a fault of a conversation, the conversation."""
    out = console()
    for one in found.problems:
        for text in lines_of(one):
            out.print(text, soft_wrap=True)
    for one in found.report.warnings:
        out.print(Text("warning: ", "yellow").append_text(line_of(one)), soft_wrap=True)
    if found.unproved:
        out.print(Text(_waiting(found.unproved), "yellow"), soft_wrap=True)
    verdict = _verdict(len(found.problems))
    out.print(Text.assemble(verdict, f" in {_looked(found, tools, ms)}"), soft_wrap=True)


def _waiting(unproved: Sequence[str]) -> str:
    names = ", ".join(name.removeprefix(f"{VERTICALS}/") for name in unproved)
    return f"Not proved yet, as they stand on what is at fault: {names}. Mend it and check again."


def _verdict(problems: int) -> tuple[str, str]:
    if problems:
        return f"{problems} problem{'s' * (problems > 1)}", "bold red"
    return "No problem", "green"


def _looked(found: Checked, tools: int, ms: float) -> str:
    counts = found.report.counts
    proved = f"{found.situations} situations, " if found.situations else ""
    return (
        f"{counts.files} files: {counts.flows} flows, {counts.steps} steps, "
        f"{counts.phrases} phrases, {counts.verticals} verticals, {proved}{tools} tools; "
        f"{ms:.0f} ms"
    )
