"""Both sides in one process, block against block; then a table."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from bench.listener import Listener, listener
from bench.said import SAID
from bench.samples import cpu_ms, middles, percentile
from bench.understanding.memory import Weight, weighed
from bench.understanding.yardstick import bare_turn
from engine.nlu.tokens import key
from engine.nlu.typos import mended, resembles_day
from ratiba.terminal.out import console
from ratiba.terminal.tables import table

PAIRS = 10
MOST = {"half of them": 80.0, "all but a hundredth": 250.0}
"""Bare turns that an utterance may cost: about a millisecond, and three, where one takes 12 us."""
_HALF, _NEARLY_ALL = 0.50, 0.99


class Cost(NamedTuple):
    """CPU milliseconds of one utterance.

    Attributes:
        first: words that nobody has said since the process began.
        again: words heard before.
        bare: a turn that understands nothing.
    """

    first: list[float]
    again: list[float]
    bare: float


def main() -> int:
    """Measure and print; 1 if an utterance costs more bare turns than it may."""
    ours = listener()
    ours.hear("hello")
    cost = measure(ours, PAIRS)
    console().print(table(*_times(cost), console().width))
    console().print(table(*_memory(weighed()), console().width))
    over = [name for name, turns in _turns(cost).items() if turns > MOST[name]]
    for name in over:
        console().print(f"Too slow: {name} take more than {MOST[name]:.0f} bare turns.")
    return 1 if over else 0


def measure(ours: Listener, pairs: int) -> Cost:
    """Hear everything `pairs` times, each time beside as many bare turns, by turns first."""
    first: list[list[float]] = []
    again: list[list[float]] = []
    bare: list[list[float]] = []
    turn = bare_turn()
    for pair in range(pairs):
        _forget()
        first.append(_heard(ours))
        if pair % 2:
            bare.append(_turned(turn))
        again.append(_heard(ours))
        if not pair % 2:
            bare.append(_turned(turn))
    return Cost(middles(first), middles(again), percentile(middles(bare), _HALF))


def _forget() -> None:
    for cache in (key, mended, resembles_day):
        cache.cache_clear()


def _heard(ours: Listener) -> list[float]:
    return [cpu_ms(partial(ours.hear, text)) for text in SAID]


def _turned(turn: Callable[[], object]) -> list[float]:
    return [cpu_ms(turn) for _ in SAID]


def _turns(cost: Cost) -> dict[str, float]:
    """What an utterance costs in bare turns."""
    shares = zip(MOST, (_HALF, _NEARLY_ALL), strict=True)
    return {name: percentile(cost.first, share) / cost.bare for name, share in shares}


def _times(cost: Cost) -> tuple[list[str], list[list[str]]]:
    rows = [
        [name, *(f"{percentile(times, share):.3f}" for share in (_HALF, _NEARLY_ALL, 1.0)),
         *(f"{percentile(times, share) / cost.bare:.0f}" for share in (_HALF, _NEARLY_ALL))]
        for name, times in (("words never heard before", cost.first), ("heard before", cost.again))
    ]  # fmt: skip
    bare = ["a turn of json.loads and Jinja", f"{cost.bare:.3f}", "", "", "1", ""]
    columns = [
        f"one of {len(SAID)} utterances",
        "p50 ms",
        "p99 ms",
        "most ms",
        "p50 turns",
        "p99 turns",
    ]
    return columns, [*rows, bare]


def _memory(weight: Weight) -> tuple[list[str], list[list[str]]]:
    names = ("words of both languages, and their code", "names of a spa", "kept of what was heard")
    return ["memory", "KiB"], [[name, f"{kib:,}"] for name, kib in zip(names, weight, strict=True)]
