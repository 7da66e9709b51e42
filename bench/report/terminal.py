"""Findings on the terminal, and as JSON."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from bench.figures import Figure, Findings
from ratiba.terminal.out import console, emit
from ratiba.terminal.tables import table

COLUMNS = ("figure", "value", "target", "gate", "")


def show(findings: Findings) -> None:
    """Print the tables of a part, and its figures beside their bars."""
    for one in findings.tables:
        console().print(f"\n[bold]{one.title}[/bold]")
        console().print(table(one.columns, one.rows, console().width))
    if findings.figures:
        console().print()
        console().print(table(COLUMNS, list(rows(findings.figures)), console().width))


def show_json(findings: Findings) -> None:
    """Print a part as one JSON object."""
    emit(as_json(findings))


def as_json(findings: Findings) -> dict[str, object]:
    """A part as JSON, with each figure's verdict."""
    figures = [asdict(one) | {"verdict": one.verdict} for one in findings.figures]
    return asdict(findings) | {"figures": figures}


def rows(figures: Sequence[Figure]) -> Iterator[tuple[str, ...]]:
    """Figures as the rows of a table."""
    for one in figures:
        bar = one.bar
        target, gate = (bar.shown(bar.target), bar.shown(bar.gate)) if bar else ("", "")
        yield one.name, f"{one.value:.2f} {one.unit}", target, gate, one.verdict
