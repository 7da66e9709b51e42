"""Each threshold of seeds/003, 5.2 and 5.4, at the confidence where it turns."""

from dataclasses import replace

import pytest

from engine.model.flow import FlowSet
from engine.model.thresholds import USUAL, Thresholds
from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from tests.engine.machine.scene import FACTS, Salon, Scene

ENGLISH = Language("en", 0.9, "en")
ASKED = "CLARIFICATION"


def at_a_business(flows: FlowSet, sure: Thresholds = USUAL) -> Scene:
    return Scene(Salon(replace(flows, thresholds=sure)))


def heard(*mentions: Mention, act: Act | None = None, at: TimeHeard | None = None) -> Understanding:
    return Understanding((act,) if act else (), mentions, at, ENGLISH)


@pytest.mark.parametrize(("act_from", "sure"), [(0.70, 0.70), (0.85, 0.85), (0.95, 0.95)])
def test_an_intent_and_a_yes_decide_from_there(
    flows: FlowSet, act_from: float, sure: float
) -> None:
    below = sure - 0.01
    scene = at_a_business(flows, Thresholds(act=act_from))
    assert scene.hears(heard(act=Act("book", below))).state == "GREET"
    assert scene.hears(heard(act=Act("book", sure))).state == "COLLECT_SERVICE"
    scene.says(time="2026-06-01T16:00", service="swedish", staff="anna")
    assert scene.hears(heard(act=Act("affirm", below))).state == ASKED
    assert scene.hears(heard(act=Act("affirm", sure))).state == "PAYMENT_PENDING"


@pytest.mark.parametrize("most", [1, 2, 3, 6])
def test_so_many_clarifications_of_one_attempt_bring_a_person(flows: FlowSet, most: int) -> None:
    """What is understood between them starts no new count."""
    scene = at_a_business(flows, Thresholds(clarifications=most)).says("book", service="swedish")
    for _ in range(most - 1):
        assert scene.says().state == ASKED
        assert scene.says("thanks").state == "COLLECT_STAFF"
    assert scene.says().state == "ESCALATE"


def test_another_attempt_is_counted_anew(flows: FlowSet) -> None:
    scene = at_a_business(flows, Thresholds(clarifications=2)).says("book", service="swedish")
    assert scene.says().state == ASKED
    scene.says("stop")
    assert scene.says("book", service="swedish").says().state == ASKED


@pytest.mark.parametrize(
    ("kind", "value", "sure", "then"),
    [("service", "swedish", 0.70, "COLLECT_STAFF"), ("staff", "anna", 0.70, "COLLECT_SLOT")],
)
def test_a_service_and_a_person_are_taken_on_trust_from_there(
    flows: FlowSet, kind: str, value: str, sure: float, then: str
) -> None:
    for confidence, comes in ((sure - 0.01, ASKED), (sure, then)):
        scene = at_a_business(flows).says("book")
        if kind == "staff":
            scene.says(service="swedish")
        assert scene.hears(heard(Mention(kind, value, confidence))).state == comes


@pytest.mark.parametrize(
    ("kind", "value", "sure"), [("service", "deep", 0.85), ("staff", "mary", 0.80)]
)
def test_a_correction_is_taken_only_when_it_is_sure(
    confirming: Scene, kind: str, value: str, sure: float
) -> None:
    """The customer has said once that it was wrong: it is not assumed again."""
    before = confirming.slot(kind)
    confirming.hears(heard(Mention(kind, value, 0.95), act=Act("change", 0.95)))
    assert confirming.slot(kind) == value
    confirming.hears(heard(Mention(kind, before, sure - 0.01), act=Act("change", 0.95)))
    assert confirming.state == ASKED
    confirming.hears(heard(Mention(kind, before, sure), act=Act("change", 0.95)))
    assert (confirming.slot(kind), confirming.state == ASKED) == (before, False)


def test_a_time_is_never_taken_on_trust(flows: FlowSet) -> None:
    for confidence, comes in ((0.94, ASKED), (0.95, "CONFIRM")):
        scene = at_a_business(flows).says("book", service="swedish", staff="anna")
        at = TimeHeard(TimeAction.RESOLVE, "2026-06-01T15:00", "minute", confidence=confidence)
        assert scene.hears(heard(at=at)).state == comes


def test_a_phone_number_is_asked_again_below_there(flows: FlowSet) -> None:
    scene = Scene(Salon(flows, phone=None), facts={**FACTS, "customer.phone": None})
    scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna")
    assert scene.state == "COLLECT_PHONE"
    assert scene.hears(heard(Mention("phone", "+254711000000", 0.89))).state == ASKED
    assert scene.hears(heard(Mention("phone", "+254711000000", 0.90))).state == "CONFIRM"


def test_a_name_is_greeted_by_from_there(confirming: Scene) -> None:
    assert confirming.hears(heard(Mention("name", "Mary", 0.89))).said[0] == "talk.no_match"
    assert confirming.hears(heard(Mention("name", "Mary", 0.90))).said[0] == "talk.introduced"
