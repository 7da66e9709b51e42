"""Silence: the ladder of a call, the half hour of a text, and what a timer may do."""

from dataclasses import replace
from typing import Any

from engine.model.effect import Say
from engine.model.flow import FlowSet, Kind
from tests.engine.machine.edits import Editor
from tests.engine.machine.scene import Scene


def _calls(scene: Scene) -> Scene:
    scene.session = replace(scene.session, channel="voice")
    return scene


def test_three_silences_of_a_call(scene: Scene) -> None:
    _calls(scene).says("book", service="swedish")
    started = scene.now
    assert scene.rings("collect_staff", "timer_1").said == [
        "talk.no_input",
        "booking.collect_staff",
    ]
    assert scene.rings("collect_staff", "timer_2").said == [
        "talk.still_nothing",
        "booking.collect_staff",
    ]
    scene.rings("collect_staff", "timer_3")
    assert (scene.state, scene.said) == ("ABANDONED", ["booking.abandoned"])
    assert (scene.now - started).total_seconds() == 24


def test_every_question_of_every_flow_has_an_end_on_a_call(flows: FlowSet) -> None:
    for flow in flows.flows.values():
        for state in flow.states.values():
            if state.kind not in {Kind.ASK, Kind.CHOOSE, Kind.CONFIRM}:
                continue
            calling = [timer for timer in state.timers if timer.channel == "voice"]
            said = [timer.way.say for timer in calling[:-1]]
            assert said == ["talk.no_input", "talk.still_nothing"], (flow.name, state.id)
            ends = [timer.way for timer in state.timers if not timer.channel and timer.way.step]
            assert calling[-1].way in ends, (flow.name, state.id)


def test_a_flow_that_speaks_of_a_channel_itself_has_its_own_silence() -> None:
    def slower(flow: dict[str, Any]) -> None:
        flow["timers"].append({"quiet": "40s", "go": "no_answer", "channel": "voice"})

    timers = Editor().edited("feedback", slower).flows["feedback"].states["rating"].timers
    assert [timer.channel for timer in timers] == [None, "voice"]


def test_a_word_begins_the_silence_anew(scene: Scene) -> None:
    _calls(scene).says("book", service="swedish").rings("collect_staff", "timer_1")
    heard = scene.says("repeat").now
    due = {timer.name: timer.due_at for timer in scene.session.timers}
    assert "timer_1" not in due, "each once"
    assert (due["timer_2"] - heard).total_seconds() == 16


def test_a_text_is_left_after_half_an_hour_and_told_so(scene: Scene) -> None:
    scene.says("book", service="swedish", staff="anna", time="2026-06-01T15:00")
    assert [timer.name for timer in scene.session.timers] == ["timer_0"]
    started = scene.now
    scene.rings("confirm")
    assert (scene.now - started).total_seconds() == 1800
    assert (scene.state, scene.said) == ("ABANDONED", ["booking.abandoned"])
    assert scene.undone == ["tentatively_reserve"]


def test_silence_at_what_to_change_leaves_the_question_beneath(confirming: Scene) -> None:
    confirming.says("change").rings("which")
    assert (confirming.state, confirming.said) == ("CONFIRM", ["booking.summary"])


def test_a_person_who_never_comes_gives_the_conversation_back(confirming: Scene) -> None:
    confirming.says("handoff").rings("escalate", "timer_0")
    assert (confirming.state, confirming.said) == ("ESCALATE", ["handoff.still_waiting"])
    confirming.rings("escalate", "timer_1")
    assert (confirming.state, confirming.said) == (
        "CONFIRM",
        ["handoff.nobody_came", "booking.summary"],
    )


def test_rungs_are_worded_by_their_number_and_counted_by_attempt(confirming: Scene) -> None:
    assert _rungs(confirming.says()) == [1, 1]
    assert _rungs(confirming.says()) == [2, 2]
    confirming.says("stop").says("book", service="swedish")
    assert _rungs(confirming.says()) == [1, 1]


def _rungs(scene: Scene) -> list[int]:
    return [effect.rung for effect in scene.effects if isinstance(effect, Say)]
