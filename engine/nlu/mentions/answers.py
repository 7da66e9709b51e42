"""Answers that only the open question makes one: a number, an option, a name, free text."""

from engine.model.understanding import Expected, Hearing, Mention
from engine.nlu.mentions.index import keys_of
from engine.nlu.mentions.person_name import name
from engine.nlu.tokens import Message
from engine.nlu.when.numbers import cardinal

_SURE = 0.95
_AS_SAID = 0.90
_LISTED = frozenset({"service", "staff", "opening", "phone", "name", "number"})


def answers(
    message: Message, hearing: Hearing, told: list[Mention], taken: frozenset[int]
) -> list[Mention]:
    """Answers to the slots that are asked for and have none yet."""
    found = [_name(message, hearing, taken)]
    known = {m.type for m in told}
    for expected in hearing.expected:
        if expected.asked and expected.type.name not in known:
            found.append(_answer(message, expected, taken))
    return [mention for mention in found if mention is not None]


def _name(message: Message, hearing: Hearing, taken: frozenset[int]) -> Mention | None:
    asked = any(e.asked and e.type.name == "name" for e in hearing.expected)
    found = name(message, taken, asked=asked)
    return Mention("name", found[0], found[1], text=found[0]) if found else None


def _answer(message: Message, expected: Expected, taken: frozenset[int]) -> Mention | None:
    kind = expected.type
    if kind.name == "number":
        return _number(message, taken)
    if kind.options:
        option = _option(message, expected)
        if option is not None or kind.name != "text":
            return option
    if kind.like or kind.lister or kind.name in _LISTED:
        return None
    text = message.text.strip()
    return Mention(kind.name, text, _AS_SAID, text=text) if text else None


def _number(message: Message, taken: frozenset[int]) -> Mention | None:
    for at in range(len(message)):
        found = cardinal(message, at) if at not in taken else None
        if found:
            return Mention("number", found[0], _SURE, text=message.words(at, found[1]))
    return None


def _option(message: Message, expected: Expected) -> Mention | None:
    """The option whose words are all in the message; two such options are none."""
    said = set(keys_of(message.text))
    named = [option for option in expected.type.options if set(keys_of(option)) <= said]
    longest = [o for o in named if not any(set(keys_of(o)) < set(keys_of(p)) for p in named)]
    if len(longest) != 1:
        return None
    return Mention(expected.type.name, longest[0], _SURE, text=longest[0])
