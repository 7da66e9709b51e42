"""The language that a customer asks for: "speak English", "tuongee Kiswahili"."""

from engine.model.understanding import Act, Mention
from engine.nlu.tokens import Message
from engine.nlu.words.languages import LOCALES, NOT_THIS

SURE = 0.97
TYPE = "language"
_ASKED_FROM = 0.85
_REACH = 2


def spoken(message: Message, acts: tuple[Act, ...]) -> tuple[Mention, ...]:
    """The language named last, if one is asked for; as a locale where we have one for it.

    One that the customer says they do not know is not the one they want.
    """
    if not any(act.name == TYPE and act.confidence >= _ASKED_FROM for act in acts):
        return ()
    named = [at for at, key in enumerate(message.keys) if key in LOCALES]
    wanted = [at for at in named if not _refused(message, at)]
    if not wanted:
        return ()
    at = wanted[-1]
    return (Mention(TYPE, LOCALES[message.keys[at]], SURE, text=message.words(at, at + 1)),)


def _refused(message: Message, at: int) -> bool:
    return any(key in NOT_THIS for key in message.keys[max(at - _REACH, 0) : at])
