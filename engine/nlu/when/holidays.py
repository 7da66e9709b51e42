"""Days with a name: Christmas 2027, Jamhuri Day, Easter Monday; and those that move."""

from engine.nlu.tokens import Message
from engine.nlu.when.dates import with_year
from engine.nlu.when.pieces import Day, Piece
from engine.nlu.words.holidays import EASTER, FIXED, LONGEST, MOVING, NTH

FIRST_WORDS = frozenset(name.split()[0] for name in (*FIXED, *NTH, *EASTER, *MOVING))


def holiday(message: Message, at: int) -> Piece | None:
    """A holiday that begins at `at`, with its year if one is said."""
    start = at
    at += 1 if message.keys[at] in {"on", "the"} else 0
    if message.keys[at] not in FIRST_WORDS:
        return None
    for size in range(LONGEST, 0, -1):
        name = " ".join(message.keys[at : at + size])
        if name in MOVING:
            return Piece(start, at + size, vague=True, doubt=True)
        day = _named(name)
        if day is not None:
            dated, behind = with_year(message, at + size, day)
            return Piece(start, behind, dated)
    return None


def _named(name: str) -> Day | None:
    if name in FIXED:
        month, dom = FIXED[name]
        return Day(dom=dom, month=month)
    if name in NTH:
        month, weekday, nth = NTH[name]
        return Day(month=month, weekday=weekday, nth=nth)
    return Day(easter=EASTER[name]) if name in EASTER else None
