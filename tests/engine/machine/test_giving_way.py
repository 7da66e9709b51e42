"""What breaks above a person who was called already gives way; it never goes round."""

import pytest

from engine.model.flow import FlowSet
from engine.model.tool import Answer, Call
from engine.model.value import Value
from tests.engine.machine.scene import FACTS, Salon, Scene


class Keepless(Salon):
    """A house that cannot keep what customers say of it, however often it is tried."""

    def answer(self, call: Call) -> Answer:
        return Answer("failed") if call.tool == "save_feedback" else super().answer(call)


@pytest.fixture
def scene(flows: FlowSet) -> Scene:
    """A conversation that a person has, in which the booking made before is asked about."""
    found = Scene(Keepless(flows))
    found.facts = {**FACTS, "dials.feedback": 1}
    found.says("book", service="haircut").says("handoff")
    assert found.state == "ESCALATE"
    found.happens("booking.booked", booking=Value("booking", "b1"))
    assert found.state == "RATING"
    return found


def test_a_tool_that_fails_above_a_person_leaves_the_conversation_to_them(scene: Scene) -> None:
    scene.taps("rating=five").says("skip")
    assert scene.state == "ESCALATE"
    assert scene.happens("notify_admin.handed_back").state == "COLLECT_SLOT"


def test_a_word_for_a_person_above_a_person_keeps_the_question_open(scene: Scene) -> None:
    assert scene.says("handoff").state == "RATING"
