"""Sentences put to the machine behind the business: what they order is no wish of a customer.

Nothing that stands in one decides an act; values are heard wherever they stand.
"""

from collections.abc import Iterator

from engine.nlu.acts.clauses import bounds
from engine.nlu.acts.told import Told
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.words.orders import (
    DOING_AWAY,
    OF_ALL,
    ONES_OWN,
    OTHER_PEOPLE,
    SET_ASIDE,
    TO_THE_MACHINE,
    WHAT_IS_SET_ASIDE,
)

_TO_THE_MACHINE = table(TO_THE_MACHINE)
_NEAR = 6
"""Words from "ignore" to what is to be ignored."""


def ordered(message: Message, told: Told) -> frozenset[int]:
    """The tokens in which something is ordered that no customer has to order.

    From the first of them on everything is: what follows "ignore your rules" is the order itself.
    """
    keys = {*message.keys}
    if keys & SET_ASIDE or keys & _TO_THE_MACHINE.keys():
        start = min(_to_the_machine(message, told), default=None)
        if start is not None:
            return frozenset(range(start, len(message)))
    return frozenset(_of_others(message, told)) if keys & DOING_AWAY else frozenset()


def _to_the_machine(message: Message, told: Told) -> Iterator[int]:
    """Where each such sentence begins: behind the values that it stands with."""
    for at in range(len(message)):
        aside = message.keys[at] in SET_ASIDE and WHAT_IS_SET_ASIDE & {
            *message.keys[at + 1 : at + 1 + _NEAR]
        }
        if aside or longest(message, at, _TO_THE_MACHINE):
            first, _ = bounds(message, at)
            valued = [one for one in range(first, at) if one in told.tokens]
            yield max(valued, default=first - 1) + 1


def _of_others(message: Message, told: Told) -> Iterator[int]:
    """Sentences that do away with what is not theirs: others' bookings, all beside a whole wish."""
    for at in range(len(message)):
        if message.keys[at] not in DOING_AWAY:
            continue
        first, last = bounds(message, at)
        said = {*message.keys[at:last]}
        theirs = bool(said & OTHER_PEOPLE) and not said & ONES_OWN
        apart = told.whole and not any(one in told.tokens for one in range(first, last))
        if theirs or (apart and said & OF_ALL and not said & ONES_OWN):
            yield from range(at, last)
