"""Days by name: tomorrow, kesho kutwa, next Friday, J3, wiki ijayo, this weekend."""

from dataclasses import replace
from typing import Literal

from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.numbers import swahili, swahili_ordinal
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.calendar import (
    AFTER_JUMA,
    AFTER_NEXT,
    COMING,
    DAY_NUMBERS,
    EITHER_WEEKDAY,
    EVERY,
    FORTNIGHT,
    GLUED_WEEKS,
    LAST_EN,
    LAST_SW,
    MONTH,
    NEXT_EN,
    NEXT_SW,
    OFFSETS,
    OTHER_SW,
    PHRASED_OFFSETS,
    SHORT_WEEKDAYS,
    THIS_EN,
    THIS_SW,
    TWO_MORROW,
    WALL_WEEKDAYS,
    WEEK,
    WEEKDAYS,
    WEEKEND,
    YEAR,
)
from engine.nlu.words.clock import PARTS

Stretch = Literal["week", "weekend", "month", "year"]
Which = Literal["this", "next", "last", "ijayo", "hii"]

_BEHIND: dict[str, Which] = {
    **dict.fromkeys(LAST_SW, "last"),
    **dict.fromkeys(NEXT_SW, "ijayo"),
    **dict.fromkeys(THIS_SW, "hii"),
}
_NOTHING_MORE = frozenset(
    {"", ".", ",", "?", "!", "that", "for", "please", "if", "kama", "with", "na"}
)
"""Behind "the Saturday after": after what nobody says."""
_BEYOND = table(AFTER_NEXT)
_TOMORROW = frozenset({"kesho"})
"""Wiki kesho, mwezi kesho, mwaka kesho: the next one."""
_ABBREVIATED = 4
_LEAD = frozenset({"on", "the", "siku", "ya", "for", "this", "of"})
_STRETCHES: tuple[tuple[frozenset[str], Stretch], ...] = (
    (WEEK, "week"),
    (WEEKEND, "weekend"),
    (MONTH, "month"),
    (YEAR, "year"),
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
    for words, offset in PHRASED_OFFSETS.items():
        if keys[at : at + len(words)] == words:
            behind = at + len(words)
            doubt = keys[behind] == "yake"  # the day after it, or after one that is not in sight
            behind += 1 if doubt else 0
            return Piece(start, behind, Day(offset=offset), gone=offset < 0, doubt=doubt)
    if keys[at] == "2" and keys[at + 1] in TWO_MORROW and message.glued(at + 1):
        return Piece(start, at + 2, Day(offset=1))
    named = OFFSETS.get(keys[at])
    if named is None:
        return None
    if keys[at : at + 2] == ("kesho", "yake"):  # the day after some day that is not in sight
        return Piece(start, at + 2, Day(offset=named), doubt=True)
    more = 7 if keys[at + 1] == "week" and named in {0, 1} else 0
    return Piece(start, at + (2 if more else 1), Day(offset=named + more), gone=named < 0)


def weekday_at(message: Message, at: int) -> tuple[int, int] | None:
    """The weekday written at `at` and the token behind: Jumatatu, juma tatu, J3, Fri."""
    keys = message.keys
    if keys[at] in {"juma", "j"} and keys[at + 1] in AFTER_JUMA:
        digit = keys[at + 1].isdigit()
        if (keys[at] == "j" and message.glued(at + 1)) or (
            keys[at] == "juma" and (not digit or message.glued(at + 1))
        ):
            return AFTER_JUMA[keys[at + 1]], at + 2
    found = WEEKDAYS.get(keys[at])
    if found is None and keys[at] in WALL_WEEKDAYS and _hour_follows(message, at + 1):
        found = WALL_WEEKDAYS[keys[at]]
    if found is None:
        return None
    dotted = len(keys[at]) <= _ABBREVIATED and keys[at + 1] == "." and message.glued(at + 1)
    return found, at + 2 if dotted else at + 1


def _hour_follows(message: Message, at: int) -> bool:
    """Whether an hour, a part of the day or a week stands there: "Jm saa nne", "Ij asubuhi"."""
    key = message.keys[at]
    return key in {"saa", "tarehe", "ya", "at"} or key in PARTS or key in _BEHIND


def _weekday(message: Message, at: int) -> Piece | None:
    keys, start = message.keys, at
    while keys[at] in _LEAD and keys[at] not in THIS_EN:
        at += 1
    every = keys[at] in EVERY
    if keys[at] in EITHER_WEEKDAY and _hour_follows(message, at + 1):
        return Piece(start, at + 1, vague=True, doubt=True)
    which, at = _before(message, at + 1 if every else at)
    found = weekday_at(message, at)
    if found is None or _other_word(message, at, led=at > start):
        return None
    twice = 1 if which == "next" and keys[at - 2] in NEXT_EN else None
    day, behind = _followed(message, found[1], Day(weekday=found[0], which=which, later=twice))
    several = swahili(message, behind)  # Jumamosi mbili zijazo
    if several is not None and keys[several[1]] in NEXT_SW:
        return Piece(start, several[1] + 1, day, doubt=True)
    doubt = every or (keys[behind] == "after" and keys[behind + 1] in _NOTHING_MORE)
    return Piece(start, behind, day, gone=day.which == "last", doubt=doubt)


def _followed(message: Message, at: int, day: Day) -> tuple[Day, int]:
    """The weekday with what stands behind it: ijayo, after next, "Friday week"."""
    keys = message.keys
    at += 1 if keys[at] in {"ile", "hiyo"} and keys[at + 1] in OTHER_SW else 0
    which = _BEHIND.get(keys[at])
    if which is not None:
        return replace(day, which=which), at + 1
    if keys[at : at + 3] == ("the", "other", "week"):
        return replace(day, which="ijayo"), at + 3
    if keys[at : at + 2] == ("after", "next"):
        return replace(day, which="next", later=1), at + 2
    if keys[at] in FORTNIGHT:
        return replace(day, later=2), at + 1
    if keys[at] in {"week", "wk"} and _BEHIND.get(keys[at + 1]) is None:
        return replace(day, later=1), at + 1
    return day, at


def _before(message: Message, at: int) -> tuple[Which | None, int]:
    keys = message.keys
    if keys[at] in THIS_EN:
        return "this", at + 2 if keys[at + 1] in COMING else at + 1
    if keys[at] in COMING:
        return "this", at + 1
    if keys[at] in LAST_EN:
        return "last", at + 1
    if keys[at] in NEXT_EN:
        return "next", at + 2 if keys[at + 1] in NEXT_EN else at + 1
    if keys[at] == "other" and at and keys[at - 1] == "the":
        return "ijayo", at + 1  # as `Ijumaa ingine`: which one is asked
    return None, at


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
    if keys[at] in GLUED_WEEKS:
        return Piece(start, at + 1, Day(week=GLUED_WEEKS[keys[at]], stretch="week"))
    step, at = _step(message, at)
    for words, name in _STRETCHES:
        if keys[at] in words:
            return _stretched(message, (start, at + 1), name, step)
    return None


def _step(message: Message, at: int) -> tuple[int | None, int]:
    """How many weeks or months on, and the token behind: this, next, "next next", last."""
    keys = message.keys
    if keys[at] in THIS_EN:
        return 0, at + 1
    if keys[at] in NEXT_EN | COMING:
        return (2, at + 2) if keys[at + 1] in NEXT_EN else (1, at + 1)
    return (-1, at + 1) if keys[at] in LAST_EN else (None, at)


def _stretched(
    message: Message,
    where: tuple[int, int],
    name: Stretch,
    step: int | None,
) -> Piece | None:
    keys, (start, at) = message.keys, where
    counted = swahili_ordinal(message, at + 1) if step is None and keys[at] == "ya" else None
    if counted:  # wiki ya pili: of which month?
        return Piece(start, counted[1], vague=True, doubt=True)
    step, at = _step_behind(message, at, step)
    if step is None and name != "weekend":
        return None
    if step == -1 and keys[at] in {"of", "in"}:
        return Piece(start, at, vague=True)  # the last week of July
    if name == "year":
        return Piece(start, at, Day(years=step, stretch="year"), gone=step == -1)
    if name == "month":
        return Piece(start, at, Day(months=step, stretch="month"), gone=step == -1)
    return Piece(start, at, Day(week=step, stretch=name), gone=step == -1)


def _step_behind(message: Message, at: int, step: int | None) -> tuple[int | None, int]:
    """The step with what stands behind the stretch: ijayo, kesho, after next, but one."""
    keys = message.keys
    beyond = longest(message, at, _BEYOND) if step in {None, 1} else None
    if beyond:
        return 2, at + len(beyond)
    if step is not None:
        return step, at
    if keys[at] in _TOMORROW and keys[at + 1] not in OFFSETS:
        return 1, at + 1
    if keys[at] in NEXT_SW | THIS_SW | LAST_SW:
        return (-1 if keys[at] in LAST_SW else int(keys[at] in NEXT_SW)), at + 1
    return None, at
