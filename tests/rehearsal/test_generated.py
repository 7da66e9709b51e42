"""What a flow writes of itself: a name says the way it is there for, and nothing is held twice."""

from collections import Counter

from engine.explore.transitions import transitions
from engine.rehearsal.generating.generate import once
from engine.rehearsal.generating.naming import name_of
from engine.rehearsal.staging.world import World
from ratiba.testing.found import find
from ratiba.testing.generating import GENERATED


def test_a_name_says_where_from_by_what_and_where_to(world: World) -> None:
    known = {str(one): name_of(one, world.flows) for one in transitions(world.flows)}
    assert known["booking.hold: taken -> collect_slot"] == "booking_hold_taken_to_collect_slot"
    assert known["booking.recap: next -> booked"] == "booking_recap_to_booked"
    silent = {name for name in known.values() if "collect_slot_silent" in name}
    assert "booking_collect_slot_silent_30m_to_abandoned" in silent
    assert "booking_collect_slot_silent_voice_24s_to_abandoned" in silent
    assert not [name for name in known.values() if "timer" in name]


def test_the_written_ones_hold_each_beginning_once(world: World) -> None:
    cases = [case.fixture for case in find(()).cases if case.path.parent.name == GENERATED]
    plain = [one for one in cases if one.vertical == world.tenant.vertical]
    assert [one.turns for one in once(plain)] == [one.turns for one in plain]
    assert all(any(turn.at for turn in one.turns) for one in plain)
    first = Counter(bool(turn.expect.state) for one in plain for turn in one.turns[:1])
    assert 0 < first[True] < first[False]
