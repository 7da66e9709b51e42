"""What the customer of a dialogue has to say to a business that takes bookings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ratiba.evaluating.kinds.dialogues import (
    BOOKS,
    CLOCK,
    DAY,
    NAME,
    Attempt,
    Dialogue,
    Turn,
    attempts,
)

FIRST = 0
WISHES = ("AFFIRM_INTENT", "INFORM_INTENT")


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance of the customer.

    Attributes:
        turn: its index in the dialogue.
        day, clock, provider: whether it tells one.
        answers: it answers a confirmation, or another time that was offered.
    """

    turn: int
    text: str
    day: bool
    clock: bool
    provider: bool
    answers: bool

    @property
    def time(self) -> bool:
        """Whether it tells when."""
        return self.day or self.clock


@dataclass(frozen=True, slots=True)
class Script:
    """A dialogue up to its last booking.

    Attributes:
        lines: those about the booking, the customer's first words before them: what a search for
            other providers needs is no matter of a business.
        tries: the bookings that were tried; the last one was made.
        turns: of the customer up to the booking, with those of the search.
    """

    lines: tuple[Line, ...]
    tries: tuple[Attempt, ...]
    turns: int

    @property
    def made(self) -> Attempt:
        """The booking that came of it."""
        return self.tries[-1]


def script(dialogue: Dialogue) -> Script | None:
    """The script of a dialogue; None: it ends without a booking."""
    tries = attempts(dialogue)
    if not tries:
        return None
    said = [at for at, turn in enumerate(dialogue.turns[: tries[-1].turn]) if turn.s == "U"]
    return Script(tuple(_lines(dialogue.turns, said)), tuple(tries), len(said))


def _lines(turns: Sequence[Turn], said: Sequence[int]) -> Iterator[Line]:
    for at in said:
        turn = turns[at]
        told = {act.slot for act in turn.acts("INFORM")}
        day, clock = DAY in told, CLOCK in told
        asked = turns[at - 1].does("CONFIRM", "NOTIFY_FAILURE") if at else False
        answers = asked and turn.does("AFFIRM", "NEGATE")
        books = any(frame.intent == BOOKS for frame in turn.f) and turn.does(*WISHES)
        if at == said[FIRST] or day or clock or answers or books:
            named = any(slot.endswith(NAME) for slot in told)
            yield Line(at, turn.u, day, clock, named, answers)
