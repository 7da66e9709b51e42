"""Days that will not do, people who cannot come, and a no where no yes or no was asked."""

from dataclasses import replace
from datetime import date, time

import pytest

from engine.model.flow import SlotType
from tests.nlu.scenes import BOOKING, CANCELLING, MOVING, SUMMARY, decided, heard, hearing

CONFIRM = hearing(standing=SUMMARY, kind="confirm", day=date(2026, 6, 12), clock=time(15))


@pytest.mark.parametrize(
    "words",
    ["I can't come on Friday", "sitaweza kuja Ijumaa", "I won't make it on Friday", "siwezi Ijumaa",
     "can't do Friday"],
)  # fmt: skip
def test_a_day_that_will_not_do_is_changed_while_a_time_is_chosen(words: str) -> None:
    for standing in (SUMMARY, BOOKING, MOVING):
        said = decided(heard(words, hearing("time", standing=standing, day=date(2026, 6, 12))))
        assert not said & {"cancel", "stop"}, words
    assert decided(heard(words, CONFIRM)) == {"change", "picked=time"}


def test_who_cannot_come_at_all_cancels() -> None:
    for words in ("I can't make it", "sitaweza kuja", "we won't be coming", "hatutakuja"):
        assert "cancel" in decided(heard(words)), words
    assert "cancel" in decided(heard("sitaweza kuja Ijumaa"))


def test_a_plain_no_skips_what_may_stay_open_and_leaves_what_is_booked() -> None:
    types = {"booking": SlotType("appointment", lister="x"), "why": SlotType("text")}
    which = hearing("booking", types=types, standing=CANCELLING)
    why = hearing("why", types=types, standing=CANCELLING)
    optional = replace(why, expected=tuple(replace(e, optional=True) for e in why.expected))
    for words in ("no", "hapana", "no thanks"):
        assert decided(heard(words, which)) == {"stop"}, words
        assert decided(heard(words, optional)) - {"thanks"} == {"skip"}, words
        assert not heard(words, optional).mentions, words
        assert "skip" not in decided(heard(words, why)), words
    assert "skip" not in decided(heard("no, cancel everything", optional))


def test_not_now_is_a_no_and_no_other_day() -> None:
    for words in ("not now", "sio sasa"):
        assert decided(heard(words, CONFIRM)) == {"deny"}, words


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("leo siwezi, Jumamosi saa nane mchana", "2026-06-13T14:00"),
        ("leo siwezi, nisogezee kesho saa tisa mchana", "2026-06-11T15:00"),
        ("I can't make it tomorrow, Friday 3pm works", "2026-06-12T15:00"),
        ("kesho siwezi, keshokutwa je?", "2026-06-12"),
        ("I can't make it tomorrow, how about Friday?", "2026-06-12"),
        ("unable to come tomorrow, can we do Friday at 2pm", "2026-06-12T14:00"),
        ("sitaweza kesho naomba Jumatatu", "2026-06-15"),
        ("leo siwezi fika kesho je", "2026-06-11"),
        ("kesho imenishinda, Ijumaa je?", "2026-06-12"),
        ("tomorrow doesn't work, Friday instead?", "2026-06-12"),
        ("kesho niko busy, Ijumaa iko sawa?", "2026-06-12"),
        ("can you do my massage on Saturday rather than Friday", "2026-06-13"),
    ],
)
def test_a_day_that_will_not_do_beside_one_that_will_moves(words: str, time: str) -> None:
    said = heard(words)
    assert "reschedule" in decided(said)
    assert said.time is not None
    assert said.time.value == time


@pytest.mark.parametrize(
    "words",
    ["I can't come today, tomorrow 3pm I have a meeting at work", "siwezi kuja kesho saa tisa",
     "I can't come, my appointment is tomorrow 3pm", "siwezi kesho, Ijumaa nina kazi",
     "I can't make it tomorrow, I have work on Friday"],
)  # fmt: skip
def test_a_time_that_tells_why_or_what_moves_nothing(words: str) -> None:
    assert "cancel" in decided(heard(words))
    assert "reschedule" not in decided(heard(words))


@pytest.mark.parametrize(
    "words",
    ["running late, there in 15", "nimechelewa nafika in 20 minutes", "I'll be 10 minutes late",
     "stuck in traffic, will be there in 20 min", "niko kwa jam, nafika in 30",
     "nitachelewa nusu saa, sawa?", "running 15 mins late, sorry", "I'm running late for my 2pm",
     "running late, will be there at 3pm", "will be late tomorrow", "nitachelewa kesho",
     "I'll be late for the haircut on Friday", "nitachelewa kunyoa kesho"],
)  # fmt: skip
def test_who_runs_late_tells_the_team_and_moves_nothing(words: str) -> None:
    for context in (hearing(), hearing(kind="confirm", standing=SUMMARY)):
        said = heard(words, context)
        assert decided(said) == {"late"}
        assert (said.mentions, said.time) == ((), None)


@pytest.mark.parametrize(
    "words", ["I'm not late", "I'm not running late", "am I late?", "sijachelewa", "nimechelewa?"]
)
def test_who_is_not_late_tells_nobody(words: str) -> None:
    assert "late" not in decided(heard(words))


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("running late, can I come at 4?", "reschedule"),
        ("running late, move it to 4", "reschedule"),
        ("nimechelewa, naweza kuja saa kumi?", "reschedule"),
        ("nitachelewa, sogeza mbele nusu saa", "reschedule"),
    ],
)
def test_who_runs_late_and_names_another_time_moves(words: str, act: str) -> None:
    assert decided(heard(words)) == {act}


def test_whether_one_may_be_late_is_a_question() -> None:
    assert not decided(heard("is it ok if I'm 15 minutes late")) & {"late", "reschedule"}
