"""How each kind of value is put into words; what cannot be shown gives None."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType

from engine.model.facts import SHARE, SPAN, kind_of
from engine.model.value import ANYONE, Scalar, Value
from engine.render.clean import one_line
from engine.render.phones import in_groups
from engine.render.style import Style

_STAFF = "staff"
_NAMED_ONLY = frozenset({"service", _STAFF, "hold", "contact", "appointment", "payment", ""})
"""Kinds whose value is an id of ours: without a name there is nothing to show."""

LANGUAGES = MappingProxyType({"en": "English", "sw": "Kiswahili"})
"""What each language calls itself, by locale."""


def show(value: Value, style: Style) -> str | None:
    """Put a value into words.

    Returns:
        The words, one line; None if it holds nothing that a customer could read.
    """
    if value.value is None:
        return None
    if value.value == ANYONE and value.type == _STAFF:
        return style.tongue.anyone
    return _KINDS.get(value.type, _named)(value, style)


def holds(value: Value) -> bool:
    """Whether there is something in it: not 0, and not an answer that was skipped."""
    if value.value == ANYONE:
        return value.type == _STAFF
    return value.value not in {None, "", 0}


def fact(name: str, scalar: Scalar, style: Style) -> Value:
    """A fact as a value of its own, so that `payment.amount` is shown as money."""
    return Value(kind_of(name, style.kinds), scalar)


def moment(value: Value) -> datetime | date | None:
    """An opening's start, local to the business; a date if only the day is known."""
    if not isinstance(value.value, str):
        return None
    try:
        if "T" in value.value:
            return datetime.fromisoformat(value.value)
        return date.fromisoformat(value.value)
    except ValueError:
        return None


def _opening(value: Value, style: Style) -> str | None:
    at = moment(value)
    if isinstance(at, datetime):
        return style.tongue.moment(at, style.today, spoken=style.spoken)
    if at is None:
        return None
    return style.tongue.day(at, style.today, spoken=style.spoken)


def _money(value: Value, style: Style) -> str | None:
    amount = value.value
    if isinstance(amount, bool) or not isinstance(amount, int | float):
        return None
    return style.tongue.money(amount, spoken=style.spoken)


def _phone(value: Value, style: Style) -> str | None:
    grouped = in_groups(one_line(str(value.value)))
    if not style.spoken:
        return grouped
    figures = "".join(one for one in grouped if one.isdecimal() or one == " ")
    return style.tongue.digits(figures)


def _clock(value: Value, style: Style) -> str | None:
    """A time of day, "09:00"; the end of a day is its midnight."""
    hour, _, minute = str(value.value).partition(":")
    if not (hour.isdecimal() and minute.isdecimal()):
        return None
    return style.tongue.clock(time(int(hour) % 24, int(minute)), spoken=style.spoken)


def _weekdays(value: Value, style: Style) -> str | None:
    """ISO weekdays in a row: "1-5", or "6"."""
    first, _, last = str(value.value).partition("-")
    return style.tongue.weekdays(int(first), int(last or first))


def _language(value: Value, style: Style) -> str | None:
    """A language by its own name, so that whoever speaks it finds it."""
    return LANGUAGES.get(str(value.value)) or _named(value, style)


def _number(value: Value, style: Style) -> str | None:
    if style.spoken and isinstance(value.value, int):
        return style.tongue.number(value.value)
    return _named(value, style)


def _named(value: Value, style: Style) -> str | None:
    name = one_line(_name(value.names, style.locale))
    if name:
        return name
    if value.type in _NAMED_ONLY:
        return _as_heard(value)
    if isinstance(value.value, bool):
        return style.tongue.both(yes=value.value)
    return one_line(str(value.value))


def _as_heard(value: Value) -> str | None:
    """What is no thing of ours is shown in the customer's own words."""
    heard = value.facts.get("text")
    return one_line(heard) or None if isinstance(heard, str) else None


def _name(names: Mapping[str, str], locale: str) -> str:
    """The name in this language, else the one for all, else whichever there is."""
    return names.get(locale) or names.get("") or next(filter(None, names.values()), "")


def _span(value: Value, style: Style) -> str | None:
    """Seconds, as an operator sets them: "30m"."""
    if not isinstance(value.value, int):
        return _named(value, style)
    return style.tongue.span(value.value, spoken=style.spoken)


def _share(value: Value, style: Style) -> str | None:
    """A part of one, as an operator sets it: "50%"."""
    part = value.value
    if isinstance(part, bool) or not isinstance(part, int | float):
        return _named(value, style)
    percent = round(part * 100, 4)
    whole = int(percent) if percent == int(percent) else percent
    return style.tongue.share(whole, spoken=style.spoken)


_KINDS: Mapping[str, Callable[[Value, Style], str | None]] = MappingProxyType(
    {
        "opening": _opening,
        "day": _opening,
        "money": _money,
        "phone": _phone,
        "number": _number,
        "clock": _clock,
        SPAN: _span,
        SHARE: _share,
        "weekdays": _weekdays,
        "language": _language,
    }
)
