"""What the language can say and the shipped flows do not yet: fixed choices, inputs by name."""

import pytest

from engine.assembly.library import ROOT
from engine.document.files import read_file
from engine.document.listing import FLOWS
from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.flow import FlowSet
from engine.model.value import Value
from engine.spec.compile import compile_flows
from engine.spec.gathered import TYPES
from engine.spec.parts.slot_types import compile_types
from tests.engine.machine.scene import Salon, Scene
from tools.definitions import load_definitions

SIZES = """
ratiba: 1
flow: sizes
title: Two things that booking lacks
start: {intents: [other]}
timers: [{quiet: 30m, go: gone}]
steps:
  identify: {do: upsert_contact, exits: {failed: gone}}
  size: {ask: size, choices: [small, large]}
  wanted: {ask: wish, type: text}
  keep: {do: save_lead, with: {time: wish}, exits: {failed: gone}}
  kept: {end: done, say: kept}
  gone: {end: left}
"""
PHRASES = ("size", "size.small", "size.large", "wanted", "kept")


@pytest.fixture(scope="module")
def flows() -> FlowSet:
    definitions = load_definitions()
    types = compile_types(_read(FLOWS, TYPES), definitions)
    assert not isinstance(types, Problems), types
    said = (*(f"sizes.{name}" for name in PHRASES), "talk.no_input", "talk.still_nothing")
    phrases = {"en": dict.fromkeys(said, frozenset[str]())}
    document = read(SIZES, "sizes.yaml")
    assert isinstance(document, Document), document
    compiled = compile_flows([document], definitions, phrases, types)
    assert isinstance(compiled, FlowSet), compiled
    return compiled


def _read(folder: str, name: str) -> Document:
    found = read_file(ROOT / folder / name, ROOT)
    assert isinstance(found, Document), found
    return found


def test_the_choices_of_a_step_are_its_chips_and_its_bounds(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("other")
    assert (scene.state, scene.chips) == ("SIZE", ["size=small", "size=large"])
    assert scene.taps("size=large").state == "WANTED"
    assert scene.slot("size") == "large"


def test_an_input_takes_the_slot_that_with_names(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("other").taps("size=small").says(text="by the window")
    assert scene.state == "KEPT"
    lead = next(call for call in scene.salon.calls if call.tool == "save_lead")
    assert lead.args["time"] == Value("text", "by the window")
