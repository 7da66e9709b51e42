"""A scenario: what is done to the product while customers use it, and what was seen."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from tests.chaos.rig import Rig

Run: TypeAlias = Callable[[Rig, int], Awaitable[str]]
"""Takes the rig and how much of it: 1 in the short form; returns what was seen, in a line."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One of them.

    Attributes:
        group: of `promises.md`: delivery, concurrency, crash, payments, stores.
        name: what is done, in a few words.
    """

    group: str
    name: str
    run: Run


class Group(list[Scenario]):
    """The scenarios of one group, in the order in which they are written."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def __call__(self, name: str) -> Callable[[Run], Run]:
        """Make a function a scenario of the group."""

        def kept(run: Run) -> Run:
            self.append(Scenario(self.name, name, run))
            return run

        return kept
