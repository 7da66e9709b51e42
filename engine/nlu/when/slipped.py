"""Slips of the thumb that only their company tells: "nextt week", `kesho ktuwa`, "riday at 3"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from engine.nlu.tokens import Message
from engine.nlu.words.calendar import MONTHS, OFFSETS, UNITS, WEEKDAYS
from engine.nlu.words.clock import AT, PARTS
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.numbers import ORDINALS_EN, ORDINALS_SW, TENS_EN, TENS_SW, UNITS_EN, UNITS_SW
from engine.nlu.words.slips import NO_SLIPS
from engine.nlu.words.thumbs import (
    BESIDE,
    COMPANY,
    DAY_NAMES,
    EITHER,
    MODIFIERS,
    OTHER_TIMES,
    REAL,
    SHORT_DAYS,
)

_SHORTEST = 3
_SHORTEST_BESIDE = 2
_MORE_THAN_TWICE = re.compile(r"(.)\1{2,}")
"""Messages are read with one of them: "weeek"."""
_PART = 4
"""Letters of a word that is told within another: "fridayat", `keshosaa`."""
_MEANINGS: dict[str, object] = {
    **MONTHS, **PARTS, **{word: ("day of week", day) for word, day in WEEKDAYS.items()},
    **{word: ("offset", days) for word, days in OFFSETS.items()},
    **dict.fromkeys(("ijayo", "ijao", "ujao", "ingine", "nyingine"), "ijayo"),
}  # fmt: skip
_KNOWN = (
    ENGLISH | SWAHILI | NO_SLIPS | REAL | COMPANY | DAY_NAMES | OTHER_TIMES | {*PARTS, *MONTHS}
    | {*ORDINALS_EN, *ORDINALS_SW, *TENS_EN, *TENS_SW, *UNITS_EN, *UNITS_SW, *UNITS}
)  # fmt: skip
_WHOLE = DAY_NAMES | {"weekend", "wikendi"}
_WHOLE_PARTS = tuple(sorted(_WHOLE))
_ALL_PARTS = tuple(sorted(word for word in _WHOLE | MODIFIERS if len(word) >= _PART))
_J3 = "j"
_FIVE = 5
_LINK = len("na")
_LINKS = SWAHILI | {"or"}


class Unslipped(NamedTuple):
    """The words as they were meant, and whether one of them is left in doubt."""

    message: Message
    doubt: bool


def _slips(word: str) -> Iterator[str]:
    """The word with one letter left out, typed twice, swapped or hit beside."""
    for at, letter in enumerate(word):
        rest = word[at + 1 :]
        yield word[:at] + rest
        yield word[: at + 1] + letter + rest
        yield word[:at] + rest[:1] + letter + rest[1:]
        yield from (word[:at] + beside + rest for beside in BESIDE[letter])


def _table(targets: Iterable[str], shortest: int = _SHORTEST) -> dict[str, str]:
    """What each slip was meant to be; nothing where it may be either of two."""
    found: dict[str, set[str]] = {}
    for target in sorted(targets):
        for slip in (_MORE_THAN_TWICE.sub(r"\1", one) for one in _slips(target)):
            if len(slip) >= shortest and slip not in _KNOWN:
                found.setdefault(slip, set()).add(target)
    return {slip: min(near) if _one(near) else "" for slip, near in found.items()}


def _one(words: set[str]) -> bool:
    return len({_MEANINGS.get(word, word) for word in words}) == 1


_ANYWHERE = _table(DAY_NAMES | OTHER_TIMES)
_BESIDE_OTHERS = _table(MODIFIERS, _SHORTEST_BESIDE)
_OF_COUNTS = _table(word for word in UNITS_SW if len(word) > _SHORTEST)
_SHORT = _table(SHORT_DAYS).keys() - _ANYWHERE.keys()


def unslipped(message: Message) -> Unslipped:
    """The message with every slip in a word of time mended that can mean one word alone."""
    keys, doubt = list(message.keys), False
    for at in range(len(message)):
        doubt = doubt or (len(keys[at]) <= _LINK and _initial(message, at))
        if not keys[at].isalpha():
            continue
        if (keys[at] in _KNOWN and keys[at] not in EITHER) or _torn(keys, at):
            continue
        meant = _meant(message, keys, at)
        if meant:
            keys[at] = meant
        doubt = doubt or meant == ""
    if tuple(keys) == message.keys:
        return Unslipped(message, doubt)
    tokens = tuple(t._replace(key=k) for t, k in zip(message.tokens, keys, strict=False))
    return Unslipped(
        Message(message.text, tokens, tuple(keys), message.serving, message.foreign), doubt
    )


def unread_unit(message: Message, at: int) -> bool:
    """Whether what may count on from a ten stands there unread: `kumi na mja`, `kumi ba moja`."""
    first, second = message.keys[at : at + 2]
    short = first.isalpha() and len(first) <= _LINK and first not in _LINKS
    link = short or first in {"na", "naa", "nna", "nam"}
    glued = first.startswith("na") and first[_LINK:] in UNITS_SW
    return (
        glued
        or first in _OF_COUNTS
        or (link and (second in _OF_COUNTS or not UNITS_SW.keys().isdisjoint((second, second[1:]))))
    )


def _torn(keys: list[str], at: int) -> bool:
    """Put a space right that stands one letter off: `kesh okutwa`, "thi sfriday"."""
    for first in (at - 1, at):
        left, right = (keys[first], keys[first + 1]) if first >= 0 else ("", "")
        for cut in ((left + right[:1], right[1:]), (left[:-1], left[-1:] + right)):
            if left and right and _both(cut):
                keys[first], keys[first + 1] = cut
                return True
    return False


def _both(cut: tuple[str, str]) -> bool:
    """Whether two words belong together, one of them of time."""
    return not COMPANY.isdisjoint(cut) and all(
        word in COMPANY or word in AT or word in {"on", "saa", "day"} for word in cut
    )


def _meant(message: Message, keys: list[str], at: int) -> str | None:
    """The word meant; empty if that cannot be told; None if it is no slip."""
    key = keys[at]
    if not key.isalpha() or len(key) < _SHORTEST_BESIDE:
        return None
    if key in _ANYWHERE:
        return _ANYWHERE[key]
    company = _accompanied(keys, at)
    if company and (key in _BESIDE_OTHERS or key in EITHER):
        return "" if key in EITHER else _BESIDE_OTHERS[key]
    behind = message.number(at + 1) is not None or keys[at + 1] in AT or keys[at + 1] == "saa"
    return "" if (key in _SHORT and behind) or _glued(key, company=company) else None


def _initial(message: Message, at: int) -> bool:
    """Whether a slip of J3 stands there: "JJ3", "K3", "3J", "J 3"."""
    key, number = message.keys[at], message.number(at + 1)
    if key == _J3:
        return number is None or number > _FIVE or not message.glued(at + 1)
    slip = key == _J3 * 2 or key in {*BESIDE[_J3]}
    alone = message.glued(at + 1) and not (at and message.number(at - 1) is not None)
    return slip and alone and number is not None and 0 < number <= _FIVE


def _accompanied(keys: list[str], at: int) -> bool:
    """Whether a word of days and weeks, or a slip of one, stands directly beside."""
    around = (keys[at - 1] if at else "", keys[at + 1])
    return any(key in COMPANY or _BESIDE_OTHERS.get(key) for key in around)


def _glued(key: str, *, company: bool) -> bool:
    """Whether a word of time is written together with another: "fridayat", `keshosaa`."""
    words = _ALL_PARTS if company else _WHOLE_PARTS
    return key.startswith(words) or key.endswith(words)
