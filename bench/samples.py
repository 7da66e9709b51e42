"""CPU times, and what is told of many of them."""

from collections.abc import Callable, Sequence
from statistics import median
from time import process_time_ns

_MS = 1_000_000


def cpu_ms(work: Callable[[], object]) -> float:
    """Milliseconds of this process's CPU that some work takes: other processes do not count."""
    began = process_time_ns()
    work()
    return (process_time_ns() - began) / _MS


def percentile(samples: Sequence[float], share: float) -> float:
    """The sample that `share` of all (0 to 1) do not exceed."""
    ranked = sorted(samples)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def middles(rounds: Sequence[Sequence[float]]) -> list[float]:
    """Of rounds over the same things, the median of each thing: a hiccup of one round is gone."""
    return [median(samples) for samples in zip(*rounds, strict=True)]
