"""A promise by a rule holds when it is come to, whatever the rule said on the way."""

from pathlib import Path

from tests.proof.small import Slip, faults

BASE = (Path(__file__).parent / "base" / "visit.yaml").read_text("utf-8")


def slip(*changes: tuple[str, str]) -> Slip:
    """Several changes of the flow at once."""
    text = BASE
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return Slip("visit", BASE, text)


MEETS_LATE = (
    ("  know: {do: upsert_contact}\n", ""),
    ("  recap: {say: recap}\n", "  know: {do: upsert_contact}\n  recap: {say: recap}\n"),
)


def test_a_setting_that_is_another_by_then_breaks_it() -> None:
    found = faults(
        slip(
            ("{deposit: 100%}", "{deposit: {usually: 100%, except: {unmet: 0%}}}"),
            ("rules:\n", "rules:\n  unmet: contact is empty\n"),
            *MEETS_LATE,
        )
    )
    told = [one for one in found if "'done' may be reached without 'pay'" in one.fault]
    assert told, [one.fault for one in found]


def test_a_setting_that_stays_what_it_is_keeps_it() -> None:
    found = faults(slip(*MEETS_LATE))
    assert not [one for one in found if "may be reached without" in one.fault]


def test_what_the_calendar_says_may_hold_and_may_not() -> None:
    found = faults(
        slip(
            ("rules:\n", "rules:\n  closed: calendar.weekday = 'sun'\n"),
            ("hold: {do: hold_time,", "hold: {do: hold_time, unless: closed,"),
        )
    )
    told = [one for one in found if "'book' may be reached without 'hold'" in one.fault]
    assert told, [one.fault for one in found]
