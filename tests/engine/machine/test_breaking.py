"""A tool that breaks while a person has the conversation already."""

from typing import Any

from engine.model.value import Value
from tests.engine.machine.edits import Editor
from tests.engine.machine.scene import Salon, Scene


class Broken(dict[str, str]):
    """Tools that come to the same each time."""

    def pop(self, key: str, *_: object) -> str:
        return self[key]


def _paying(scene: Scene) -> Scene:
    return scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna").says(
        "affirm"
    )


def test_what_breaks_above_a_person_falls_and_the_person_goes_on() -> None:
    def keeps(flow: dict[str, Any]) -> None:
        flow["steps"] = {"keep": {"do": "upsert_contact"}, **flow["steps"]}

    salon = Salon(Editor().edited("late_payment", keeps))
    scene = Scene(salon).says("handoff")
    salon.comes_to = Broken(upsert_contact="failed")
    scene.happens("initiate_stk_push.settled", payment=Value("payment", "p9"))
    assert scene.state == "ESCALATE"
    assert [frame.flow for frame in scene.session.frames] == ["handoff"]
    assert scene.happens("notify_admin.handed_back").said[0] == "handoff.back"


def test_what_breaks_beneath_a_person_waits_for_the_hand_back() -> None:
    def keeps(flow: dict[str, Any]) -> None:
        steps = list(flow["steps"].items())
        at = [name for name, _ in steps].index("paid")
        steps.insert(at, ("keep", {"do": "upsert_contact"}))
        flow["steps"] = dict(steps)

    salon = Salon(Editor().edited("booking", keeps))
    scene = _paying(Scene(salon)).says("handoff")
    salon.comes_to = Broken(upsert_contact="failed")
    scene.happens("initiate_stk_push.settled")
    assert scene.state == "ESCALATE"
    assert [frame.flow for frame in scene.session.frames] == ["booking", "handoff"]
    salon.comes_to = {}
    assert scene.happens("notify_admin.handed_back").state == "BOOKED"
