"""Hears hostile texts and tells what broke, and what took longest."""

from collections.abc import Sequence
from typing import NamedTuple

from bench.hostile.texts import texts
from bench.listener import Listener, listener
from bench.samples import cpu_ms, percentile
from ratiba.terminal.out import console
from ratiba.terminal.progress import Progress
from ratiba.terminal.tables import table

COUNT, SEED = 100_000, 1
MOST_MS = 50.0
"""CPU that one text may take."""
_AGAIN = 3
"""A text that took too long is heard so often more: the least counts, not a hiccup."""
_EVERY = 1_000
_SHOWN = 40
"""Characters of a text that are told."""
_WORST = 5


class Outcome(NamedTuple):
    """What became of a text; `error` is what it raised, and nothing if all is well."""

    ms: float
    text: str
    error: str = ""


def main(count: int = COUNT, seed: int = SEED) -> int:
    """Hear `count` texts; 1 if one of them raised anything or took more than `MOST_MS`."""
    outcomes = heard(listener(), count, seed)
    bad = [one for one in outcomes if one.error or one.ms > MOST_MS]
    times = [one.ms for one in outcomes]
    shares = [f"{percentile(times, share):.2f}" for share in (0.50, 0.99, 1.0)]
    columns = ["texts", "broke or too slow", "p50 ms", "p99 ms", "most ms"]
    console().print(table(columns, [[f"{count:,}", len(bad), *shares]], console().width))
    worst = sorted(bad or outcomes, reverse=True)[:_WORST]
    rows = [[f"{one.ms:.2f}", one.text, one.error] for one in worst]
    console().print(table(["ms", "slowest", "raised"], rows, console().width))
    return 1 if bad else 0


def heard(ours: Listener, count: int, seed: int) -> Sequence[Outcome]:
    """What became of each of `count` texts."""
    ours.hear("hello")
    outcomes = []
    with Progress() as progress:
        for at, text in enumerate(texts(count, seed)):
            if at % _EVERY == 0:
                progress.again(f"{at:,} of {count:,}")
            outcomes.append(_outcome(ours, text))
    return outcomes


def _outcome(ours: Listener, text: str) -> Outcome:
    def hear() -> object:
        return ours.hear(text)

    shown = ascii(text[:_SHOWN])
    try:
        took = cpu_ms(hear)
        if took > MOST_MS:
            took = min(cpu_ms(hear) for _ in range(_AGAIN))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return Outcome(0.0, shown, repr(error))
    return Outcome(took, shown)
