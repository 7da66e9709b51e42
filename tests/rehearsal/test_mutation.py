"""Fixtures are worth their time: a way of a flow that leads elsewhere makes one of them fail."""

from random import Random

from engine.rehearsal.staging.world import World
from tests.rehearsal.led_elsewhere import by_way, changes, noticed

SAMPLE = 400
"""Of some four thousand; all of them: `python -m tests.rehearsal.led_elsewhere`."""


def test_a_way_that_leads_elsewhere_is_noticed(world: World) -> None:
    ways = by_way(world)
    every = [one for one in changes(world.flows) if (one.flow, one.step, one.way) in ways]
    sample = Random(3).sample(every, SAMPLE)  # noqa: S311 - repeatable
    cases = ((one, ways[one.flow, one.step, one.way]) for one in sample)
    assert not [str(one) for one, known in cases if not noticed(world, one, known)]
