"""What an ask may say of an answer: turned down, not to be had, one of a list of facts."""

import pytest

from engine.assembly.library import load_library
from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.flow import FlowSet
from engine.spec.compile import compile_flows
from tests.engine.machine.scene import FACTS, Salon, Scene
from tools.definitions import load_definitions

ANSWERS = """
ratiba: 1
flow: answers
title: Answers that are not simply taken
start: {intents: [other]}
rules:
  too_dear: service.price > 3000
timers: [{quiet: 30m, go: gone}]
steps:
  spoken: {ask: language, choices: conversation.languages}
  service: {ask: service, refuse: {too_dear: too_dear}, exits: {none: gone, unavailable: elsewhere}}
  taken: {end: done, say: taken}
  elsewhere: {choose: {again_then: {again: [service]}, give_up: gone}}
  gone: {end: left}
"""
PHRASES = (
    "spoken", "service", "too_dear", "taken", "elsewhere", "elsewhere.again_then",
    "elsewhere.give_up",
)  # fmt: skip


@pytest.fixture(scope="module")
def flows() -> FlowSet:
    definitions = load_definitions()
    shipped = load_library(definitions).flows
    document = read(ANSWERS, "answers.yaml")
    assert isinstance(document, Document), document
    slots = {**shipped.flows["booking"].slots, **shipped.flows["change_language"].slots}
    types = {name: slots[name].type for name in ("service", "language")}
    phrases = {"en": {f"answers.{name}": frozenset[str]() for name in PHRASES}}
    compiled = compile_flows([document], definitions, phrases, types)
    assert not isinstance(compiled, Problems), compiled
    return compiled


@pytest.fixture
def scene(flows: FlowSet) -> Scene:
    return Scene(Salon(flows)).says("other")


def test_a_list_of_facts_is_offered_and_bounds_the_answer(scene: Scene) -> None:
    assert (scene.state, scene.chips) == ("SPOKEN", ["language=en", "language=sw"])
    assert scene.says(language="french").said == ["talk.unavailable", "answers.spoken"]
    assert scene.says(language="sw").state == "SERVICE"


def test_an_empty_list_of_facts_is_asked_openly(flows: FlowSet) -> None:
    scene = Scene(Salon(flows), facts={**FACTS, "conversation.languages": ""}).says("other")
    assert (scene.state, scene.chips) == ("SPOKEN", [])
    assert scene.says(language="french").state == "SERVICE"


def test_an_answer_is_turned_down_by_a_rule_with_its_words(scene: Scene) -> None:
    scene.says(language="en").says(service="deep")
    assert (scene.state, scene.said) == ("SERVICE", ["answers.too_dear", "answers.service"])
    assert scene.slot("service") is None
    assert scene.taps("service=swedish").said == ["answers.taken"]


def test_what_is_not_to_be_had_may_have_a_way_of_its_own(scene: Scene) -> None:
    scene.says(language="en").says(service="rocket science")
    assert scene.state == "ELSEWHERE"
    assert scene.taps("way:again_then").state == "SERVICE"
    assert scene.taps("service=haircut").said == ["answers.taken"]
