"""An hour that was said without a day is a wish until the day is known, never taken for today.

Such a wish has no value; its hours stand among its facts, the likeliest first.
"""

from collections.abc import Sequence

from engine.machine.working.altered import altered
from engine.model.builtin import OTHER_DAY
from engine.model.value import Scalar, SlotValue, Status, Value

OPENING = "opening"
HOUR = "clock"
"""The fact that holds the hour as "HH:MM": the one said, or the likeliest of its readings."""
HOURS = "clocks"
"""All readings of an hour that may mean several, with commas between."""
TRIED = "tried"
"""The fact that marks a wish which was not to be had: for whom it was looked up."""
BESIDE = "beside"
"""The fact of a day that holds the hour of what was booked just before: "same time"."""
SIGHT = "sight"
"""The fact that holds the day of such a wish where it is still meant, at another hour."""
NEAR = "near"
"""The fact that holds the day of such a wish, whatever it was refused for."""
MOST_READINGS = 7


def hour_alone(hours: Sequence[str], confidence: float = 1.0) -> SlotValue:
    """A wish for an hour of a day that is still open.

    Args:
        hours: its readings as "HH:MM", the likeliest first; one at least.
        confidence: of what was heard.
    """
    facts: dict[str, Scalar] = {"grain": "minute", HOUR: hours[0]}
    facts |= {HOURS: ",".join(hours)} if len(hours) > 1 else {}
    return SlotValue(Value(OPENING, None, facts=facts), Status.WISH, confidence)


def hours_of(wish: Value) -> tuple[str, ...]:
    """The readings of an hour whose day is open; none of a wish that names a day, or no hour."""
    if wish.type != OPENING or wish.value is not None or TRIED in wish.facts:
        return ()
    said = wish.facts.get(HOURS, wish.facts.get(HOUR))
    return tuple(said.split(",")) if isinstance(said, str) else ()


def is_set_aside(content: SlotValue) -> bool:
    """Whether a wish was not to be had, and waits for another person or another day."""
    open_ = content.status is Status.WISH and content.value.value is None
    return open_ and TRIED in content.value.facts


def together(held: SlotValue, heard: SlotValue) -> SlotValue:
    """What was wished for and what is said of it now, as one: an hour and its day, or its part."""
    hours, named = hours_of(held.value), hours_of(heard.value)
    if len(hours) > 1 and not named:
        return _narrowed(hours, heard)
    if named and OTHER_DAY in held.value.facts:
        facts = {**heard.value.facts, OTHER_DAY: True}
        return altered(heard, value=altered(heard.value, facts=facts))
    day = _day(held.value)
    if day and day == _day(heard.value) and "same_hour" in heard.value.facts:
        named = (str(held.value.facts[BESIDE]),) if BESIDE in held.value.facts else ()
    return _on((day,), named, heard) if day and named else heard


def _narrowed(hours: Sequence[str], heard: SlotValue) -> SlotValue:
    """The hour that may mean several, as far as a day or a part of one tells which."""
    facts = heard.value.facts
    after, before = str(facts.get("after", "00:00")), str(facts.get("before", "24:00"))
    fitting = [hour for hour in hours if after <= hour < before]
    days = heard.candidates or ((_day(heard.value),) if _day(heard.value) else ())
    if not fitting or any("T" in day for day in days) or "past" in facts:
        return heard
    if days:
        return _on(days, fitting, heard)
    said = "after" in facts or "before" in facts
    return hour_alone(fitting, heard.confidence) if said else heard


def _on(days: Sequence[str], hours: Sequence[str], heard: SlotValue) -> SlotValue:
    """Those hours of those days: one is meant, several are asked about."""
    times = tuple(f"{day}T{hour}" for day in days for hour in hours)[:MOST_READINGS]
    facts: dict[str, Scalar] = {"grain": "minute"}
    if len(times) == 1:
        return altered(heard, value=Value(OPENING, times[0], facts=facts), candidates=())
    return altered(heard, value=Value(OPENING, None, facts=facts), candidates=times)


def _day(wish: Value) -> str:
    """The day of a wish that names one and no hour; "" of any other."""
    named = wish.facts.get("grain") == "day" and isinstance(wish.value, str)
    return str(wish.value) if named else ""
