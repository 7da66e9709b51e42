"""How flows begin: by a word or an event, only when their rules hold, one after the other."""

from dataclasses import replace

import pytest

from engine.assembly.library import load_library
from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.machine.step import MAX_TURNS
from engine.machine.walking.beginning import MOST_ASIDES
from engine.model.flow import FlowSet
from engine.model.value import Value
from engine.spec.compile import compile_flows
from tests.engine.machine.scene import FACTS, Salon, Scene
from tools.definitions import load_definitions

FLOWS = (
    """
ratiba: 1
flow: task
title: A task of one question
start: {intents: [other]}
timers: [{quiet: 30m, go: gone}]
anytime: {stop: gone}
steps:
  topic: {ask: topic, type: text}
  finished: {end: done, say: finished}
  gone: {end: left, say: gone}
""",
    """
ratiba: 1
flow: survey
title: Asks how it was
start: {events: [task.finished], when: asks}
rules: {asks: dials.asks > 0}
timers: [{quiet: 30m, go: silent}]
anytime: {stop: silent}
steps:
  opinion: {ask: opinion, type: text}
  asked: {end: done, say: asked}
  silent: {end: left}
""",
    """
ratiba: 1
flow: other_survey
title: Asks otherwise
start: {events: [task.finished], when: on_paper}
rules: {on_paper: dials.asks = 0}
steps:
  told: {say: told}
  ended: {end: done}
""",
    """
ratiba: 1
flow: secret
title: Only for those who may
start: {intents: [services], when: member}
rules: {member: dials.member = 1}
steps:
  shown: {say: shown}
  ended: {end: done}
""",
)
PHRASES = (
    "task.topic", "task.finished", "task.gone", "survey.opinion", "survey.asked",
    "other_survey.told", "secret.shown",
)  # fmt: skip


@pytest.fixture(scope="module")
def flows() -> FlowSet:
    definitions = load_definitions()
    shipped = load_library(definitions).flows
    documents = [read(text, f"{index}.yaml") for index, text in enumerate(FLOWS)]
    assert all(isinstance(document, Document) for document in documents)
    types = {"text": shipped.flows["booking"].slots["time"].type}
    types = {"text": replace(types["text"], name="text", sure=0.85, lister=None)}
    compiled = compile_flows(
        [document for document in documents if isinstance(document, Document)],
        definitions,
        {"en": {phrase: frozenset[str]() for phrase in PHRASES}},
        types,
    )
    assert not isinstance(compiled, Problems), compiled
    return compiled


@pytest.fixture
def scene(flows: FlowSet) -> Scene:
    return Scene(Salon(flows))


def _asks(scene: Scene, asks: int) -> Scene:
    scene.facts = {**FACTS, "dials.asks": asks}
    return scene


def test_a_done_end_begins_the_flow_that_listens(scene: Scene) -> None:
    _asks(scene, 1).says("other").says(text="a cut")
    assert (scene.state, scene.said) == ("OPINION", ["task.finished", "survey.opinion"])
    assert scene.says(text="fine").said == ["survey.asked"]


def test_of_several_the_first_whose_rules_hold(scene: Scene) -> None:
    _asks(scene, 0).says("other").says(text="a cut")
    assert scene.said == ["task.finished", "other_survey.told"]
    assert (scene.state, scene.session.frames) == ("ENDED", ())


def test_where_no_rules_hold_nothing_begins(scene: Scene) -> None:
    _asks(scene, -1).says("other").says(text="a cut")
    assert (scene.state, scene.said) == ("FINISHED", ["task.finished"])


def test_an_end_that_was_left_begins_nothing(scene: Scene) -> None:
    _asks(scene, 1).says("other").says("stop")
    assert (scene.state, scene.said) == ("GONE", ["task.gone"])


def test_a_task_whose_rules_do_not_hold_is_told_so(scene: Scene) -> None:
    assert scene.says("services").said == ["talk.cannot"]
    scene.facts = {**FACTS, "dials.member": 1}
    assert scene.says("services").said == ["secret.shown"]


def test_a_task_in_the_middle_of_another_comes_back_to_it(scene: Scene) -> None:
    scene.facts = {**FACTS, "dials.member": 1}
    scene.says("other").says("services")
    assert (scene.state, scene.said) == ("TOPIC", ["secret.shown", "task.topic"])


def test_digressions_have_an_end() -> None:
    shipped = load_library(load_definitions()).flows
    scene = Scene(Salon(shipped)).says("book", service="swedish", staff="anna")
    for act in ("change", "language", "cancel", "reschedule", "change", "language"):
        scene.says(act)
        assert len(scene.session.frames) <= MOST_ASIDES
    assert scene.says("handoff").state == "ESCALATE"


def test_a_conversation_without_an_end_brings_a_person(scene: Scene) -> None:
    shipped = load_library(load_definitions()).flows
    scene = Scene(Salon(shipped)).says("book", service="swedish")
    scene.session = replace(scene.session, turns=MAX_TURNS - 1)
    assert scene.says("repeat").state == "ESCALATE"
    assert scene.salon.calls[-1].args["why"] == "too_long"
    assert scene.happens("notify_admin.handed_back").says("repeat").state == "COLLECT_STAFF"


def test_money_in_the_middle_of_a_digression_books_in_silence() -> None:
    scene = Scene(Salon(load_library(load_definitions()).flows))
    scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna").says("affirm")
    scene.says("language")
    assert scene.state == "WHICH"
    scene.happens("initiate_stk_push.settled", receipt=Value("receipt", "R1"))
    assert (scene.state, scene.said) == ("WHICH", ["booking.recap"])
    scene.taps("language=sw")
    assert scene.said[0] == "change_language.changed"
