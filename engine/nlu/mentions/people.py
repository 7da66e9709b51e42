"""Anyone, and whom the customer does not want."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.nlu.acts.strange import strange
from engine.nlu.mentions.index import Kind, fold
from engine.nlu.phrases import Table, longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import invites, negative, stem
from engine.nlu.words.again import AS_BEFORE
from engine.nlu.words.people import (
    ANY,
    ANY_AFTER,
    ANYONE,
    BETWEEN,
    BUT,
    BUT_PAIRS,
    CERTAIN,
    DROPS,
    OF_OTHER_THINGS,
    ONLY_IF_ASKED,
    TAKEN_BACK,
    WANTED,
)
from engine.nlu.words.turns import INSTEAD_OF, NOT_BEFORE, STOPS

_ANYONE = table(ANYONE)
_ANYONE_ASKED = table(ANYONE, ONLY_IF_ASKED)

_REACH = 4
_WISHES = frozenset({"taka", "omba", "weka"})
_NO_BEHIND = frozenset({"hapana", "apana", "sitaki", "simtaki"})
_ENDS = STOPS | {""}
_LET_GO_OF = frozenset({"na", "hiyo", "hizo", "ile", "the", "that", "about"})
_FEW = 2
"""Words before a role that is said alone."""


def anyone(
    message: Message, taken: frozenset[int], own: Table, *, asked: bool
) -> tuple[int, int] | None:
    """The tokens that say that it does not matter who; `own`: phrases of the vocabulary."""
    phrases = _ANYONE_ASKED if asked else _ANYONE
    for at in range(len(message)):
        free = at not in taken
        found = (longest(message, at, phrases) or longest(message, at, own)) if free else None
        if found:
            other = at > 0 and message.keys[at - 1] in OF_OTHER_THINGS
            return None if other else (at, at + len(found))
    return None


@dataclass(frozen=True, slots=True)
class Role:
    """The tokens that leave it to us which of those who serve: "any of your doctors".

    Attributes:
        start, end: all of them.
        word: what they are called alone, start and end: "doctors".
        bare: wanted without a word of choice, as a person of the team is as well.
    """

    start: int
    end: int
    word: tuple[int, int]
    bare: bool = False

    @property
    def tokens(self) -> frozenset[int]:
        """All the tokens."""
        return frozenset(range(self.start, self.end))


def of_role(message: Message, roles: Kind, taken: frozenset[int], *, asked: bool) -> Role | None:
    """What leaves it to us which of them: "any barber", "kinyozi yeyote", `nataka kuona daktari`.

    While the person is asked for, the bare word will do.
    """
    for at in range(len(message)):
        end = _role_at(message, roles, at) if at not in taken else None
        if end is None:
            continue
        start, ends = _leading(message, at), _trailing(message, end)
        if refused(message, start):
            continue
        if start < at or ends > end or (asked and _alone(message, at, end)):
            return Role(start, ends, (at, end))
        if _wanted(message, at, end):
            return Role(at, end, (at, end), bare=True)
    return None


def _wanted(message: Message, at: int, end: int) -> bool:
    """Whether one of them is wanted, no matter which: none is named behind it, none pointed at."""
    behind = message.keys[end]
    return at > 0 and message.keys[at - 1] in WANTED and not (behind in CERTAIN or strange(behind))


def _role_at(message: Message, roles: Kind, at: int) -> int | None:
    keys = [fold(key) for key in message.keys[at : at + roles.longest]]
    ends = (n for n in range(len(keys), 0, -1) if tuple(keys[:n]) in roles.names)
    return next((at + n for n in ends), None)


def _leading(message: Message, at: int) -> int:
    """Where "any of your ..." begins; `at` itself if nothing of the kind stands before."""
    start = at
    while start and message.keys[start - 1] in BETWEEN:
        start -= 1
    return start - 1 if start and message.keys[start - 1] in ANY else at


def _trailing(message: Message, end: int) -> int:
    return end + 1 if end < len(message) and message.keys[end] in ANY_AFTER else end


def _alone(message: Message, at: int, end: int) -> bool:
    """Whether nothing else was said but small words before it: "just the barber"."""
    return end == len(message) and at <= _FEW and not any(map(negative, message.keys[:at]))


def refused(message: Message, at: int) -> bool:
    """Whether the name at `at` is one that is not wanted: not Faith, anyone but Anna, sio Zuri."""
    keys = message.keys
    if at and (keys[at - 1] in BUT or tuple(keys[max(at - 2, 0) : at]) in BUT_PAIRS):
        return not {*keys[: at - 1]} & AS_BEFORE
    before = keys[max(at - _REACH, 0) : at]
    if _dropped(keys, at) or (keys[at + 1] in _NO_BEHIND and keys[at + 2] in _ENDS):
        return True
    for back in range(1, len(before) + 1):
        if before[-back] in STOPS or _wished(before[-back]) or invites(keys, at - back):
            return False
        if before[-back] in NOT_BEFORE or negative(before[-back]):
            return True
        if tuple(before[len(before) - back :][:2]) in INSTEAD_OF:
            return True
    return False


def _dropped(keys: Sequence[str], at: int) -> bool:
    """Whether it is let go of: `wacha rangi`, `achana na hiyo rangi`; not `wacha nikate nywele`."""
    first = at
    while first and keys[first - 1] in _LET_GO_OF:
        first -= 1
    return bool(first) and keys[first - 1] in DROPS and not keys[at].startswith("ni")


def _wished(key: str) -> bool:
    """Whether something is wanted from here on: `badala ya rangi nataka kunyoa`."""
    return stem(key) in _WISHES and not negative(key)


def corrected(message: Message, end: int, others: list[int]) -> bool:
    """Whether the name that ends at `end` is taken back for a later one: "gel, sorry, acrylic"."""
    onward = min((other for other in others if other >= end), default=end)
    return any(key in TAKEN_BACK for key in message.keys[end:onward])


def left(message: Message, at: int, others: list[int]) -> bool:
    """Whether the name at `at` is where a change starts from: from Faith to Mercy."""
    later = any(message.keys[other - 1] in {"to", "kwa", "hadi"} for other in others if other > at)
    return later and at > 0 and message.keys[at - 1] in {"from", "kutoka", "toka"}
