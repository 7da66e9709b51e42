"""Random conversations: the same seed leads the same ones, and a planted fault comes out short."""

from dataclasses import replace

from engine.model.flow import Way
from engine.model.rule import Binary, Literal_, Name
from engine.rehearsal.fixtures.fixture import Meanwhile
from engine.rehearsal.fixtures.write import fixture_lines
from engine.rehearsal.fuzzing.fuzz import as_fixture, walks
from engine.rehearsal.fuzzing.shrink import replay, shrink
from engine.rehearsal.playing.play import play
from engine.rehearsal.staging.world import World
from ratiba.testing.found import find
from tests.rehearsal.written import found as found_in

NUMBER = 60
TURNED = """ratiba: 1
fixture: turned_at_the_summary
flow: booking
given: {facts: {dials.feedback: 1, dials.cross_sell_aggressiveness: 0}}
turns:
  - says: haircut tomorrow 3pm
  - meanwhile: {dials.feedback: 0}
"""


def unconfirmed(world: World) -> World:
    """A payment whose declined prompt is sent again without a yes."""
    flow = world.flows.flows["payment"]
    state = flow.states["after_decline"]
    states = {**flow.states, state.id: replace(state, main=Way(step="payment_pending"), ways={})}
    flows = {**world.flows.flows, "payment": replace(flow, states=states)}
    return replace(world, flows=replace(world.flows, flows=flows))


def unsteady(world: World) -> World:
    """Nobody's phone is known, and whether a booking is paid now does not hold still."""
    flow = world.flows.flows["booking"]
    rules = {**flow.rules, "pays_now": Binary("=", Name("dials.feedback"), Literal_(0))}
    flows = {**world.flows.flows, "booking": replace(flow, rules=rules)}
    known = {**world.known, "customer.phone": None}
    return replace(world, known=known, flows=replace(world.flows, flows=flows))


def test_an_owner_who_turns_something_meanwhile_is_among_them(world: World) -> None:
    broken = unsteady(world)
    known = found_in(TURNED, broken)
    assert isinstance(known, tuple), str(known)
    found = walks(broken, "1", 300, known).failures
    refused = next(one for one in found if "would run initiate_stk_push without" in one.why)
    short = shrink(broken, refused)
    assert any(isinstance(act, Meanwhile) for act in short.acts)
    assert replay(world, short) is None
    lines = fixture_lines(as_fixture(short, broken, "found"))
    read = found_in("ratiba: 1\n" + "\n".join(lines) + "\n", broken)
    assert isinstance(read, tuple), str(read)
    assert [turn.act for turn in read[0].turns] == list(short.acts)


def test_a_seed_leads_the_same_conversations(world: World) -> None:
    one, other = walks(world, "7", NUMBER), walks(world, "7", NUMBER)
    assert (one.turns, one.ends, one.moves) == (other.turns, other.ends, other.moves)


def test_a_planted_fault_is_found_and_made_short(world: World) -> None:
    known = [case.fixture for case in find(()).cases if case.world is world]
    broken = unconfirmed(world)
    failures = [f for f in walks(broken, "3", 200, known).failures if "second time" in f.why]
    few = sorted(failures, key=lambda failure: len(failure.acts))[:4]
    shortest = min((shrink(broken, one) for one in few), key=lambda failure: len(failure.acts))
    assert len(shortest.acts) <= 5
    assert replay(broken, shortest) is not None
    fixture = as_fixture(shortest, broken, "found")
    read = found_in("ratiba: 1\n" + "\n".join(fixture_lines(fixture)) + "\n", broken)
    assert isinstance(read, tuple), str(read)
    assert play(broken, read[0]).faults
    assert not [fault for fault in play(world, read[0]).faults if "second time" in fault.came]
