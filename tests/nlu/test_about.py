"""Which time of a message tells something booked apart, and which is its new one."""

import pytest

from engine.model.flow import SlotType
from tests.nlu.scenes import CANCEL_ASKED, CANCELLING, MOVING, SUMMARY, TYPES, acts, heard, hearing

CANCEL, MOVE = "cancel", "reschedule"


@pytest.mark.parametrize(
    ("text", "act", "about", "new"),
    [
        ("cancel the Friday one", CANCEL, "2026-06-12", None),
        ("cancel my booking for tomorrow", CANCEL, "2026-06-11", None),
        ("I need to cancel my 3pm", CANCEL, "15:00", None),
        ("nataka kughairi ya kesho", CANCEL, "2026-06-11", None),
        ("nicancelie ile ya Ijumaa", CANCEL, "2026-06-12", None),
        ("nighairie nafasi ya kesho", CANCEL, "2026-06-11", None),
        ("I can't come on Friday", CANCEL, "2026-06-12", None),
        ("sitaweza kuja Ijumaa", CANCEL, "2026-06-12", None),
        ("move my haircut to Friday 4pm", MOVE, None, "2026-06-12T16:00"),
        ("move the Friday one to 4", MOVE, "2026-06-12", "2026-06-12T16:00"),
        ("move my Friday haircut to Saturday 10am", MOVE, "2026-06-12", "2026-06-13T10:00"),
        ("reschedule my 3pm to 5pm", MOVE, "15:00", "17:00"),
        ("change tomorrow's appointment to Friday", MOVE, "2026-06-11", "2026-06-12"),
        ("change my appointment to Friday 4pm", MOVE, None, "2026-06-12T16:00"),
        ("push it to 5pm", MOVE, None, "17:00"),
        ("can I come on Saturday instead", MOVE, None, "2026-06-13"),
        ("tusogeze Ijumaa saa nne", MOVE, None, "2026-06-12T10:00"),
        ("nisogezee hadi Jumamosi", MOVE, None, "2026-06-13"),
        ("hamisha booking yangu iwe Jumamosi saa nne", MOVE, None, "2026-06-13T10:00"),
        ("ningependa kubadili miadi iwe Ijumaa saa tano", MOVE, None, "2026-06-12T11:00"),
        ("naomba kubadilisha miadi yangu ya kesho iwe Ijumaa", MOVE, "2026-06-11", "2026-06-12"),
    ],
)
def test_the_old_time_and_the_new_one(
    text: str, act: str, about: str | None, new: str | None
) -> None:
    found = heard(text)
    assert acts(found).get(act, 0) >= 0.85
    told, time = found.about, found.time
    assert (told and (told.value or told.after)) == about
    assert (time and (time.value or time.after)) == new


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("I can't make it", CANCEL),
        ("I won't be able to come", CANCEL),
        ("sitaweza kuja", CANCEL),
        ("sitafika", CANCEL),
        ("futa booking yangu", CANCEL),
        ("nisogeze mbele", MOVE),
        ("move it forward by an hour", MOVE),
        ("nataka kuahirisha", MOVE),
        ("can I come at another time", MOVE),
    ],
)
def test_ways_to_say_it(text: str, act: str) -> None:
    assert acts(heard(text)).get(act, 0) >= 0.85


@pytest.mark.parametrize("text", ["Friday", "the Friday one", "ya Ijumaa", "ile ya Ijumaa"])
def test_a_time_told_where_a_booking_is_asked_for_is_its_own(text: str) -> None:
    types = {**TYPES, "appointment": SlotType("appointment", 0.85, None, "list_my_bookings")}
    found = heard(text, hearing("appointment", standing=MOVING, kind="ask", types=types))
    assert found.about is not None
    assert (found.about.value, found.time) == ("2026-06-12", None)


def test_while_choosing_which_to_cancel_the_word_stops_nothing() -> None:
    assert "cancel" not in acts(heard("cancel the massage", hearing(standing=CANCELLING)))


def test_at_the_question_before_a_cancelling_it_may_be_moved_instead() -> None:
    found = heard("can I move it to Friday 2pm", hearing(standing=CANCEL_ASKED, kind="confirm"))
    assert acts(found).get("reschedule", 0) >= 0.85


def test_in_a_booking_the_same_words_change_it() -> None:
    found = heard("move it to 4pm", hearing(standing=SUMMARY, kind="confirm"))
    assert "reschedule" not in acts(found)
    assert found.time is not None


@pytest.mark.parametrize(
    ("text", "booked"),
    [
        ("move the one with Mary to Saturday 10am", True),
        ("sogeza ile ya Mary hadi Jumamosi saa nne", True),
        ("reschedule my appointment with Mary", True),
        ("move it to Friday with Mary", False),
        ("reschedule my massage, with Mary this time", False),
    ],
)
def test_who_it_is_booked_with_or_is_to_be(text: str, booked: bool) -> None:
    (person,) = (mention for mention in heard(text).mentions if mention.type == "staff")
    assert (person.value, person.booked) == ("st_2", booked)


@pytest.mark.parametrize("text", ["no wait, the Friday one", "sorry, the one on Friday"])
def test_asked_whether_to_cancel_another_day_is_that_of_another_booking(text: str) -> None:
    said = heard(text, hearing(kind="confirm", standing=CANCEL_ASKED))
    assert said.time is None
    assert said.about is not None
    assert said.about.value == "2026-06-12"


def test_with_nothing_booked_a_time_is_wished_for() -> None:
    said = heard("yes, a haircut tomorrow at 3pm", hearing(kind="confirm", standing=CANCELLING))
    assert said.time is not None
    assert said.time.value == "2026-06-11T15:00"
