"""How it is told what a model did for sets: its calls and their cost, beside rules alone."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from ratiba.evaluating.asked import asked, moved
from ratiba.evaluating.report import Report
from ratiba.terminal.out import console
from ratiba.terminal.tables import table

COLUMNS = ("model", "calls", "unanswered", "read", "cached", "answered", "USD")
"""Tokens read, those of them from a cache, and tokens answered."""


def by_model(reports: Sequence[Report]) -> None:
    """Draw what was asked of a model for each set, and what that changed; nothing without one."""
    with_one = [one for one in reports if one.alone]
    if not with_one:
        return
    out = console()
    out.print()
    out.print(table(COLUMNS, list(map(_row, with_one)), out.width))
    for one in with_one:
        out.print(Text(f"{one.name}: {_told(one)}"), soft_wrap=True)


def record(report: Report) -> Mapping[str, object]:
    """The same of one set for programs; of rules alone nothing."""
    if report.alone is None:
        return {}
    found = asked(report.scored)
    told = {
        "calls": found.calls,
        "unanswered": found.unanswered,
        "came": dict(found.came),
        "tokens_in": found.tokens_in,
        "tokens_cached": found.tokens_cached,
        "tokens_out": found.tokens_out,
        "cost_usd": round(found.cost_usd, 6),
        "moved": [[was.value, now.value, n] for was, now, n in moved(report.scored)],
    }
    return {"model": told}


def _row(report: Report) -> tuple[object, ...]:
    found = asked(report.scored)
    tokens = (found.tokens_in, found.tokens_cached, found.tokens_out)
    why = ", ".join(f"{n} {came}" for came, n in found.came.items() if came != "ok")
    unanswered = f"{found.unanswered} ({why})" if why else "0"
    counts = (f"{one:,}" for one in tokens)
    return report.name, found.calls, unanswered, *counts, f"{found.cost_usd:.4f}"


def _told(report: Report) -> str:
    changed = [f"{n} {was} -> {now}" for was, now, n in moved(report.scored)]
    if not changed:
        return "the model changes nothing"
    return f"by the model {', '.join(changed)}"
