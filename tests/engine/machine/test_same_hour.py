"""Who comes next "at the same time" comes at the hour of what was booked just before."""

from engine.machine.hearing.hours import together
from engine.model.value import SlotValue, Status, Value

DAY = "2026-06-02"


def day(**facts: str | bool) -> SlotValue:
    return SlotValue(Value("opening", DAY, facts={"grain": "day", **facts}), Status.WISH)


def test_the_hour_of_the_first_is_taken_where_it_is_asked_for() -> None:
    assert together(day(beside="15:00"), day(same_hour=True)).value.value == f"{DAY}T15:00"


def test_a_day_alone_stays_a_day() -> None:
    assert together(day(beside="15:00"), day()).value.value == DAY
    assert together(day(), day(same_hour=True)).value.value == DAY
