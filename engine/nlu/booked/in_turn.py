"""Two tasks in one message, each of another thing: "cancel the Friday one and move the other"."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from engine.model.understanding import Hearing, Understanding
from engine.nlu.acts.told import ROUTED
from engine.nlu.said.lists import lists
from engine.nlu.tokens import Message, read
from engine.nlu.verbs import stem

_SAID = lists("both/in_turn")
_JOINS = _SAID.words("joins") | {",", ".", ";"}
_TASKS, _STEMS = _SAID.words("tasks"), _SAID.words("stems")
_EITHER, _OTHERS = _SAID.words("either"), _SAID.words("others")
_NEAR = 4
"""Words from what joins two tasks to the verb of the second: "and then please move"."""
_TRIES = 2
_OF_BOOKED = frozenset({"cancel", "reschedule"})
_BOOK, _SERVICE = "book", "service"


def in_turn(
    message: Message, hearing: Hearing, alone: Callable[[str], Understanding]
) -> Understanding | None:
    """The first task, and in its `then` the second; None where there are not two.

    Both are of something that is told apart: "cancel it and move it" is one wish.

    Args:
        message: what was said.
        hearing: what the state expects: where something is under way the message is left whole.
        alone: understands words in the same place.
    """
    if not hearing.standing.idle or _EITHER & {*message.keys}:
        return None
    for at, behind in list(_joints(message))[:_TRIES]:
        first, rest = alone(message.words(0, at)), message.words(behind, len(message))
        second = in_turn(read(rest), hearing, alone) or alone(rest)
        if _two(first, second, message.keys[behind:]):
            return replace(first, then=second)
    return None


def _joints(message: Message) -> Iterator[tuple[int, int]]:
    """Where a task may end and another begin: behind the first, and at the second."""
    keys, size = message.keys, len(message)
    verbs = [at for at in range(size) if keys[at] in _TASKS or stem(keys[at]) in _STEMS]
    if len(verbs) <= 1:
        return
    for at in range(verbs[0] + 1, verbs[-1]):
        if keys[at] not in _JOINS or keys[at - 1] in _JOINS:
            continue
        behind = at
        while keys[behind] in _JOINS:
            behind += 1
        if any(behind <= verb < behind + _NEAR for verb in verbs):
            yield at, behind


def _two(first: Understanding, second: Understanding, keys: tuple[str, ...]) -> bool:
    one, other = _task(first), _task(second)
    if one is None or other is None or one == other:
        return False
    if _BOOK in {one, other}:
        return bool(_services(first if one == _BOOK else second))
    named, beside = _services(first), _services(second)
    apart = bool(beside or second.about or _OTHERS & {*keys})
    return apart and not named & beside


def _task(heard: Understanding) -> str | None:
    """The task that a part is sure to be, if it is one of those."""
    sure = [act.name for act in heard.acts if act.confidence >= ROUTED]
    return sure[0] if sure and sure[0] in _OF_BOOKED | {_BOOK} else None


def _services(heard: Understanding) -> frozenset[str]:
    """The services that are named, with every reading."""
    named = [one for one in heard.mentions if one.type == _SERVICE and not one.excluded]
    return frozenset(str(v) for one in named for v in (one.value, *one.candidates) if v)
