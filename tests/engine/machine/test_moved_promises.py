"""A newer version takes no conversation past what it promises, with a map or without."""

from typing import Any

import pytest

from engine.machine.versions.homeless import Homeless, Why
from engine.machine.versions.relocate import relocate
from engine.model.flow import FlowSet
from engine.model.session import Session
from tests.engine.machine.edits import Edit, Editor
from tests.engine.machine.scene import Salon, Scene


@pytest.fixture(scope="module")
def editor() -> Editor:
    return Editor()


def terms(*, when: str | None = None, quiet: str = "30m") -> Edit:
    """The terms are said before a time is held, and nothing is booked before they were said."""
    only = {"when": when} if when else {}

    def edit(data: dict[str, Any]) -> None:
        steps: dict[str, Any] = {}
        for name, body in data["steps"].items():
            if name == "hold":
                steps["terms"] = {"say": "greet", **only}
            steps[name] = body
        data["steps"] = steps
        data["never"] = [*data["never"], {"reach": "booked", "before": "terms", **only}]
        data["settings"]["give_up_after"] = quiet

    return edit


def moved(scene: Scene, flows: FlowSet) -> Session | Homeless:
    older = {flow.digest: flow for flow in scene.salon.flows.flows.values()}
    return relocate(scene.session, flows, older)


def paying(flows: FlowSet) -> Scene:
    """A customer with the M-Pesa prompt on the phone."""
    scene = Scene(Salon(flows))
    scene.says("book", time="2026-06-01T16:00", service="swedish", staff="anna")
    return scene.says("affirm")


@pytest.mark.parametrize("when", [None, "pays_now"])
def test_who_is_past_a_new_promise_stays_behind(
    editor: Editor, flows: FlowSet, when: str | None
) -> None:
    found = moved(paying(flows), editor.edited("booking", terms(when=when)))
    assert isinstance(found, Homeless)
    assert (found.why, found.what) == (Why.PROMISE, "booked")


@pytest.mark.parametrize("when", [None, "pays_now", "first_message"])
def test_who_kept_it_in_the_older_version_goes_on(editor: Editor, when: str | None) -> None:
    scene = paying(editor.edited("booking", terms(when=when)))
    found = moved(scene, editor.edited("booking", terms(when=when, quiet="45m")))
    assert isinstance(found, Session)


def test_of_an_older_version_that_nobody_knows_nothing_is_taken_on_trust(editor: Editor) -> None:
    scene = paying(editor.edited("booking", terms(when="first_message")))
    found = relocate(
        scene.session, editor.edited("booking", terms(when="first_message", quiet="45m"))
    )
    assert isinstance(found, Homeless)
    assert found.why is Why.PROMISE
