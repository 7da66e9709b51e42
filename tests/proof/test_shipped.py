"""What a proof leaves out hides nothing of the flows that are shipped, with asides over a task."""

import pytest

from engine.assembly.library import load_library
from engine.proof.proof import order, overs, unit
from engine.proof.result import Unit
from engine.proof.roots import explored
from engine.proof.scope import BEGUN, closure, over, scope
from engine.proof.switches import prepared
from tools.definitions import load_definitions

FLOWS = load_library(load_definitions()).flows
READY = prepared(FLOWS)


@pytest.fixture(scope="module")
def units() -> dict[str, Unit]:
    found: dict[str, Unit] = {}
    for root in order(FLOWS):
        found[root] = unit(READY, root, found)
    return found


@pytest.mark.parametrize("root", order(FLOWS))
def test_what_was_left_out_hides_nothing(units: dict[str, Unit], root: str) -> None:
    task = over(READY, root)
    beneath = list(overs(READY, units[task])) if task else []
    exact = explored(scope(READY, root), root, beneath, exact=True)
    assert not exact.wrong
    assert not units[root].exact
    assert exact.reached == units[root].reached
    assert {said[0] for said in exact.said} == {said[0] for said in units[root].said}


@pytest.mark.parametrize("root", order(FLOWS))
def test_a_kept_proof_stands_on_every_flow_that_it_came_to(
    units: dict[str, Unit], root: str
) -> None:
    met = closure(FLOWS, {root, over(FLOWS, root) or root})
    assert {flow for flow, step in units[root].reached if step != BEGUN} <= met


def test_a_kept_proof_of_booking_stands_on_what_its_end_begins() -> None:
    assert {"feedback", "follow_up", "handoff"} <= closure(FLOWS, {"booking"})


def test_what_happens_beneath_an_aside_is_looked_at(units: dict[str, Unit]) -> None:
    reached = units["handoff"].reached
    assert ("payment", "settled") in reached  # the money comes while a person talks
    assert ("booking", "abandoned") in reached  # or it does not, and the wait is over
