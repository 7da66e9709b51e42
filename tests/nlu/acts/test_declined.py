"""A booking that is declined in its midst, and what is called off of several things booked."""

from dataclasses import replace

import pytest

from tests.nlu.scenes import BOOKING, CANCELLING, SUMMARY, decided, heard, hearing

STAFF = hearing("staff", kind="ask")
SKIPPABLE = replace(STAFF, expected=tuple(replace(e, optional=e.asked) for e in STAFF.expected))
DECLINED = """
no don't book it | don't proceed with the booking | no need to book | hold off on booking
please do not book | hapana usiweke | usinibookie | tafadhali usiweke nafasi | msiniwekee
"""
GOES_ON = """
don't book it with Anna | usiweke kesho, weka Ijumaa | why don't you book it | no | hapana
don't forget to book it
"""
CALLED_OFF = """
cancel the follow up but keep the haircut | ghairi follow up lakini kunyoa iache
keep the haircut, drop the follow up | kunyoa ibaki, follow up toa | acha kunyoa, futa follow up
leave the haircut but cancel the follow up | sitaki follow up tena lakini kunyoa nitakuja
drop the follow up please
"""


def cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.replace("\n", "|").split("|") if cell.strip()]


@pytest.mark.parametrize("words", cells(DECLINED))
def test_whoever_declines_the_booking_skips_no_question_of_it(words: str) -> None:
    for asked in (SKIPPABLE, hearing("time", standing=BOOKING), hearing("service")):
        assert decided(heard(words, asked)) == {"stop"}, words
    summary = hearing(standing=SUMMARY, kind="confirm")
    assert decided(heard(words, summary)) == {"deny"}, words


@pytest.mark.parametrize("words", cells(GOES_ON))
def test_what_turns_down_less_ends_no_booking(words: str) -> None:
    assert not decided(heard(words, SKIPPABLE)) & {"stop", "cancel"}, words


@pytest.mark.parametrize("words", cells(CALLED_OFF))
def test_what_stays_is_not_what_is_called_off(words: str) -> None:
    for context in (hearing(), hearing(standing=CANCELLING)):
        said = heard(words, context)
        wanted = [m.value for m in said.mentions if m.type == "service" and not m.excluded]
        assert wanted == ["follow"], words
    assert decided(heard(words)) == {"cancel"}, words


@pytest.mark.parametrize("words", ["toa tu", "ondoa hiyo", "just remove it", "toa hiyo ya kunyoa"])
def test_a_thing_that_is_pointed_at_is_cancelled(words: str) -> None:
    assert decided(heard(words)) == {"cancel"}, words


@pytest.mark.parametrize(
    "words", ["don't book the haircut", "usibook kunyoa", "usiweke haircut", "sitahitaji kunyoa",
              "I won't need the haircut", "don't do the haircut anymore"],
)  # fmt: skip
def test_what_is_not_to_be_booked_on_a_fresh_thread_is_called_off(words: str) -> None:
    said = heard(words)
    assert decided(said) == {"cancel"}, words
    assert [(one.value, one.excluded) for one in said.mentions] == [("cut", False)], words


@pytest.mark.parametrize(
    "words", ["what if I don't want the haircut", "do you not do haircuts",
              "I don't like the haircut I got", "why don't you book the haircut"],
)  # fmt: skip
def test_what_is_only_spoken_of_is_not_called_off(words: str) -> None:
    assert "cancel" not in decided(heard(words)), words


@pytest.mark.parametrize("words", ["ondoa follow up", "remove my follow up please"])
def test_what_may_be_wanted_or_called_off_is_asked_about(words: str) -> None:
    assert decided(heard(words)) == set(), words


@pytest.mark.parametrize(
    "words", ["no booking today", "not booking tomorrow", "leo sibook", "sitaki booking kesho"]
)
def test_no_booking_is_wanted_at_the_time_that_is_told(words: str) -> None:
    fresh, shown = heard(words), heard(words, hearing(standing=SUMMARY, kind="confirm"))
    assert (decided(fresh), fresh.time) == ({"stop"}, None), words
    assert (decided(shown), shown.time) == (set(), None), words


def test_a_time_that_is_wanted_beside_it_stays() -> None:
    assert heard("not booking today, tomorrow at 3pm").time is not None
