"""A person who is only pointed at, behind an answer that named some: "ok her", `sawa yeye`."""

from engine.model.understanding import Hearing, Mention
from engine.nlu.tokens import Message

STAFF = "staff"
_SURE, _SHARED = 0.95, 0.6
_WHOM = frozenset({"her", "him", "she", "he", "yeye", "huyo", "huyu", "yule"})
_FOR = frozenset({"for", "kwa"})
"""Before it, somebody is spoken of for whom the booking is."""
_SHORT = 8


def pointed_at(message: Message, hearing: Hearing, found: tuple[Mention, ...]) -> list[Mention]:
    """The other one that was named; of several each may be meant, and it is asked which."""
    if not hearing.others or len(message) > _SHORT or any(one.type == STAFF for one in found):
        return []
    at = next((at for at, key in enumerate(message.keys) if key in _WHOM), None)
    if at is None or (at > 0 and message.keys[at - 1] in _FOR):
        return []
    words, others = message.words(at, at + 1), tuple(str(one.value) for one in hearing.others)
    if len(others) == 1:
        return [Mention(STAFF, others[0], _SURE, text=words)]
    return [Mention(STAFF, None, _SHARED, others, words)]
