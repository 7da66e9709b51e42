"""Every shipped fixture holds, and together they take most transitions of the shipped flows."""

from engine.rehearsal.coverage import taken, transitions
from engine.rehearsal.play import play
from engine.rehearsal.schema import FILE, schema_text
from engine.rehearsal.world import World
from ratiba.testing.found import find

TAKEN = 0.8
"""Share of the transitions that the fixtures take at least; all of them of the flows in `WHOLE`."""
WHOLE = ("payment", "cross_sell", "late_payment", "handoff", "correct", "start", "back", "restart")


def test_all_hold_and_take_the_transitions(world: World) -> None:
    found = find(())
    played = [play(case.world, case.fixture) for case in found.cases]
    assert not found.problems
    assert not [(one.fixture.name, one.faults) for one in played if one.faults]
    known = transitions(world.flows)
    took = taken((move for one in played for move in one.moves), known)
    assert len(took) / len(known) >= TAKEN
    assert not [str(one) for one in known if one not in took and one.flow in WHOLE]


def test_the_schema_is_written_from_the_table() -> None:
    assert FILE.read_text("utf-8") == schema_text(), "python -m engine.rehearsal.schema"
