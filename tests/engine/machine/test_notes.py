"""What a vertical asks beside service, person and time is given to whoever books, and stays."""

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.effect import Run, Say
from engine.model.flow import FlowSet
from engine.model.value import Scalar, Value
from tests.engine.machine.scene import FACTS, Salon, Scene
from tools.definitions import load_definitions

OVERLAY = """
ratiba: 1
overlay: parties
flow: booking
rules: {is_group: "service != 'haircut'"}
types: {plate: {like: "KAA 999A"}}
add:
  collect_party: {after: collect_service, ask: party, type: number, when: is_group}
  collect_plate: {after: collect_party, ask: plate, optional: true}
phrases:
  collect_party: {en: "How many of you?", sw: "Mko wangapi?"}
  collect_plate: {en: "Your plate?", sw: "Namba ya gari?"}
"""


CHILD = """
ratiba: 1
overlay: child
flow: booking
add:
  collect_child: {after: collect_service, ask: child_name, type: name}
phrases:
  collect_child: {en: "What is the child called?", sw: "Mtoto anaitwa nani?"}
"""


@pytest.fixture(scope="module")
def parties() -> FlowSet:
    return laid(OVERLAY)


def laid(text: str) -> FlowSet:
    overlay = read(text, "own.yaml")
    assert isinstance(overlay, Document), overlay
    found = Library(load_definitions()).world("", [overlay])
    assert isinstance(found, Repertoire), str(found)
    return found.flows


def begun(flows: FlowSet, service: str, **said: Scalar) -> Scene:
    scene = Scene(Salon(flows), facts={**FACTS, "tenant.mpesa_enabled": False})
    wanted = {"service": service, "staff": "anna", **said}
    return scene.says("book", time="2026-06-01T16:00", sure=0.95, **wanted)


def notes(scene: Scene) -> dict[str, object]:
    """What the booking of this turn was given beside its inputs."""
    (call,) = (e.call for e in scene.effects if isinstance(e, Run) and "book" in e.call.tool)
    return {
        name: value.value
        for name, value in call.args.items()
        if name.startswith("note.") and isinstance(value, Value)
    }


def test_the_flows_own_answers_are_kept_in_order(parties: FlowSet) -> None:
    scene = begun(parties, "swedish", plate="KDA 123A", number=6)
    assert scene.state == "CONFIRM"
    assert notes(scene.says("affirm")) == {"note.party": 6, "note.plate": "KDA 123A"}


def test_what_was_left_open_or_never_asked_is_not(parties: FlowSet) -> None:
    scene = begun(parties, "haircut")
    assert scene.state == "COLLECT_PLATE"
    assert notes(scene.says("skip").says("affirm")) == {}


def test_an_answer_to_a_question_that_holds_no_more_is_not_kept(parties: FlowSet) -> None:
    scene = begun(parties, "swedish", number=6, plate="KDA 123A").says("change", service="haircut")
    assert scene.state == "CONFIRM"
    assert notes(scene.says("affirm")) == {"note.plate": "KDA 123A"}


def test_a_booking_of_the_shipped_flow_has_none(flows: FlowSet) -> None:
    assert notes(begun(flows, "swedish").says("affirm")) == {}


def test_another_persons_name_is_kept_with_the_booking() -> None:
    scene = begun(laid(CHILD), "swedish")
    assert scene.state == "COLLECT_CHILD"
    assert notes(scene.says(name="Baraka").says("affirm")) == {"note.child_name": "Baraka"}


def test_an_answer_of_the_wrong_form_is_told_with_one_of_the_right(parties: FlowSet) -> None:
    scene = begun(parties, "haircut")
    assert scene.state == "COLLECT_PLATE"
    scene.says()
    said = next(one for one in scene.effects if isinstance(one, Say))
    assert said.phrase == "talk.wrong_form"
    assert said.values["example"].value == "KAA 999A", "no example is written: the form itself"
    assert scene.says(plate="KDA 123A").state == "CONFIRM"
