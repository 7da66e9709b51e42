"""Which of the times that were said are asked for: corrected, completed, without what is told."""

from dataclasses import replace

from engine.nlu.tokens import Message
from engine.nlu.when.wish import Wish
from engine.nlu.words.turns import CHOICE, EVENTS, IS, RATHER, REPAIRS

_HARDLY_MORE = 1
"""Words beside a day that is over with which it is still an answer: "nataka Ijumaa iliyopita"."""


def chosen(message: Message, wishes: list[Wish]) -> tuple[Wish, ...]:
    """The wishes that stand; several are a choice that the customer left open."""
    return _chosen(message, _not_told(message, wishes))


def _not_told(message: Message, wishes: list[Wish]) -> list[Wish]:
    """Without days that are over, unless one alone is the whole message: no tale, but a wish."""
    alone = len(wishes) == 1 and len(message) - (wishes[0].end - wishes[0].start) <= _HARDLY_MORE
    day = wishes[0].day if alone else None
    named = day and (not day.stretch or day.weekday is not None or day.dom is not None)
    wishes = wishes if named else [wish for wish in wishes if not wish.gone]
    whole = any(wish.day and wish.clock for wish in wishes)
    return [wish for wish in wishes if not (whole and _of_another(message, wish))]


def _of_another(message: Message, wish: Wish) -> bool:
    """Whether a bare day is when something else is: "math tomorrow at four, exam ni Monday"."""
    before = message.keys[max(wish.start - 2, 0) : wish.start + 1]
    beside = [key for key in before if key not in IS][-2:]
    more = wish.clock or wish.part or wish.span
    return bool(EVENTS & {*beside[:1]} and wish.day and not more and not wish.day.stretch)


def _chosen(message: Message, wishes: list[Wish]) -> tuple[Wish, ...]:
    """What is left when corrections are heard and missing parts are taken from the neighbour."""
    kept: list[Wish] = []
    for wish in wishes:
        if wish.refused:
            continue
        between = set(message.keys[kept[-1].end : wish.start]) if kept else set()
        full = _completed(wish, kept[-1]) if kept else wish
        if kept and between & (RATHER | REPAIRS) and not between & CHOICE:
            kept[-1] = full
        else:
            kept.append(full)
    telling = [wish for wish in kept if not _soft(wish)]
    kept = telling or kept
    for at in range(len(kept) - 2, -1, -1):
        kept[at] = _completed(kept[at], kept[at + 1], day=False)
    return tuple(kept)


def _soft(wish: Wish) -> bool:
    """Soon, now, any time: says nothing beside a day or an hour that is named."""
    return (wish.vague and not wish.day) or (
        wish.open and not (wish.day or wish.clock or wish.span or wish.part)
    )


def _completed(wish: Wish, other: Wish, *, day: bool = True) -> Wish:
    """Friday at 3 or 4; Friday or Saturday at 3."""
    if wish.moment or wish.vague or other.moment or other.vague:
        return wish
    timed = wish.clock or wish.span
    return replace(
        wish,
        day=wish.day or (other.day if day else None),
        clock=wish.clock if timed else other.clock,
        part=wish.part or other.part,
        span=wish.span if timed else other.span,
    )
