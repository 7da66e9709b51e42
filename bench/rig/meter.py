"""CPU time of both ends: this process, and every process of the stores.

Waiting costs nothing here and other people's work does not count, so that ratios hold on a busy
machine. `schedstat` counts nanoseconds, where `stat` counts ticks of 10 ms.
"""

from dataclasses import dataclass
from pathlib import Path
from time import perf_counter_ns, process_time_ns

import psutil

MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Reading:
    """Nanoseconds: of this process's CPU, of each store's in order of the roots, by the wall."""

    client: int
    stores: tuple[int, ...]
    wall: int
    looked: int = 0
    """Of the client's CPU, what it then took to look at the stores: nobody's work."""

    def __sub__(self, before: "Reading") -> "Reading":
        stores = tuple(now - then for now, then in zip(self.stores, before.stores, strict=True))
        return Reading(self.client - before.client - before.looked, stores, self.wall - before.wall)

    def __add__(self, other: "Reading") -> "Reading":
        stores = tuple(map(sum, zip(self.stores, other.stores, strict=True)))
        return Reading(self.client + other.client, stores, self.wall + other.wall)

    @property
    def cpu_ms(self) -> float:
        """Milliseconds of CPU of everybody together."""
        return (self.client + sum(self.stores)) / MS


@dataclass(frozen=True, slots=True)
class Meter:
    """Implements `bench.rig.side.Gauge`.

    Attributes:
        roots: process ids of the stores' first processes; their children count with them.
    """

    roots: tuple[int, ...]

    def read(self) -> Reading:
        """Read all clocks."""
        client, wall = process_time_ns(), perf_counter_ns()
        stores = tuple(map(tree_ns, self.roots))
        return Reading(client, stores, wall, process_time_ns() - client)


def tree_ns(root: int) -> int:
    """Nanoseconds of CPU that a process and its living children have had."""
    parent = psutil.Process(root)
    return sum(_process_ns(one.pid) for one in (parent, *parent.children(recursive=True)))


def _process_ns(pid: int) -> int:
    """All threads of a process; nothing, if it has ended meanwhile."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads)
    except OSError:
        return 0
