"""A problem of a file, as a line that editors make clickable; below it the conversation."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from rich.text import Text

from engine.document.line import Line
from engine.document.problem import Problem

COLOURS = {"customer": "green", "ratiba": "cyan", "world": "bright_black"}
NAMES = {"customer": "Customer", "ratiba": "Ratiba", "world": ""}
INDENT = 11
SHOWN = ("sort", "conversation")
"""What only those problems have that a conversation shows."""


def lines_of(problem: Problem) -> Iterator[Text]:
    """Yield the problem, then what the customer and Ratiba say until it shows."""
    yield line_of(problem)
    yield from map(_said, problem.conversation)


def line_of(problem: Problem) -> Text:
    """`file:line: key: fault. remedy.`, each part in its colour."""
    key = f" {problem.key}:" if problem.key else ""
    stop = "" if problem.remedy.endswith("...") else "."
    remedy = f" {problem.remedy}{stop}" if problem.remedy else ""
    where = (f"{problem.file}:{problem.line}:", "bold")
    return Text.assemble(where, (key, "cyan"), f" {problem.fault}.", (remedy, "green"))


def record_of(problem: Problem) -> Mapping[str, object]:
    """The same for programs; without a conversation where none shows it."""
    told = asdict(problem)
    return {key: value for key, value in told.items() if value or key not in SHOWN}


def _said(line: Line) -> Text:
    name, colour = NAMES[line.who], COLOURS[line.who]
    head = (f"{name + ':' if name else '':>{INDENT}} ", f"bold {colour}")
    words = " ".join(line.words.split())
    return Text.assemble(head, (words, colour if line.who == "world" else ""))
