"""How scores are told: a table for people, one object a set for programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.text import Text

from engine.document.problem import Problem
from ratiba.evaluating import compared
from ratiba.evaluating.report import Figures, Report
from ratiba.evaluating.verdict import Scored, Verdict
from ratiba.terminal.out import console, emit
from ratiba.terminal.problems import line_of, record_of
from ratiba.terminal.tables import table

PAIRS = 8
"""Confusions that are told of a set."""
WORDS = 60
"""Characters of a customer's words in an example."""
COLOURS = {Verdict.ASKED: "yellow", Verdict.MISSED: "magenta", Verdict.WRONG: "bold red"}
COLUMNS = ("n", "right", "%", "asked", "missed", "wrong")
P50, P99 = 0.5, 0.99
ALONE = "  by rules alone"


def faults(problems: Sequence[Problem], *, json: bool) -> None:
    """Tell every record that cannot be read."""
    for problem in problems:
        if json:
            emit(record_of(problem))
        else:
            console().print(line_of(problem), soft_wrap=True)


def record(report: Report, worst: int) -> None:
    """Write one set as an object."""
    alone = {"by_rules": _shares(report.alone)} if report.alone else {}
    emit(
        {
            "set": report.name,
            "kind": report.kind,
            **_shares(report),
            "p50_ms": round(report.percentile(P50), 3),
            "p99_ms": round(report.percentile(P99), 3),
            "groups": {name: _counts(one) for name, one in report.groups()},
            "confusion": [list(pair) for pair in report.confusion(PAIRS)],
            "worst": [_example(one) for one in report.worst(worst)],
            **compared.record(report),
            **alone,
        }
    )


def _shares(report: Report) -> dict[str, float]:
    more = {name: round(value, 4) for name, value in report.more.items()}
    return {**_counts(report.whole), **more}


def _counts(found: Figures) -> dict[str, int]:
    return {"n": found.n} | {one.value: found.counts.get(one, 0) for one in Verdict}


def _example(one: Scored) -> dict[str, object]:
    told = one.judged
    return {"id": one.id, "at": one.at, "text": one.text, "verdict": told.verdict,
            "wanted": told.wanted, "came": told.came, "detail": told.detail}  # fmt: skip


def people(report: Report, worst: int) -> None:
    """Draw one set: its groups, what was taken for what, the worst examples."""
    out = console()
    out.print(Text(f"{report.name}, a set of {report.kind}", "bold"))
    rows = [(name, *_cells(one)) for name, one in report.groups()]
    out.print(table(("group", *COLUMNS), rows, out.width))
    pairs = report.confusion(PAIRS)
    if pairs:
        out.print(Text("\ntaken for", "bold"))
        for wanted, came, n in pairs:
            out.print(Text.assemble(f"  {n:>4} x {wanted} ", ("->", "bright_black"), f" {came}"))
    for line in _examples(report.worst(worst)):
        out.print(line, soft_wrap=True)
    out.print()


def _examples(worst: Sequence[Scored]) -> Iterator[Text]:
    if worst:
        yield Text("\nworst", "bold")
    for one in worst:
        told = one.judged
        said = one.text if len(one.text) <= WORDS else f"{one.text[: WORDS - 3]}..."
        head = (f"  {told.verdict:<7}", COLOURS.get(told.verdict, ""))
        yield Text.assemble(head, f"{said}", (f"  {told.wanted} -> {told.came}", "cyan"))
        detail = f"  {told.detail}" if told.detail else ""
        yield Text(f"         {one.at}{detail}", "bright_black")


def summary(reports: Sequence[Report], passed_over: Sequence[Path]) -> None:
    """Draw all sets, a row each, and name the files that are none."""
    out = console()
    rows = [row for one in reports for row in _rows(one)]
    out.print(table(("set", *COLUMNS, "p50 ms", "p99 ms"), rows, out.width))
    for one in reports:
        if one.more:
            out.print(Text(f"{one.name}: {_more(one)}"), soft_wrap=True)
        if one.alone and one.alone.more and one.alone.more != one.more:
            out.print(Text(f"{ALONE}: {_more(one.alone)}"), soft_wrap=True)
    compared.by_model(reports)
    if passed_over:
        names = ", ".join(path.name for path in passed_over)
        out.print(Text(f"Not scored, of no kind known here: {names}", "yellow"), soft_wrap=True)


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    """A set; below it, where a model was asked, what rules alone come to."""
    times = _ms(report.percentile(P50)), _ms(report.percentile(P99))
    yield report.name, *_cells(report.whole), *times
    if report.alone:
        yield ALONE, *_cells(report.alone.whole), "", ""


def _more(report: Report) -> str:
    return ", ".join(f"{name} {_figure(value)}" for name, value in report.more.items())


def _cells(found: Figures) -> tuple[object, ...]:
    counts = [found.counts.get(one, 0) for one in Verdict]
    return found.n, counts[0], f"{found.share(Verdict.RIGHT):.1%}", *counts[1:]


def _figure(value: float) -> str:
    """A share as one, anything beyond as it is: turns, for one."""
    return f"{value:.1%}" if value <= 1 else f"{value:.3g}"


def _ms(value: float) -> str:
    return f"{value:.2f}" if value < 100 else f"{value:.0f}"  # noqa: PLR2004 - as wide as both are
