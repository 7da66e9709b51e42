"""Several people of whom nobody said how many: "me and my friends", `mimi na marafiki zangu`.

And the answer, where it is asked how many they are.
"""

from engine.model.understanding import Act, Hearing, Mention
from engine.nlu.mentions.answers import plain_numbers
from engine.nlu.mentions.party import (
    NOBODY_ELSE,
    TYPE,
    Counted,
    books,
    counted,
    for_several,
)
from engine.nlu.phrases import longest
from engine.nlu.tokens import Message
from engine.nlu.when.hear import Heard
from engine.nlu.words.party import COMPANIONS, CONSULTS, JOINED, OF_SEVERAL, OWNED, SELF, TOO
from engine.nlu.words.several import (
    AND_GROUP,
    BEFORE_GROUP,
    GROUPS,
    MANY,
    OCCASIONS,
    OF_GROUP,
    WHOSE_GROUP,
)

UNCOUNTED = "uncounted"
"""The type of slot that holds what may be a number of people; 0 where none was said."""
_SURE = 0.95
_MOST = 50
_NEAR = 4
"""Words before a group that tell of it: "for my friends", "me and all my friends"."""


def uncounted(
    message: Message,
    services: frozenset[int],
    state: tuple[tuple[Act, ...], Hearing],
    doubtful: Counted | None = None,
) -> tuple[Mention, ...]:
    """Several people without a number, beside the wish to book or while a booking is under way.

    `doubtful`: a number that may be theirs or an hour: "haircut for 3 tomorrow".
    """
    if not books(*state) or for_several(message, services):
        return ()
    if doubtful is not None:
        number, start, end = doubtful
        return (Mention(UNCOUNTED, number, _SURE, text=message.words(start, end)),)
    places = (at for at in range(len(message)) if at not in services and _group(message, at))
    return tuple(
        Mention(UNCOUNTED, 0, _SURE, text=message.words(at, at + 1)) for at in list(places)[:1]
    )


def _group(message: Message, at: int) -> bool:
    """Whether several who come are named there: "for my kids", `tuko wengi`."""
    keys = message.keys
    if keys[at] in MANY:
        return at > 0 and keys[at - 1] in BEFORE_GROUP | SELF
    plural = keys[at] in COMPANIONS and keys[at + 1] in OF_SEVERAL
    if not (plural or keys[at] in GROUPS) or keys[at + 1] in OCCASIONS:
        return False
    before = keys[max(at - _NEAR, 0) : at]
    if at > 1 and keys[at - 2] in SELF and keys[at - 1] in AND_GROUP | JOINED:
        return True  # "me and friends", `mimi na marafiki`
    if (CONSULTS | OWNED) & {*before}:
        return False  # "let me ask my friends", "I have kids"
    whose = keys[at + 1] in OF_GROUP or bool(WHOSE_GROUP & {*before})
    return whose and _along(keys, at, {*before})


def _along(keys: tuple[str, ...], at: int, before: set[str]) -> bool:
    """Whether they come along, or it is for them; an "and" alone only goes on talking."""
    if before & BEFORE_GROUP:
        return True
    behind = {*keys[at + 1 : at + 1 + _NEAR]}
    return bool(AND_GROUP & (before | behind)) and bool((SELF | TOO) & (before | behind))


def answered(message: Message, hearing: Hearing, heard: Heard) -> tuple[Mention, ...]:
    """How many come, where that is asked; an hour instead of a number is of one who comes alone."""
    if not any(one.asked and one.type.name == TYPE for one in hearing.expected):
        return ()
    found = counted(message) or _number(message) or _alone(message)
    if found is None and heard.time is not None and heard.time.grain == "minute":
        found = 1, 0, len(message)
    if found is None:
        return ()
    number, start, end = found
    return (Mention(TYPE, number, _SURE, text=message.words(start, end)),)


def _number(message: Message) -> Counted | None:
    """A number that is no time."""
    numbers = plain_numbers(message, frozenset())
    return next(((many, at, end) for at, end, many in numbers if 0 < many <= _MOST), None)


def _alone(message: Message) -> Counted | None:
    found = ((at, longest(message, at, NOBODY_ELSE)) for at in range(len(message)))
    return next(((1, at, at + len(words)) for at, words in found if words), None)
