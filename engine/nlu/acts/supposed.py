"""Leaving that a question only supposes: "is there a fee if I cancel?", `nikifuta kuna malipo?`."""

from engine.nlu.tokens import Message
from engine.nlu.words.supposing import ASKS, IF, SUBJECTS, SUPPOSES, WISHED_IF, WISHES

_REACH = 6


def supposed(message: Message, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` (exclusive) tell what might be, in a question."""
    return bool(ASKS & {*message.keys}) and (
        _if_i(message.keys[max(start - _REACH, 0) : end]) or _nikifuta(message, start, end)
    )


def _if_i(keys: tuple[str, ...]) -> bool:
    """Whether `if I` leads to the verb, with nothing but wishing between."""
    for at, key in enumerate(keys[:-1]):
        if key in IF and keys[at + 1] in SUBJECTS:
            behind = at + 2
            while behind < len(keys) - 1 and keys[behind] in WISHES:
                behind += 1
            return behind < len(keys) and keys[behind].startswith("cancel")
    return False


def _nikifuta(message: Message, start: int, end: int) -> bool:
    """Whether the Swahili verb itself says `if`."""
    before = start > 0 and message.keys[start - 1] in WISHED_IF
    said = (key for key in message.keys[start:end])
    return before or any(key.startswith(SUPPOSES) for key in said)
