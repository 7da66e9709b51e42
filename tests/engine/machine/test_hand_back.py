"""What stood open when a person took over stands open again when that person hands back."""

import pytest

from engine.model.flow import FlowSet
from engine.model.understanding import (
    Act,
    Language,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from tests.engine.machine.scene import Salon, Scene, booking

LANGUAGE = Language("en", 0.9, "en")
BOOKINGS = (
    booking("b1", "haircut", "anna", "2026-06-01T15:00"),
    booking("b2", "swedish", "mary", "2026-06-05T11:00"),
    booking("b3", "deep", "mary", "2026-06-05T14:00"),
)
BOOK = Act("book", 0.95)
SEVERAL = Mention("service", None, 0.6, candidates=("swedish", "deep"))
TWO = Mention("staff", None, 0.6, candidates=("anna", "mary"))
HOURS = TimeHeard(
    TimeAction.ASK, None, "minute", candidates=("2026-06-01T09:00", "2026-06-01T15:00")
)


def said(*mentions: Mention, time: TimeHeard | None = None) -> Understanding:
    return Understanding((BOOK,), mentions, time, LANGUAGE)


def handed_back(scene: Scene) -> Scene:
    scene.says("handoff")
    assert scene.state == "ESCALATE"
    return scene.happens("notify_admin.handed_back")


@pytest.mark.parametrize(
    ("heard", "asked", "chosen"),
    [
        (said(SEVERAL), ["service=swedish", "service=deep"], "service=deep"),
        (
            said(Mention("service", "swedish", 0.95), TWO),
            ["staff=anna", "staff=mary", "staff=*"],
            "staff=mary",
        ),
        (
            said(Mention("service", "haircut", 0.95), time=HOURS),
            ["time=2026-06-01T09:00", "time=2026-06-01T15:00"],
            "time=2026-06-01T15:00",
        ),
    ],
    ids=["service", "staff", "time"],
)
def test_which_one_is_asked_again_with_the_same_choices(
    scene: Scene, heard: Understanding, asked: list[str], chosen: str
) -> None:
    scene.hears(heard)
    assert (scene.state, scene.chips, scene.said[-1]) == ("CLARIFICATION", asked, "talk.which")
    for _ in range(2):
        handed_back(scene)
        assert scene.said == ["handoff.back", "talk.which"]
        assert (scene.state, scene.chips) == ("CLARIFICATION", asked)
    slot, _, value = chosen.partition("=")
    assert scene.taps(chosen).slot(slot) == value


def test_the_bookings_that_were_meant_come_again(flows: FlowSet) -> None:
    scene = Scene(Salon(flows, bookings=BOOKINGS))
    about = TimeHeard(TimeAction.RESOLVE, "2026-06-05", "day")
    scene.hears(Understanding((Act("cancel", 0.95),), (), None, LANGUAGE, about=about))
    meant = ["appointment=b2", "appointment=b3"]
    assert (scene.state, scene.chips) == ("CANCEL_WHICH", meant)
    handed_back(scene)
    assert (scene.said, scene.chips) == (["handoff.back", "cancel.cancel_which"], meant)


def test_a_rung_asks_in_other_words_and_keeps_the_choices(scene: Scene) -> None:
    scene.hears(said(SEVERAL)).says()
    assert scene.said == ["talk.no_match", "booking.collect_service"]
    assert scene.chips == ["service=swedish", "service=deep"]
    handed_back(scene)
    assert scene.said == ["handoff.back", "talk.which"]


def test_once_answered_it_is_not_asked_again(scene: Scene) -> None:
    scene.hears(said(SEVERAL)).taps("service=deep")
    assert scene.state == "COLLECT_SLOT"
    handed_back(scene)
    assert scene.said == ["handoff.back", "booking.collect_slot"]
    scene.hears(said(Mention("service", None, 0.6, candidates=("haircut", "swedish"))))
    assert scene.chips == ["service=haircut", "service=swedish"]


def test_a_question_that_lies_over_it_leaves_it_as_it_was(scene: Scene) -> None:
    scene.hears(said(SEVERAL)).says("language")
    assert scene.chips == ["language=en", "language=sw"]
    scene.says("stop")
    assert (scene.said, scene.chips) == (["talk.which"], ["service=swedish", "service=deep"])
