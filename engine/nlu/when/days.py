"""Days by name: tomorrow, kesho kutwa, next Friday, J3, wiki ijayo, this weekend."""

from typing import Literal

from engine.nlu.tokens import Message
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import (
    AFTER_JUMA,
    COMING,
    DAY_NUMBERS,
    LAST_EN,
    LAST_SW,
    MONTH,
    NEXT_EN,
    NEXT_SW,
    OFFSETS,
    SHORT_WEEKDAYS,
    THIS_EN,
    THIS_SW,
    TWO_MORROW,
    WEEK,
    WEEKDAYS,
    WEEKEND,
)

Which = Literal["this", "next", "ijayo", "hii"]

_ABBREVIATED = 4
_LEAD = frozenset({"on", "the", "siku", "ya", "for", "this", "of"})
_STRETCHES: tuple[tuple[frozenset[str], Literal["week", "weekend", "month"]], ...] = (
    (WEEK, "week"),
    (WEEKEND, "weekend"),
    (MONTH, "month"),
)


def day(message: Message, at: int) -> Piece | None:
    """A day, or a stretch of days, that begins at `at`."""
    return (
        _numbered(message, at)
        or _relative(message, at)
        or _weekday(message, at)
        or _stretch(message, at)
    )


def _numbered(message: Message, at: int) -> Piece | None:
    """`Siku ya tatu` is Tuesday, the third day from Sunday (seeds/003, 2.1)."""
    weekday = DAY_NUMBERS.get(message.keys[at + 2]) if at + 2 < len(message) else None
    lead = message.keys[at : at + 2] == ("siku", "ya")
    return Piece(at, at + 3, Day(weekday=weekday)) if lead and weekday is not None else None


def _relative(message: Message, at: int) -> Piece | None:
    keys, start = message.keys, at
    at += 1 if keys[at] in {"the", "later", "baadaye", "on"} else 0
    if keys[at : at + 3] == ("day", "after", "tomorrow"):
        return Piece(start, at + 3, Day(offset=2))
    if keys[at : at + 2] == ("kesho", "kutwa"):
        return Piece(start, at + 2, Day(offset=2))
    if keys[at] == "2" and keys[at + 1] in TWO_MORROW and message.glued(at + 1):
        return Piece(start, at + 2, Day(offset=1))
    offset = OFFSETS.get(keys[at])
    return None if offset is None else Piece(start, at + 1, Day(offset=offset))


def weekday_at(message: Message, at: int) -> tuple[int, int] | None:
    """The weekday written at `at` and the token behind: Jumatatu, juma tatu, J3, Fri."""
    keys = message.keys
    if keys[at] in {"juma", "j"} and keys[at + 1] in AFTER_JUMA:
        digit = keys[at + 1].isdigit()
        if (keys[at] == "j" and message.glued(at + 1)) or (keys[at] == "juma" and not digit):
            return AFTER_JUMA[keys[at + 1]], at + 2
    found = WEEKDAYS.get(keys[at])
    if found is None:
        return None
    dotted = len(keys[at]) <= _ABBREVIATED and keys[at + 1] == "." and message.glued(at + 1)
    return found, at + 2 if dotted else at + 1


def _weekday(message: Message, at: int) -> Piece | None:
    keys, start = message.keys, at
    while keys[at] in _LEAD and keys[at] not in THIS_EN:
        at += 1
    which, at = _before(message, at)
    gone = at > start and keys[at - 1] in LAST_EN
    found = weekday_at(message, at)
    if found is None or _other_word(message, at, led=at > start):
        return None
    weekday, at = found
    if gone or keys[at] in LAST_SW:
        return Piece(start, at + 1 if keys[at] in LAST_SW else at, nothing=True, gone=True)
    day = Day(weekday=weekday, which=which)
    if keys[at] in NEXT_SW or keys[at] in THIS_SW:
        return Piece(
            start, at + 1, Day(weekday=weekday, which="ijayo" if keys[at] in NEXT_SW else "hii")
        )
    if keys[at : at + 2] == ("after", "next"):
        return Piece(start, at + 2, Day(weekday=weekday, which=which, week=2))
    if keys[at] == "week" and keys[at + 1] not in NEXT_SW | THIS_SW:
        return Piece(start, at + 1, Day(weekday=weekday, which=which, later=1))
    return Piece(start, at, day)


def _before(message: Message, at: int) -> tuple[Which | None, int]:
    keys = message.keys
    if keys[at] in THIS_EN:
        return "this", at + 2 if keys[at + 1] in COMING else at + 1
    if keys[at] in COMING or keys[at] in LAST_EN:
        return "this", at + 1
    return ("next", at + 1) if keys[at] in NEXT_EN else (None, at)


def _other_word(message: Message, at: int, *, led: bool) -> bool:
    """Whether a short name alone in a sentence is another word: "I sat", "the sun"."""
    if message.keys[at] not in SHORT_WEEKDAYS or led:
        return False
    before = message.keys[at - 1] if at else ""
    return before in {"i", "he", "she", "we", "they", "the", "a"}


def _stretch(message: Message, at: int) -> Piece | None:
    """This week, next month, wiki ijayo, over the weekend: which day is still open."""
    keys, start = message.keys, at
    while keys[at] in {"on", "the", "of", "ya", "in", "during", "over", "for"}:
        at += 1
    step = 0 if keys[at] in THIS_EN else 1 if keys[at] in NEXT_EN | COMING else None
    at += 0 if step is None else 1
    for words, name in _STRETCHES:
        if keys[at] in words:
            return _stretched(message, (start, at + 1), name, step)
    return None


def _stretched(
    message: Message,
    where: tuple[int, int],
    name: Literal["week", "weekend", "month"],
    step: int | None,
) -> Piece | None:
    keys, (start, at) = message.keys, where
    if step is None and keys[at] in NEXT_SW | THIS_SW:
        step, at = int(keys[at] in NEXT_SW), at + 1
    elif keys[at : at + 2] == ("after", "next"):
        step, at = 2, at + 2
    if step is None and name != "weekend":
        return None
    if name == "month":
        return Piece(start, at, Day(months=step, stretch="month"))
    return Piece(start, at, Day(week=step, stretch=name))
