"""A length counted from what is booked, said by who has nothing under way, moves the booking."""

from engine.model.understanding import Act, Understanding

_SURE = 0.85
_MOVES = Act("reschedule", 0.9)
_OUTRANKED = frozenset({"book", "change", "back"})
"""What such words sound like besides: "can I come an hour later", "make it a day earlier"."""
_SERVICE = "service"


def moved(acts: tuple[Act, ...], heard: Understanding, *, idle: bool) -> tuple[Act, ...]:
    """The acts; with a length counted from a booking, the wish to move it: "half an hour earlier".

    Args:
        acts: what the message was found to be.
        heard: its values.
        idle: nothing is under way.
    """
    counted = heard.time is not None and heard.time.shift
    another = {act.name for act in acts if act.confidence >= _SURE and not _outranked(act)}
    new = any(mention.type == _SERVICE and not mention.excluded for mention in heard.mentions)
    if not (idle and counted) or another or new:
        return acts
    return (_MOVES, *(act for act in acts if not _outranked(act)))


def _outranked(act: Act) -> bool:
    return act.name in _OUTRANKED or act.name.startswith("picked=")
