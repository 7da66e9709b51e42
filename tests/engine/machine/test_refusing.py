"""What a rule would turn down is not put forward; who names it all the same is told why."""

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.effect import Say
from engine.model.flow import FlowSet
from tests.engine.machine.scene import Salon, Scene
from tools.definitions import load_definitions

OVERLAY = """
ratiba: 1
overlay: small_room
flow: booking
rules: {{too_dear: service.price > {most}}}
change:
  collect_service: {{only_one: ask, refuse: {{too_dear: too_dear}}}}
phrases:
  too_dear: {{en: "Not here, sorry. What else?", sw: "Si hapa, samahani. Nini kingine?"}}
"""


def refusing(most: int) -> FlowSet:
    """The shipped flows where nothing is done that costs more."""
    overlay = read(OVERLAY.format(most=most), "small_room.yaml")
    assert isinstance(overlay, Document), overlay
    found = Library(load_definitions()).world("", [overlay])
    assert isinstance(found, Repertoire), str(found)
    return found.flows


@pytest.fixture(scope="module")
def flows() -> FlowSet:
    return refusing(2000)


def offered(scene: Scene) -> list[str]:
    prompt = scene.session.prompt
    assert prompt is not None
    return [chip.value for chip in prompt.chips]


def said(scene: Scene) -> list[str]:
    return [effect.phrase for effect in scene.effects if isinstance(effect, Say)]


def test_only_what_will_do_is_offered(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("book")
    assert offered(scene) == ["service=haircut", "service=consultation"]


def test_who_names_it_is_told_and_offered_the_rest(flows: FlowSet) -> None:
    scene = Scene(Salon(flows)).says("book", service="deep")
    assert "booking.too_dear" in said(scene)
    assert scene.state == "COLLECT_SERVICE"
    assert offered(scene) == ["service=haircut", "service=consultation"]


def test_the_only_one_left_is_not_taken_unasked(flows: FlowSet) -> None:
    salon = Salon(flows, services=("haircut", "deep"))
    scene = Scene(salon).says("book")
    assert scene.state == "COLLECT_SERVICE"
    assert offered(scene) == ["service=haircut"]


def test_where_nothing_would_do_everything_is_shown_and_the_reason_told() -> None:
    scene = Scene(Salon(refusing(-1))).says("book")
    assert len(offered(scene)) == len(Salon(refusing(-1)).services)
    assert "booking.too_dear" in said(scene.taps("service=haircut"))
