"""The one way into this package: a message in a state, at a time, to a `TimeHeard`."""

from dataclasses import dataclass
from datetime import datetime

from engine.model.understanding import Hearing, TimeHeard
from engine.nlu.tokens import Message
from engine.nlu.when.combine import combine
from engine.nlu.when.resolve import Scene, resolve
from engine.nlu.when.scan import scan

_SHORT = 4
"""Words of a message that is an answer rather than a tale."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The time of a message.

    Attributes:
        time: what it comes to; None if no time was asked for.
        covered: the tokens that spoke of time.
        refused: a time was named only to turn it down.
    """

    time: TimeHeard | None
    covered: frozenset[int] = frozenset()
    refused: bool = False


def hear(message: Message, hearing: Hearing, now: datetime) -> Heard:
    """The date or time that `message` asks for.

    Args:
        message: what was said, with tokens of other things hidden.
        hearing: what the state expects, and the day or hour already known.
        now: aware, in the tenant's zone.
    """
    local = now.replace(tzinfo=None)
    pieces = scan(message, local, dated=hearing.day is not None)
    if not pieces:
        return Heard(None)
    wishes = combine(message, pieces, bare=_expects_time(message, hearing))
    covered = frozenset(at for piece in pieces for at in range(piece.start, piece.end))
    return Heard(resolve(wishes.wanted, Scene(local, hearing)), covered, wishes.refused)


def _expects_time(message: Message, hearing: Hearing) -> bool:
    """Whether a number alone would be an hour here."""
    asked = any(e.asked and e.type.name == "opening" for e in hearing.expected)
    known = hearing.day is not None or hearing.clock is not None
    return asked or (known and 1 < len(message) <= _SHORT)
