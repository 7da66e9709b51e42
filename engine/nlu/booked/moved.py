"""Times that only who has a booking speaks of, said with nothing under way: they move it."""

from engine.model.understanding import Act, Understanding

_SURE = 0.85
_MOVES = Act("reschedule", 0.9)
_OUTRANKED = frozenset({"book", "change", "back"})
"""What such words sound like besides: "can I come an hour later", "make it a day earlier"."""
_SERVICE = "service"


def moved(acts: tuple[Act, ...], heard: Understanding, *, instead: bool) -> tuple[Act, ...]:
    """The acts with the wish to move what is booked: "half an hour earlier", "not Friday, Monday".

    Args:
        acts: what the message was found to be.
        heard: its values.
        instead: a time was turned down and another one asked for.
    """
    counted = heard.time is not None and bool(heard.time.shift)
    another = {act.name for act in acts if act.confidence >= _SURE and not _outranked(act)}
    new = any(mention.type == _SERVICE and not mention.excluded for mention in heard.mentions)
    booking = not counted and any(act.name == "book" for act in acts)
    if not (counted or instead) or another or new or booking:
        return acts
    return (_MOVES, *(act for act in acts if not _outranked(act)))


def _outranked(act: Act) -> bool:
    return act.name in _OUTRANKED or act.name.startswith("picked=")
