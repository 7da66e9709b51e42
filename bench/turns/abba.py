"""Block against block in one process, there and back: what drifts meets all sides alike."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from bench.rig.meter import MS, Meter, Reading
from bench.rig.side import SAID, Side

WARM = 2
"""Blocks of each side before anything counts: statements are prepared, caches filled."""


@dataclass(frozen=True, slots=True)
class Course:
    """What came of one side: a reading of each pair of its blocks.

    Attributes:
        turns: of a reading.
    """

    readings: tuple[Reading, ...]
    turns: int

    @property
    def cpu_ms(self) -> float:
        """CPU milliseconds of a turn, of everybody who works for it."""
        return median(one.cpu_ms for one in self.readings) / self.turns

    @property
    def client_ms(self) -> float:
        """Of them, those of the process that takes the turn."""
        return median(one.client for one in self.readings) / MS / self.turns

    def store_ms(self, at: int) -> float:
        """Of them, those of a store: 0 is Postgres, 1 is Valkey."""
        return median(one.stores[at] for one in self.readings) / MS / self.turns

    @property
    def wall_ms(self) -> float:
        """Milliseconds by the wall for each turn, several under way at once."""
        return median(one.wall for one in self.readings) / MS / self.turns

    def times(self, other: "Course") -> float:
        """How many times as much CPU this one takes as another: the median of pairs."""
        pairs = zip(self.readings, other.readings, strict=True)
        return median(mine.cpu_ms / theirs.cpu_ms for mine, theirs in pairs)


async def run(
    sides: Sequence[Side], meter: Meter, *, pairs: int, customers: int, told: Callable[[str], None]
) -> Mapping[str, Course]:
    """Measure; by the sides' names.

    Args:
        sides: opened; each pair goes through them forth and back.
        meter: whose clocks are read.
        pairs: how often.
        customers: who book in a block.
        told: how far it has come.
    """
    for side in (*sides, *sides)[: WARM * len(sides)]:
        await side.block(customers, meter)
    readings: dict[str, list[Reading]] = {side.name: [] for side in sides}
    for pair in range(pairs):
        told(f"pair {pair + 1} of {pairs}")
        blocks = [
            (side.name, await side.block(customers, meter)) for side in (*sides, *sides[::-1])
        ]
        for side in sides:
            first, second = (reading for name, reading in blocks if name == side.name)
            readings[side.name].append(first + second)
    turns = 2 * customers * len(SAID)
    return {name: Course(tuple(found), turns) for name, found in readings.items()}
