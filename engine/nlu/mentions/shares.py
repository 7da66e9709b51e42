"""How many want each of several services: "one wants a pedicure and two manicures"."""

from collections.abc import Iterator, Sequence

from engine.nlu.mentions.named import Named
from engine.nlu.mentions.party import counted
from engine.nlu.tokens import Message
from engine.nlu.when.numbers import cardinal
from engine.nlu.words.party import COMPANIONS, COUNTED_COMPANIONS, HEADS, SELF, THEIRS
from engine.nlu.words.several import ASKED_FOR, EACH_ONE, NO_COUNT, OTHERS

_REACH = 7
"""Words between a number and its service: "two of my friends would like the manicure"."""
_LONGEST = 3
"""Words of a number."""
_MOST = 50
WHO_WANTS = ASKED_FOR | COUNTED_COMPANIONS | HEADS | THEIRS
"""Words between how many want a service and the service."""


def shares(message: Message, places: Sequence[Named]) -> tuple[int, ...]:
    """How often each of the services is wanted, in the order of `places`; 1 where nothing tells.

    Args:
        message: what was said.
        places: the services as they stand in it, from the first to the last.
    """
    heads = counted(message)
    people = heads[0] if heads else 0
    told = tuple(_share(message, places, number) for number in range(len(places)))
    if told[0] == people and not any(told[1:]) and not _others(message, places):
        told = (None,) * len(places)  # "three of us want a pedicure and a manicure"
    if not any(told) and people and EACH_ONE & {*message.keys}:
        return (people,) * len(places) if people * len(places) <= _MOST else (1,) * len(places)
    known = sum(one or 0 for one in told if one != _REST)
    rest = max(people - known, 1)
    found = tuple(rest if one == _REST else one or 1 for one in told)
    return found if sum(found) <= _MOST else (1,) * len(places)


_REST = -1
"""Whoever is left: "and the others a manicure"."""


def _others(message: Message, places: Sequence[Named]) -> bool:
    """Whether somebody else wants what comes behind the first: "and my sister a facial"."""
    return bool((COMPANIONS | SELF) & {*message.keys[places[0].end : places[-1].start]})


def _share(message: Message, places: Sequence[Named], at: int) -> int | None:
    """How many want one of them, by the number before it or directly behind it."""
    start = places[at - 1].end if at else 0
    return _before(message, start, places[at].start) or _behind(message, places[at].end)


def _before(message: Message, start: int, end: int) -> int | None:
    """The number that only who wants it and the wanting itself part from the service."""
    for place in range(end - 1, max(start, end - _REACH) - 1, -1):
        key = message.keys[place]
        if key in OTHERS:
            return _REST
        found = next(_numbers(message, start, place + 1), None)
        if found is not None:
            return None if _no_count(message, found[1]) else found[0]
        if key not in WHO_WANTS:
            return None
    return None


def _numbers(message: Message, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The numbers that end before `end`, the longest first, with where they begin."""
    for at in range(max(start, end - _LONGEST), end):
        found = cardinal(message, at)
        if found is not None and found[1] == end and 0 < found[0] <= _MOST:
            yield found[0], at


def _behind(message: Message, end: int) -> int | None:
    """A Swahili number counts what stands before it: `manicure mbili`, `pedicure moja`."""
    found = cardinal(message, end) if message.keys[end].isalpha() else None
    behind = message.keys[found[1]] if found else ""
    if found is None or not 0 < found[0] <= _MOST or behind in WHO_WANTS:
        return None  # `pedicure mbili wanataka ...`: it counts what comes next
    return found[0]


def _no_count(message: Message, at: int) -> bool:
    """Whether it is an hour or an amount rather: "at two manicure and pedicure"."""
    return at > 0 and message.keys[at - 1] in NO_COUNT
