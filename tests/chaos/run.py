"""Runs scenarios one after the other on one rig, and counts after each."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass

from tests.chaos.counters import Counters, count
from tests.chaos.rig import Rig
from tests.chaos.scenario import Scenario

DEATHS = ("worker killed", "worker frozen", "Postgres restarted", "session cut")
"""What may come between a send and its mark: each allows one reply twice."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a scenario left.

    Attributes:
        seen: what was seen, or the fault that was met.
        done: whether it came to its end, and all work with it.
        counters: what it added to each.
        violence: what was done in it, how often.
    """

    scenario: Scenario
    seen: str
    done: bool
    counters: Counters
    violence: dict[str, int]

    @property
    def broken(self) -> dict[str, int]:
        """Counters beyond what is allowed."""
        return self.counters.broken(sum(self.violence.get(what, 0) for what in DEATHS))

    @property
    def good(self) -> bool:
        return self.done and not self.broken


async def outcomes(
    rig: Rig, scenarios: Sequence[Scenario], much: int
) -> AsyncGenerator[Outcome, None]:
    """Run them; what one broke is not counted against the next."""
    before = await count(rig)
    for scenario in scenarios:
        rig.violence.clear()
        seen, done = await _run(rig, scenario, much)
        await rig.all_up()
        if not await rig.calm():
            seen, done = f"{seen}; work was left undone", False
        after = await count(rig)
        yield Outcome(scenario, seen, done, after.since(before), dict(rig.violence))
        before = after


async def _run(rig: Rig, scenario: Scenario, much: int) -> tuple[str, bool]:
    try:
        return await scenario.run(rig, much), True
    except AssertionError as error:
        return f"{error}", False
