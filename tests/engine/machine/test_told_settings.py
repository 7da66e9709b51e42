"""A phrase that names a setting is said with it as it stands in its own flow, at that moment."""

import pytest

from engine.document.reader import read
from engine.document.tree import Document
from engine.model.effect import Say
from engine.model.flow import FlowSet
from engine.model.value import Value
from engine.spec.compile import compile_flows
from tests.engine.machine.scene import Salon, Scene
from tools.definitions import load_definitions

OUTER = """
ratiba: 1
flow: outer
title: Asks how long, and calls another flow
start: {intents: [other]}
settings: {wait: {usually: 2h, except: {hurried: 30m}}, part: 50%}
rules: {hurried: pace = 'fast'}
timers: [{quiet: 30m, go: gone}]
steps:
  pace: {ask: pace, type: choice, choices: [slow, fast], say: pace}
  told: {say: told}
  within: {call: inner, with: {part: part}}
  done: {end: done}
  gone: {end: left, say: gone}
"""
INNER = """
ratiba: 1
flow: inner
title: Is given its part
start: called
settings: {part: 100%, wait: 1h}
timers: [{quiet: 30m, say: nudge}, {quiet: 60m, go: done}]
steps:
  asked: {choose: {well: done}, say: asked}
  done: {end: done, say: silent}
"""
PHRASES = ("outer.pace", "outer.pace.slow", "outer.pace.fast", "outer.told", "outer.gone",
           "inner.asked", "inner.asked.well", "inner.nudge", "inner.silent",
           "talk.no_input", "talk.still_nothing")  # fmt: skip
TOLD = {
    "outer.pace": frozenset({"wait"}),
    "outer.told": frozenset({"wait"}),
    "outer.gone": frozenset({"wait"}),
    "inner.asked": frozenset({"part", "wait"}),
    "inner.nudge": frozenset({"part"}),
}


@pytest.fixture(scope="module")
def flows() -> FlowSet:
    documents = [read(text, "small.yaml") for text in (OUTER, INNER)]
    phrases = {"en": dict.fromkeys(PHRASES, frozenset[str]())}
    read_well = [one for one in documents if isinstance(one, Document)]
    found = compile_flows(read_well, load_definitions(), phrases, {}, told=TOLD)
    assert isinstance(found, FlowSet), str(found)
    return found


def told(scene: Scene) -> dict[str, dict[str, Value]]:
    return {one.phrase: dict(one.settings) for one in scene.effects if isinstance(one, Say)}


def test_a_setting_is_told_with_its_exceptions_as_rules_see_them(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("other")
    assert told(scene) == {"outer.pace": {"wait": Value("span", 7200)}}
    assert told(scene.taps("pace=fast"))["outer.told"] == {"wait": Value("span", 1800)}
    again = Scene(Salon(flows)).says("other").taps("pace=slow")
    assert told(again)["outer.told"] == {"wait": Value("span", 7200)}


def test_a_called_flow_tells_what_its_caller_gave_it(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("other").taps("pace=fast")
    assert told(scene)["inner.asked"] == {
        "part": Value("share", 0.5),
        "wait": Value("span", 3600),
    }
    scene.rings("asked")
    assert told(scene)["inner.nudge"] == {"part": Value("share", 0.5)}


def test_a_phrase_that_names_none_carries_none(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("other").taps("pace=fast").rings("asked", "timer_1")
    assert told(scene) == {"inner.silent": {}}


def test_silence_tells_them_too(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("other").rings("pace")
    assert told(scene)["outer.gone"] == {"wait": Value("span", 7200)}
