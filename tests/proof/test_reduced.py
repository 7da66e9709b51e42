"""What the quick exploration leaves out hides nothing: whatever the exact one finds it finds."""

import pytest

from engine.model.flow import FlowSet
from engine.proof.proof import order
from engine.proof.result import Unit
from engine.proof.roots import explored
from engine.proof.switches import prepared
from tests.proof.small import SOUND, Slip, flows
from tests.proof.test_mutants import MUTANTS


def faulty(slip: Slip, *, exact: bool) -> dict[str, Unit]:
    """What is found of each flow with a slip, by the flow that conversations begin with."""
    found = flows(slip)
    if not isinstance(found, FlowSet):
        return {}
    ready = prepared(found)
    return {root: explored(ready, root, [], exact=exact) for root in order(found)}


@pytest.mark.parametrize("mutant", MUTANTS, ids=[one["name"] for one in MUTANTS])
def test_no_fault_is_lost(mutant: dict[str, str]) -> None:
    slip = Slip(mutant["file"], mutant["old"], mutant["new"])
    quick, exact = faulty(slip, exact=False), faulty(slip, exact=True)
    assert {root for root, unit in exact.items() if unit.wrong} <= {
        root for root, unit in quick.items() if unit.wrong
    }


def test_without_a_slip_neither_finds_a_fault_and_both_come_everywhere() -> None:
    quick, exact = faulty(SOUND, exact=False), faulty(SOUND, exact=True)
    assert not any(unit.wrong for unit in (*quick.values(), *exact.values()))
    assert {r: unit.reached for r, unit in quick.items()} == {
        r: unit.reached for r, unit in exact.items()
    }
    assert {phrase[0] for unit in quick.values() for phrase in unit.said} == {
        phrase[0] for unit in exact.values() for phrase in unit.said
    }


def test_the_quick_one_has_less_to_look_at() -> None:
    quick, exact = faulty(SOUND, exact=False)["visit"], faulty(SOUND, exact=True)["visit"]
    assert len(quick.places) < len(exact.places)
    assert quick.runs < exact.runs
