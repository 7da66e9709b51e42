"""Which answer is to be another one, where it is named: "change the time", "siku nyingine"."""

from collections.abc import Iterator

from engine.model.builtin import OTHER_DAY, PICKED
from engine.model.understanding import ROLE, Act, Hearing, Understanding, Vocabulary
from engine.nlu.acts.told import DOUBTED, Told
from engine.nlu.mentions.index import Key, fold, index, keys_of
from engine.nlu.tokens import Message
from engine.nlu.when.scan import names_day
from engine.nlu.words.calendar import DAY_WORDS
from engine.nlu.words.wholehearted import KEPT

OPENING = "opening"
_SURE = 0.85
_MOVING = frozenset({"change", "reschedule"})
_SAME_DAY = KEPT | {"same", "ileile", "hiyohiyo"}
"""Beside a word for the day it is not the day that changes: "same day, another time"."""


def renamed(
    message: Message,
    acts: tuple[Act, ...],
    told: Understanding,
    hearing: Hearing,
    vocabulary: Vocabulary,
) -> tuple[Act, ...]:
    """The acts; beside a change without its new value the answer that it names.

    Args:
        message: what was said.
        acts: what it does.
        told: every value that it names.
        hearing: what each answer is called.
        vocabulary: what the people who serve are called.
    """
    if not any(act.name == "change" and act.confidence >= _SURE for act in acts):
        return acts
    if told.mentions or told.time is not None:
        return acts
    said = tuple(fold(key) for key in message.keys)
    named = [slot for slot, names in _called(hearing, vocabulary) if _any_in(said, names)]
    return (*acts, Act(f"{PICKED}={named[0]}", _SURE)) if len(named) == 1 else acts


def another_time(acts: tuple[Act, ...], told: Told, hearing: Hearing) -> tuple[Act, ...]:
    """The acts; a time turned down with none in its place is the answer that is to be another."""
    changes = any(act.name == "change" and act.confidence >= _SURE for act in acts)
    if not (changes and told.only_refused and told.time_refused):
        return acts
    times = [one.slot for one in hearing.expected if one.type.name == OPENING]
    return (*acts, *(Act(f"{PICKED}={slot}", _SURE) for slot in times[:1]))


def other_day(message: Message, acts: tuple[Act, ...], told: Told) -> tuple[Act, ...]:
    """The acts; where the day is to be another, that it is: the old one is in sight no more."""
    moves = any(act.name in _MOVING and act.confidence >= _SURE for act in acts)
    said = {*message.keys}
    if not moves or told.timed or _SAME_DAY & said:
        return acts
    other = names_day(message) if told.time_refused else bool(DAY_WORDS & said)
    return (*acts, Act(OTHER_DAY, DOUBTED)) if other else acts


def _called(hearing: Hearing, vocabulary: Vocabulary) -> Iterator[tuple[str, list[Key]]]:
    """The answers that can be heard, with what each is called."""
    roles = index(vocabulary).get(ROLE)
    people = roles.names.items() if roles else ()
    for one in hearing.expected:
        serving = [key for key, kinds in people if one.type.name in kinds]
        yield one.slot, [*map(keys_of, one.called), *serving]


def _any_in(said: Key, names: list[Key]) -> bool:
    """Whether any of the names stands in what was said, word for word."""
    return any(
        said[at : at + len(name)] == name for name in names if name for at in range(len(said))
    )
