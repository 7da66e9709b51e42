"""While a late step waits, the holds that it stands on live as long as its timers."""

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.reader import read
from engine.document.tree import Document
from engine.model.effect import Run, Undo
from engine.model.flow import FlowSet
from engine.model.tool import Call
from engine.model.value import Value
from tests.engine.machine.scene import FACTS, Salon, Scene
from tools.definitions import load_definitions

OVERLAY = """
ratiba: 1
overlay: approvals
flow: booking
add:
  collect_insurer: {after: hold, ask: insurer, choices: [self_pay, jubilee]}
  preauth:
    after: confirm
    do: request_preauth
    say: preauth_wait
    timers: [{after: 20m, say: preauth_slow}, {after: 24h, go: handoff}]
    exits: {refused: abandoned}
never: [{reach: book, before: preauth}]
phrases:
  collect_insurer: {en: "Who pays?", sw: "Nani analipa?"}
  collect_insurer.self_pay: {en: Myself, sw: Mwenyewe}
  collect_insurer.jubilee: {en: Jubilee, sw: Jubilee}
  preauth_wait: {en: "We have asked {{ insurer }}.", sw: "Tumeuliza {{ insurer }}."}
  preauth_slow: {en: "Still waiting.", sw: "Bado tunasubiri."}
  summary:
    en: >-
      {{ service }} {{ time | on }} with {{ person }}, {{ price }}, {{ insurer }}
      {%- if phone and not phone.verified %} {{ phone }}{% endif %}?
    sw: >-
      {{ service }} {{ time | on }} na {{ person }}, {{ price }}, {{ insurer }}
      {%- if phone and not phone.verified %} {{ phone }}{% endif %}?
"""
DAY = 86_400


class Clinic(Salon):
    def request_preauth(self, call: Call) -> dict[str, Value]:
        return {"preauth": Value("preauth", f"q{len(self.calls)}")}


@pytest.fixture(scope="module")
def approvals() -> FlowSet:
    overlay = read(OVERLAY, "approvals.yaml")
    assert isinstance(overlay, Document), overlay
    found = Library(load_definitions()).world("", [overlay])
    assert isinstance(found, Repertoire), str(found)
    return found.flows


def asked(flows: FlowSet) -> Scene:
    """To the question whether it shall be booked."""
    scene = Scene(Clinic(flows), facts={**FACTS, "tenant.mpesa_enabled": False})
    scene.says("book", service="haircut", staff="anna", time="2026-06-01T16:00", sure=0.95)
    assert scene.taps("insurer=jubilee").state == "CONFIRM"
    return scene


def ran(scene: Scene, tool: str) -> list[Run]:
    return [e for e in scene.effects if isinstance(e, Run) and e.call.tool == tool]


def test_the_hold_is_kept_until_the_last_timer(approvals: FlowSet) -> None:
    scene = asked(approvals).says("affirm")
    assert scene.state == "PREAUTH"
    (kept,) = ran(scene, "keep_hold")
    hold = kept.call.args["hold"]
    assert isinstance(hold, Value)
    assert (hold.value, kept.call.args["seconds"]) == (scene.slot("hold"), DAY)
    scene.says()
    assert not ran(scene, "keep_hold"), "once a wait"


def test_what_is_lost_at_the_yes_is_told_at_once(approvals: FlowSet) -> None:
    """Nobody waits a day for an insurer's word on a time that somebody else has."""
    scene = asked(approvals)
    scene.salon.comes_to["keep_hold"] = "taken"
    scene.says("affirm")
    assert (scene.state, scene.slot("hold")) == ("COLLECT_SLOT", None)
    assert "booking.taken" in scene.said
    assert not ran(scene, "request_preauth")


def test_an_approval_books_without_another_word(approvals: FlowSet) -> None:
    scene = asked(approvals).says("affirm")
    told = Value("preauth", scene.slot("preauth"), facts={"answer": "approved"})
    assert scene.happens("request_preauth.approved", preauth=told).state == "BOOKED"
    assert ran(scene, "confirm_booking")


def test_the_approval_of_another_request_is_not_ours(approvals: FlowSet) -> None:
    scene = asked(approvals).says("affirm")
    other = Value("preauth", "another", facts={"answer": "approved"})
    assert scene.happens("request_preauth.approved", preauth=other).state == "PREAUTH"


def test_whoever_leaves_takes_the_question_back(approvals: FlowSet) -> None:
    scene = asked(approvals).says("affirm")
    scene.says("stop")
    undone = [effect.tool for effect in scene.effects if isinstance(effect, Undo)]
    assert undone == ["withdraw_request_preauth", "release_hold"]
