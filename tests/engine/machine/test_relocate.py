"""Conversations of an older version in a newer one: where they go on, and when they cannot."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from engine.machine.versions.homeless import Homeless, Why
from engine.machine.versions.relocate import relocate
from engine.machine.versions.renames import renamed
from engine.machine.versions.take_in import take_in
from engine.model.event import Due, Tap
from engine.model.flow import Flow, FlowSet, Moved
from engine.model.session import Session
from engine.model.value import Status
from tests.engine.machine.edits import Edit, Editor, rename_step
from tests.engine.machine.scene import Scene


@pytest.fixture(scope="module")
def editor() -> Editor:
    return Editor()


def moved(scene: Scene, flows: FlowSet) -> Session:
    """The scene's conversation in other flows."""
    older = {flow.digest: flow for flow in scene.salon.flows.flows.values()}
    found = relocate(scene.session, flows, older)
    assert isinstance(found, Session), found
    return found


def lost(scene: Scene, flows: FlowSet) -> Homeless:
    older = {flow.digest: flow for flow in scene.salon.flows.flows.values()}
    found = relocate(scene.session, flows, older)
    assert isinstance(found, Homeless), found
    return found


def in_place(flows: FlowSet, flow: Flow) -> FlowSet:
    """The flows, one of them in the place of the one of its name."""
    return replace(flows, flows={**flows.flows, flow.name: flow})


def goes_on(scene: Scene, flows: FlowSet, session: Session | None = None) -> Scene:
    """The same customer, whose next turn is taken by other flows."""
    scene.session = session or moved(scene, flows)
    scene.salon.flows = flows
    return scene


def without(step: str, **instead: Any) -> Edit:
    def edit(data: dict[str, Any]) -> None:
        del data["steps"][step]
        for name, body in instead.items():
            data["steps"][name].update(body)

    return edit


def before(step: str, **added: Mapping[str, Any]) -> Edit:
    """New steps before one."""

    def edit(data: dict[str, Any]) -> None:
        steps: dict[str, Any] = {}
        for name, body in data["steps"].items():
            if name == step:
                steps.update(added)
            steps[name] = body
        data["steps"] = steps

    return edit


def shorter_silence(data: dict[str, Any]) -> None:
    data["settings"]["give_up_after"] = "45m"


def test_nothing_changed_is_the_same_session(confirming: Scene, flows: FlowSet) -> None:
    assert relocate(confirming.session, flows) is confirming.session


def test_a_changed_setting_leaves_the_conversation_where_it_is(
    editor: Editor, confirming: Scene
) -> None:
    newer = editor.edited("booking", shorter_silence)
    goes_on(confirming, newer)
    assert confirming.state == "CONFIRM"
    assert confirming.taps("act:affirm").state == "PAYMENT_PENDING"
    assert confirming.ran == ["confirm_booking", "initiate_stk_push"]


def test_the_old_question_stays_open(editor: Editor, confirming: Scene) -> None:
    asked = confirming.session.prompt
    assert asked is not None
    goes_on(confirming, editor.edited("booking", shorter_silence))
    assert confirming.says("other", sure=0.95).session.prompt != asked
    assert confirming.state in {"CONFIRM", "CLARIFICATION"}


def test_a_step_that_is_gone_leaves_no_place(editor: Editor, scene: Scene) -> None:
    scene.says("book", service="swedish")
    assert scene.state == "COLLECT_STAFF"
    gone = lost(scene, editor.edited("booking", rename_step("collect_staff", "pick_person")))
    assert (gone.flow, gone.step, gone.why) == ("booking", "collect_staff", Why.STEP)


def test_a_map_takes_the_conversation_along(editor: Editor, scene: Scene) -> None:
    scene.says("book", service="swedish")
    newer = editor.edited(
        "booking",
        rename_step("collect_staff", "pick_person"),
        Moved(steps={"collect_staff": "pick_person"}),
    )
    prompt = scene.session.prompt
    assert prompt is not None
    goes_on(scene, newer)
    assert (scene.state, scene.session.prompt) == (
        "PICK_PERSON",
        replace(prompt, step="pick_person"),
    )
    assert scene.taps("staff=anna").state == "COLLECT_SLOT"


def test_a_map_speaks_for_the_versions_that_it_names(editor: Editor, scene: Scene) -> None:
    scene.says("book", service="swedish")
    edit, steps = rename_step("collect_staff", "pick_person"), {"collect_staff": "pick_person"}
    digest = scene.session.frames[0].digest
    other = editor.edited("booking", edit, Moved(frozenset({"0" * 12}), steps))
    assert lost(scene, other).why is Why.STEP
    named = editor.edited("booking", edit, Moved(frozenset({digest[:12]}), steps))
    assert moved(scene, named).frames[0].step == "pick_person"


def test_a_new_question_before_the_confirm_is_asked(editor: Editor, confirming: Scene) -> None:
    asks = {"colour": {"ask": "colour", "type": "text", "say": "collect_phone"}}
    goes_on(confirming, editor.edited("booking", before("hold", **asks)))
    confirming.taps("act:affirm")
    assert confirming.state == "COLOUR"
    assert confirming.ran == []
    assert "talk.old_button" in confirming.said
    assert confirming.says(text="red").state == "CONFIRM"
    assert confirming.taps("act:affirm").ran == ["confirm_booking", "initiate_stk_push"]


def test_what_is_under_way_is_awaited(editor: Editor, paying: Scene) -> None:
    goes_on(paying, editor.edited("booking", shorter_silence))
    assert paying.happens("initiate_stk_push.settled").session.ended == "booked"


def test_money_under_way_has_no_place_where_it_is_not_awaited(
    editor: Editor, paying: Scene
) -> None:
    newer = editor.edited("payment", rename_step("payment_pending", "push"))
    assert (lost(paying, newer).why, lost(paying, newer).step) == (Why.STEP, "payment_pending")
    mapped = editor.edited(
        "payment",
        rename_step("payment_pending", "push"),
        Moved(steps={"payment_pending": "push"}),
    )
    goes_on(paying, mapped)
    (pending,) = [t for t in paying.session.timers if t.frame == paying.session.frames[-1].uid][:1]
    assert pending.step == "push"
    assert paying.happens("initiate_stk_push.settled").session.ended == "booked"


def test_an_answer_of_another_kind_has_no_place(editor: Editor, confirming: Scene) -> None:
    """The step stays, and asks for something else than a person."""
    newer = editor.edited("booking", shorter_silence)
    flow = newer.flows["booking"]
    other = replace(flow.slots["staff"], type=flow.slots["phone"].type)
    newer = in_place(newer, replace(flow, slots={**flow.slots, "staff": other}))
    assert (lost(confirming, newer).why, lost(confirming, newer).what) == (Why.TYPE, "staff")


def test_an_answer_used_for_good_is_not_dropped(editor: Editor, paying: Scene) -> None:
    newer = editor.edited("booking", shorter_silence, Moved(slots={"service": None}))
    assert (lost(paying, newer).why, lost(paying, newer).what) == (Why.SEALED, "service")


def test_an_answer_that_is_dropped_is_asked_for(editor: Editor, confirming: Scene) -> None:
    newer = editor.edited("booking", shorter_silence, Moved(slots={"staff": None}))
    goes_on(confirming, newer)
    assert confirming.taps("act:affirm").state == "COLLECT_STAFF"


def test_what_a_tool_made_must_be_undone_by_somebody(editor: Editor, confirming: Scene) -> None:
    newer = editor.edited("booking", shorter_silence)
    flow = newer.flows["booking"]
    steps = {name: state for name, state in flow.states.items() if name != "hold"}
    newer = in_place(newer, replace(flow, states=steps))
    assert lost(confirming, newer).why is Why.UNDO


def test_a_silent_step_is_found_by_what_it_does(editor: Editor, confirming: Scene) -> None:
    goes_on(confirming, editor.edited("booking", rename_step("hold", "keep_the_chair")))
    assert confirming.taps("act:affirm").ran == ["confirm_booking", "initiate_stk_push"]


def test_taps_and_timers_that_were_made_earlier_keep_their_meaning(
    editor: Editor, scene: Scene
) -> None:
    scene.says("book", service="swedish")
    newer = editor.edited(
        "booking",
        rename_step("collect_staff", "pick_person"),
        Moved(steps={"collect_staff": "pick_person"}, slots={"staff": "person_wanted"}),
    )
    uid = scene.session.frames[0].uid
    due = Due(uid, "collect_staff", "timer_0")
    assert renamed(due, scene.session, newer) == Due(uid, "pick_person", "timer_0")
    assert renamed(Tap(4, "staff=anna"), scene.session, newer) == Tap(4, "person_wanted=anna")


def test_without_a_place_the_flow_begins_again_with_what_was_said(
    editor: Editor, confirming: Scene
) -> None:
    newer = editor.edited("booking", rename_step("confirm", "check"))
    assert lost(confirming, newer).why is Why.STEP
    session = take_in(confirming.session, newer)
    assert {held.status for held in session.frames[0].slots.values()} == {Status.FILLED}
    goes_on(confirming, newer, session).says("thanks")
    assert confirming.state == "CHECK"
    assert confirming.says("affirm").ran == ["confirm_booking", "initiate_stk_push"]


def test_without_a_place_after_money_a_person_takes_over(editor: Editor, paying: Scene) -> None:
    newer = editor.edited("payment", rename_step("payment_pending", "push"))
    goes_on(paying, newer, take_in(paying.session, newer)).says("other")
    assert (paying.state, paying.ran) == ("ESCALATE", ["notify_admin"])


def test_beneath_a_person_the_flow_walks_again_when_it_is_back(
    editor: Editor, confirming: Scene
) -> None:
    confirming.says("handoff")
    asks = {"colour": {"ask": "colour", "type": "text", "say": "collect_phone"}}
    goes_on(confirming, editor.edited("booking", before("hold", **asks)))
    assert confirming.happens("notify_admin.handed_back").state == "COLOUR"
