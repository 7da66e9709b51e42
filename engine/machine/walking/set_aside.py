"""A time that was not to be had is set aside: its hour goes with another day, or it with another.

It stays in its slot as a wish without a value, so that nothing looks it up again as it is, and
comes back as soon as what it was looked up for is another.
"""

from engine.machine.hearing.hours import HOUR, NEAR, OPENING, SIGHT, TRIED, hour_alone, is_set_aside
from engine.machine.walking.wishes import forget_wish
from engine.machine.working.altered import altered
from engine.machine.working.desk import EMPTY, Desk
from engine.model.builtin import OTHER_DAY
from engine.model.flow import Slot
from engine.model.tool import Answer
from engine.model.value import Scalar, SlotValue, Status, Value

DAY = "day"
_NARROWS = ("after", "before")
_PAST, _CLOSED = "past", "closed"
_OVER = frozenset({"past", "too_soon"})
_WHATEVER = frozenset({"closed", "past", "too_soon", "too_far"})
"""Why a day is not to be had, whoever is asked for."""


def set_aside(
    desk: Desk, index: int, slot: Slot, wish: SlotValue, listed: Answer | None = None
) -> None:
    """Forget a wish that cannot be had, but for what may still hold of it.

    Args:
        desk: the working copy.
        index: the frame.
        slot: the slot of the wish.
        wish: what was looked up.
        listed: what the list says: its reason, without the day where no other person could help,
            and what is free instead. Nothing: the time is over.
    """
    why = listed.said.get("why") if listed else _PAST
    kept = _kept(wish, with_day=why not in _WHATEVER)
    open_then = listed is not None and why == _CLOSED and _shows_its_day(wish, listed)
    if open_then or (why in _OVER and _of_today(desk, wish)):
        kept[SIGHT] = str(wish.value.value).partition("T")[0]
    forget_wish(desk, index, wish, slot.name)
    if slot.type.name == OPENING and kept:
        facts = {**kept, TRIED: _for(desk, index, slot)}
        desk.put(index, slot.name, SlotValue(Value(OPENING, None, facts=facts), Status.WISH))


def keep_in_sight(
    desk: Desk, index: int, slot: Slot, held: Value, *, other_day: bool = False
) -> None:
    """Keep the day of a time that was taken back: another hour alone is of that day.

    Not where the day is to be another: an hour alone asks for it.
    """
    if slot.type.name == OPENING and isinstance(held.value, str):
        day = held.value.partition("T")[0]
        facts: dict[str, Scalar] = {NEAR: day, TRIED: _for(desk, index, slot)}
        facts |= {OTHER_DAY: True} if other_day else {SIGHT: day}
        desk.put(index, slot.name, SlotValue(Value(OPENING, None, facts=facts), Status.WISH))


def standing_wish(desk: Desk, index: int, slot: Slot) -> SlotValue:
    """What a slot holds; a wish that is set aside counts again once it is for somebody else."""
    content = desk.get(index, slot.name)
    if not is_set_aside(content):
        return content
    facts = content.value.facts
    if facts[TRIED] == _for(desk, index, slot) or not {DAY, HOUR} & {*facts}:
        return EMPTY
    again = _revived(content, desk.fact("calendar.date"))
    desk.put(index, slot.name, again)
    return again


def _kept(wish: SlotValue, *, with_day: bool) -> dict[str, Scalar]:
    """The day and the hour of a wish, or of readings that share it."""
    times = wish.candidates or ((wish.value.value,) if isinstance(wish.value.value, str) else ())
    days = {time.partition("T")[0] for time in times}
    hours = {time.partition("T")[2] for time in times}
    narrows = {name: wish.value.facts[name] for name in _NARROWS if name in wish.value.facts}
    kept: dict[str, Scalar] = {NEAR: min(days)} if len(days) == 1 else {}
    if with_day and kept:
        kept = {**kept, DAY: kept[NEAR], **narrows}
    if len(hours) == 1 and hours != {""}:
        kept[HOUR] = hours.pop()
    return kept


def _of_today(desk: Desk, wish: SlotValue) -> bool:
    """Whether it is only the hour that is over, or near: the day itself is today."""
    day, _, hour = str(wish.value.value).partition("T")
    return bool(hour) and day == desk.fact("calendar.date")


def _shows_its_day(wish: SlotValue, listed: Answer) -> bool:
    """Whether it is only the hour that is closed: something else is free on its day."""
    day, _, hour = str(wish.value.value).partition("T")
    return bool(hour) and any(str(one.value).startswith(day) for one in listed.options)


def _revived(content: SlotValue, today: Scalar) -> SlotValue:
    """The wish as it was said; of a day on which nobody could, its hour alone.

    Of an hour at which nobody is there its day alone.
    """
    facts = content.value.facts
    day, hour = facts.get(DAY), facts.get(HOUR)
    if facts.get(SIGHT) not in {None, today}:
        on_day = Value(OPENING, facts[SIGHT], facts={"grain": "day"})
        return SlotValue(on_day, Status.WISH)
    if not isinstance(day, str):
        alone = hour_alone((str(hour),))
        near = {NEAR: facts[NEAR]} if NEAR in facts else {}
        return altered(alone, value=altered(alone.value, facts={**alone.value.facts, **near}))
    if isinstance(hour, str):
        return SlotValue(Value(OPENING, f"{day}T{hour}", facts={"grain": "minute"}), Status.WISH)
    narrows = {name: facts[name] for name in _NARROWS if name in facts}
    return SlotValue(Value(OPENING, day, facts={"grain": "day", **narrows}), Status.WISH)


def _for(desk: Desk, index: int, slot: Slot) -> str:
    """For which service and which person something was looked up."""
    return ",".join(f"{name}={desk.get(index, name).value.value}" for name in slot.needs)
