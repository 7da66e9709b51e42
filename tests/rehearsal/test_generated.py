"""What a flow writes of itself: a name says the way it is there for, and nothing is held twice."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from engine.explore.transitions import transitions
from engine.rehearsal.fixtures.fixture import PLAIN
from engine.rehearsal.generating.generate import once
from engine.rehearsal.generating.naming import name_of
from engine.rehearsal.staging.world import World
from ratiba.testing.found import find
from ratiba.testing.generating import GENERATED
from ratiba.testing.stamp import is_current, stamped
from ratiba.testing.worlds import world_of


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


def generated() -> list[Path]:
    folders = (ROOT / "flows", *sorted((ROOT / "verticals").iterdir()))
    return [
        one for folder in folders for one in sorted(folder.glob(f"fixtures/{GENERATED}/*.yaml"))
    ]


def of_whom(path: Path) -> str:
    """The kind of business that has written a file."""
    home = path.relative_to(ROOT).parts
    return home[1] if home[0] == "verticals" else PLAIN


@pytest.mark.parametrize("path", generated(), ids=lambda path: f"{of_whom(path)}-{path.stem}")
def test_what_is_kept_is_what_the_flows_write(path: Path) -> None:
    """By the stamp: to write all of them anew takes longer than every other test of the room."""
    flows = world_of(of_whom(path)).flows
    assert is_current(path.read_text("utf-8"), flows), "Run: ratiba test --generate"


def test_a_line_that_was_edited_and_a_flow_that_is_another_are_seen(world: World) -> None:
    text = stamped("# Written by hand.\nratiba: 1\nfixtures: []\n", world.flows)
    assert is_current(text, world.flows)
    assert not is_current(text.replace("[]", "[ ]"), world.flows)
    edited = replace(world.flows.flows["booking"], digest="another")
    other = replace(world.flows, flows={**world.flows.flows, "booking": edited})
    assert not is_current(text, other)
