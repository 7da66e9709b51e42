"""Anyone, and those who are only called what everyone who serves is called."""

from dataclasses import dataclass

from engine.nlu.acts.strange import strange
from engine.nlu.mentions.index import Kind, fold
from engine.nlu.mentions.turned_down import refused
from engine.nlu.phrases import Table, longest, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative, stem
from engine.nlu.words.people import (
    ANY,
    ANY_AFTER,
    ANYONE,
    BETWEEN,
    CERTAIN,
    OF_OTHER_THINGS,
    ONLY_IF_ASKED,
    SOMEONE,
    TALKING,
    TO_SERVE,
    WANTED,
)

_ANYONE = table(ANYONE)
_ANYONE_ASKED = table(ANYONE, ONLY_IF_ASKED)

_REACH = 4
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


def nobody_called(
    message: Message, role: Role | None, free: tuple[int, int] | None, services: frozenset[int]
) -> frozenset[int]:
    """The tokens that call for nobody, since they only say who is to serve.

    "Any barber", `na mtu yeyote`, `mtu wa kunisuka`; not of a wish to talk to somebody.
    """
    any_of = role.tokens if role and not role.bare else frozenset[int]()
    any_of |= _to_serve(message, services) | (frozenset(range(*free)) if free else set[int]())
    if any_of and any(key in TALKING or stem(key) == "ongea" for key in message.keys):
        return role.tokens if role and not role.bare else frozenset()
    return any_of


def _to_serve(message: Message, services: frozenset[int]) -> frozenset[int]:
    """The tokens of somebody wanted for a service alone: `mtu wa kunisuka`, "someone to cut it"."""
    if not services or SOMEONE.isdisjoint(message.keys):
        return frozenset()
    return frozenset(
        at
        for at in range(len(message))
        if message.keys[at] in SOMEONE and message.keys[at + 1] in TO_SERVE
        if services & {*range(at + 2, at + 2 + _REACH)}
    )
