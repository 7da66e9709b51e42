"""Flows that write their own fixtures tell where the engine stopped."""

from dataclasses import replace

from engine.model.builtin import HANDOFF
from engine.model.flow import Way
from engine.rehearsal.generating.generate import generate
from engine.rehearsal.staging.world import World


def alone(world: World, name: str, **ways: Way) -> World:
    """A business with one flow and a person; some steps lead elsewhere by their main way."""
    flow = world.flows.flows[name]
    states = {
        step: replace(state, main=ways.get(step, state.main)) for step, state in flow.states.items()
    }
    intents = {word: one for word, one in world.flows.intents.items() if one == name}
    only = replace(
        world.flows,
        flows={
            name: replace(flow, states=states),
            HANDOFF: world.flows.flows[HANDOFF],
        },
        intents=intents,
        fallback=None,
    )
    return replace(world, flows=only)


def test_a_flow_that_holds_breaks_nowhere(world: World) -> None:
    assert generate(alone(world, "opt_out")).broken == ()


def test_a_conversation_that_breaks_is_told_and_is_no_fixture(world: World) -> None:
    made = generate(alone(world, "opt_out", opt_out=Way(step="opt_out")))
    assert made.broken
    for played in made.broken:
        assert played.fixture.name not in {one.name for one in made.fixtures}
        assert played.faults
