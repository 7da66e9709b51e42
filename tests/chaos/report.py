"""What a run found, for the terminal and for `docs/chaos.md`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from rich.table import Table

from tests.chaos.counters import Counters
from tests.chaos.run import Outcome

PAGE = Path(__file__).parents[2] / "docs" / "chaos.md"
NAMES = tuple(one.name for one in fields(Counters))
HEAD = """\
# What the product was put through

Written by `make chaos`: one API and {workers} workers, a Postgres, a Valkey and providers that are
killed, frozen, cut off, flushed and made to misbehave while customers book and pay. After each
scenario ten counters are read from the rows and from the providers' books. All are to be 0; a reply
may come twice (`dup_out`) once for each process, session or server that died between a send and its
mark. What the counters mean: `tests/chaos/counters.py`.
"""


def table(found: Sequence[Outcome]) -> Table:
    """A row for each scenario; what is beyond what is allowed is red."""
    shown = Table(title="What was broken, by scenario")
    for name in ("group", "scenario", "done to it", "seen"):
        shown.add_column(name, overflow="fold")
    for name in NAMES:
        shown.add_column(name.replace("_", "_\n"), justify="right")
    for outcome in found:
        counts = (
            f"[red]{number}[/]" if name in outcome.broken else str(number)
            for name, number in zip(NAMES, astuple(outcome.counters), strict=True)
        )
        shown.add_row(*_words(outcome), *counts)
    return shown


def write(found: Sequence[Outcome], workers: int, path: Path = PAGE) -> None:
    """Write the page: the table, and the sums of what was done."""
    path.write_text("\n".join(_page(found, workers)) + "\n", "utf-8")


def _page(found: Sequence[Outcome], workers: int) -> Iterator[str]:
    yield HEAD.format(workers=workers)
    yield f"| group | scenario | done to it | seen | {' | '.join(NAMES)} |"
    yield "|---|---|---|---|" + "---:|" * len(NAMES)
    for outcome in found:
        numbers = " | ".join(map(str, astuple(outcome.counters)))
        yield f"| {' | '.join(_words(outcome))} | {numbers} |"
    done: Counter[str] = Counter()
    for outcome in found:
        done.update(outcome.violence)
    sums = ", ".join(f"{number:,} {what}" for what, number in done.most_common())
    yield f"\nIn all: {len(found)} scenarios; {sums}."


def _words(outcome: Outcome) -> tuple[str, str, str, str]:
    done = ", ".join(f"{number} {what}" for what, number in outcome.violence.items())
    return outcome.scenario.group, outcome.scenario.name, done, outcome.seen
