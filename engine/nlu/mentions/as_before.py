"""What was booked before, wanted once more: "the usual", "same stylist as last time"."""

from engine.model.understanding import Act, Hearing, Mention
from engine.model.value import LAST
from engine.nlu.tokens import Message
from engine.nlu.words.again import SAME, THINGS, WHO

AGAIN, BOOK = "again", "book"
SERVICE, STAFF = "service", "staff"
_SURE = 0.95
_ROUTED = 0.85
_NEAR = 3
"""Words between "same" and who it is."""


def as_before(
    message: Message, hearing: Hearing, acts: tuple[Act, ...], named: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The service and the person of the last time, each unless this message names another.

    While something else is asked for, "the usual" is about nothing but that.
    """
    if not any(act.name == AGAIN and act.confidence >= _ROUTED for act in acts):
        return ()
    said = {mention.type for mention in named if not of_before(message, mention)}
    return tuple(
        Mention(kind, LAST, _SURE, text=message.text.strip())
        for kind in _meant(message, hearing)
        if kind not in said
    )


def of_before(message: Message, mention: Mention) -> bool:
    """Whether a word of several only calls what was before: "same session as last week"."""
    if mention.type != SERVICE or mention.value is not None or not mention.text:
        return False
    word = mention.text.lower().split()[0]
    places = (at for at, key in enumerate(message.keys) if key in SAME)
    return any(word in message.keys[at + 1 : at + _NEAR] for at in places)


def _meant(message: Message, hearing: Hearing) -> tuple[str, ...]:
    here = hearing.standing
    asked = {one.type.name for one in hearing.expected if one.asked}
    if not here.idle and BOOK not in here.tasks:
        return ()
    if _of_a_person(message) and not _of_a_thing(message):
        return (STAFF,)
    if here.idle or SERVICE in asked:
        return SERVICE, STAFF
    return (STAFF,) if STAFF in asked else ()


def _of_a_person(message: Message) -> bool:
    """Whether only who served is spoken of: "same stylist as last time"."""
    whom = message.serving | {at for at, key in enumerate(message.keys) if key in WHO}
    near = (range(at - _NEAR, at + _NEAR) for at, key in enumerate(message.keys) if key in SAME)
    return any(at in whom for place in near for at in place)


def _of_a_thing(message: Message) -> bool:
    """Whether what was done is spoken of as well: "same thing with the same lady"."""
    pairs = zip(message.keys, message.keys[1:], strict=False)
    return any(first in SAME and second in THINGS for first, second in pairs)
