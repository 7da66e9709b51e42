"""An hour later than what is booked, said before all else: counted once the booking is known."""

import pytest

from engine.model.understanding import TimeAction
from tests.nlu.scenes import MOVING, decided, heard, hearing

SHIFTS = {
    "move my haircut an hour later": (60,),
    "bring forward two hours": (-120,),
    "push it by 30 minutes": (30,),
    "make it a day earlier": (-1440,),
    "can I come half an hour earlier": (-30,),
    "move my 3pm an hour later": (60,),
    "shift my slot by 2 hours": (-120, 120),
    "move my massage back an hour": (-60, 60),
    "I'd like to come in an hour earlier than booked": (-60,),
    "sogeza mbele saa moja": (60,),
    "rudisha nyuma dakika thelathini": (-30,),
    "nisogezee mbele kwa nusu saa": (30,),
    "nije nusu saa mapema": (-30,),
    "ahirisha kwa siku mbili": (2880,),
    "badilisha iwe siku moja mapema": (-1440,),
}


@pytest.mark.parametrize(("words", "ways"), SHIFTS.items(), ids=list(SHIFTS))
def test_it_moves_the_booking_by_so_much(words: str, ways: tuple[int, ...]) -> None:
    said = heard(words)
    assert said.time is not None
    assert (said.time.action, said.time.value, said.time.shift) == (TimeAction.ASK_TIME, None, ways)
    assert decided(said) == {"reschedule"}
    assert not said.mentions or words.startswith("move my")


def test_the_day_after_is_a_day_and_no_hour() -> None:
    said = heard("move it to the day after").time
    assert said is not None
    assert (said.grain, said.shift) == ("day", (1440,))


def test_a_bare_hour_later_counts_from_now() -> None:
    said = heard("an hour later").time
    assert said is not None
    assert (said.value, said.shift) == ("2026-06-10T11:30", ())


def test_at_the_question_for_another_time_it_counts_from_the_booking() -> None:
    said = heard("an hour later", hearing("time", standing=MOVING, kind="ask")).time
    assert said is not None
    assert said.shift == (60,)


@pytest.mark.parametrize(
    "words", ["can I come the next day you are open", "how long until my next day off"]
)
def test_whichever_day_comes_next_counts_from_nothing(words: str) -> None:
    said = heard(words)
    assert said.time is None or not said.time.shift
    assert "reschedule" not in decided(said)
