"""Answers that only the open question makes one: a number, an option, a name, free text."""

from collections.abc import Iterator

from engine.model.understanding import Expected, Hearing, Mention
from engine.nlu.mentions.index import keys_of
from engine.nlu.mentions.party import counted, counts_heads
from engine.nlu.mentions.person_name import name
from engine.nlu.tokens import Message
from engine.nlu.when.amounts import amount
from engine.nlu.words.calendar import MONTHS
from engine.nlu.words.lists import word_set
from engine.nlu.words.naming import NAMING
from engine.nlu.words.turns import HEDGES
from engine.nlu.words.yesno import FAINT, NO, YES

_SURE = 0.95
_HOURS = 25
"""Numbers below may be an hour."""
_AS_SAID = 0.90
_NUMBER = "number"
_WITH_FIGURES = frozenset({_NUMBER, "text", "party"})
_BEFORE_TIME = word_set("at saa by around after before from till until tarehe kuanzia hadi baada")
_AFTER_TIME = word_set("am pm oclock hrs : asubuhi mchana alasiri jioni usiku") | set(MONTHS)
_YES_OR_NO = YES | NO | FAINT | word_set("please tafadhali . , !")
_LISTED = frozenset({"service", "staff", "opening", "phone", "name", "number", "party"})


def answers(
    message: Message, hearing: Hearing, told: list[Mention], taken: frozenset[int]
) -> list[Mention]:
    """Answers to the slots that are asked for and have none yet."""
    found = [_name(message, hearing, taken)]
    known = {m.type for m in told}
    for expected in hearing.expected:
        if expected.asked and expected.type.name not in known:
            found.append(_answer(message, expected, taken))
        elif expected.type.name == _NUMBER:
            found.append(_heads(message, taken) or _put_right(message, expected, hearing, taken))
        elif expected.type.options:
            found.append(_put_right(message, expected, hearing, taken))
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
        if option is not None or kind.name != "text" or _only_agrees(message):
            return option
    if kind.like or kind.lister or kind.name in _LISTED:
        return None
    text = message.text.strip()
    return Mention(kind.name, text, _AS_SAID, text=text) if text else None


def _only_agrees(message: Message) -> bool:
    """Whether nothing but a yes or no is said, which picks none of the choices on offer."""
    return all(key in _YES_OR_NO for key in message.keys[: len(message)])


def figures(message: Message, hearing: Hearing, taken: frozenset[int]) -> frozenset[int]:
    """The tokens of numbers that belong to an answer and so are no time: "we are 5", "Form 3"."""
    asked = any(e.asked and e.type.name in _WITH_FIGURES for e in hearing.expected)
    counts = any(e.type.name == _NUMBER for e in hearing.expected)
    return frozenset(
        token
        for at, end, _ in plain_numbers(message, taken)
        if asked or (counts and counts_heads(message, at, end))
        for token in range(at, end)
    )


def _heads(message: Message, taken: frozenset[int]) -> Mention | None:
    """How many people, told before it is asked: "for 8 people", "me and my wife"."""
    found = counted(message.without(taken))
    if found is None:
        return None
    number, start, end = found
    return Mention(_NUMBER, number, _SURE, text=message.words(start, end))


def _put_right(
    message: Message, expected: Expected, hearing: Hearing, taken: frozenset[int]
) -> Mention | None:
    """Another answer than the one that a summary shows: "no, 120", "no, Form 4"."""
    standing, kind = hearing.standing, expected.type
    if not standing.sums_up or kind.name not in standing.answered:
        return None
    if not {*message.keys[: len(message)]} & (NO | HEDGES | NAMING):
        return None
    if kind.options:
        return _option(message, expected)
    found = _number(message, taken)
    return found if found and found.value not in range(_HOURS) else None


def _number(message: Message, taken: frozenset[int]) -> Mention | None:
    for at, end, number in plain_numbers(message, taken):
        return Mention("number", number, _SURE, text=message.words(at, end))
    return None


def plain_numbers(message: Message, taken: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    """Start, end and value of each number that is said of no time: not of "at 4", "5 pm"."""
    at = 0
    while at < len(message):
        found = amount(message, at) if at not in taken else None
        if found and not _timed(message, at, found[1]):
            yield at, found[1], found[0]
        at = found[1] if found else at + 1


def _timed(message: Message, at: int, end: int) -> bool:
    after = message.keys[end] if end < len(message) else ""
    before = message.keys[at - 1] if at else ""
    return before in _BEFORE_TIME or after in _AFTER_TIME


def _option(message: Message, expected: Expected) -> Mention | None:
    """The option whose words are all in the message; two such options are none."""
    said = set(keys_of(message.text))
    named = [option for option in expected.type.options if set(keys_of(option)) <= said]
    longest = [o for o in named if not any(set(keys_of(o)) < set(keys_of(p)) for p in named)]
    if len(longest) != 1:
        return None
    return Mention(expected.type.name, longest[0], _SURE, text=longest[0])
