"""The oracle answers for the step of the flow that asks, whatever steps others have."""

import pytest

from engine.model.flow import FlowSet
from engine.model.tool import Call
from engine.proof.oracle import ONE, Oracle
from engine.proof.switches import prepared
from tests.proof.small import LOOK, flows


@pytest.fixture
def oracle() -> Oracle:
    """Of flows of which one takes the only person there is, and another of that step asks what."""
    found = flows(names=LOOK)
    assert isinstance(found, FlowSet), found
    return Oracle(prepared(found), "visit")


def words(oracle: Oracle, flow: str, step: str) -> set[str]:
    """All that a list comes to when it is asked for at a step."""
    oracle.begin((), {})
    oracle.answer(Call("list_people", {}, f"1.{step}"), flow)
    others = [*oracle.others()]
    found = {oracle.answers[-1][1]}
    for script in others:
        oracle.begin(script, {})
        oracle.answer(Call("list_people", {}, f"1.{step}"), flow)
        found.add(oracle.answers[-1][1])
    return found


def test_the_only_one_is_taken_where_the_step_of_that_flow_takes_it(oracle: Oracle) -> None:
    assert ONE in words(oracle, "visit", "who")


def test_a_step_of_that_name_in_another_flow_takes_none(oracle: Oracle) -> None:
    assert ONE not in words(oracle, "look", "who")
