"""What a check found, for people and for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rich.text import Text

from engine.proof.result import Fault, Line
from engine.spec.document.problem import Problem
from ratiba.checking.proofs import problem
from ratiba.checking.verdict import Checked
from ratiba.terminal.out import console, emit

COLOURS = {"customer": "green", "ratiba": "cyan", "world": "bright_black"}
NAMES = {"customer": "Customer", "ratiba": "Ratiba", "world": ""}
INDENT = 11


def to_programs(found: Checked, tools: int, ms: float) -> None:
    """One JSON object a line: problems, warnings, faults with their conversations, a summary."""
    for one in found.report.problems:
        emit(asdict(one))
    for one in found.report.warnings:
        emit({**asdict(one), "warning": True})
    for fault in found.faults:
        emit({**asdict(problem(fault)), "sort": fault.sort, "conversation": _lines(fault)})
    emit(
        {
            "problems": found.problems,
            **asdict(found.report.counts),
            "tools": tools,
            "situations": found.situations,
            "ms": round(ms, 1),
            "prove_ms": round(found.prove_ms, 1),
        }
    )


def _lines(fault: Fault) -> list[dict[str, str]]:
    return [asdict(line) for line in fault.conversation]


def to_people(found: Checked, tools: int, ms: float) -> None:
    """Each problem in its line; below a fault of a conversation, the conversation."""
    out = console()
    for one in found.report.problems:
        out.print(_line(one), soft_wrap=True)
    for one in found.report.warnings:
        out.print(Text("warning: ", "yellow").append_text(_line(one)), soft_wrap=True)
    for fault in found.faults:
        out.print(_line(problem(fault)), soft_wrap=True)
        for text in _conversation(fault.conversation):
            out.print(text, soft_wrap=True)
    out.print(
        Text.assemble(_verdict(found.problems), f" in {_looked(found, tools, ms)}"), soft_wrap=True
    )


def _conversation(lines: Sequence[Line]) -> Iterable[Text]:
    for line in lines:
        name = NAMES[line.who]
        words = " ".join(line.words.split())
        head = (f"{name + ':' if name else '':>{INDENT}} ", f"bold {COLOURS[line.who]}")
        yield Text.assemble(head, (words, COLOURS[line.who] if line.who == "world" else ""))


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


def _line(one: Problem) -> Text:
    key = f" {one.key}:" if one.key else ""
    remedy = f" {one.remedy}." if one.remedy else ""
    where = (f"{one.file}:{one.line}:", "bold")
    return Text.assemble(where, (key, "cyan"), f" {one.fault}.", (remedy, "green"))
