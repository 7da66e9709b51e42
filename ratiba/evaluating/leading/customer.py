"""The customer of a dialogue: says what the script has for the question that is open."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ratiba.conversing.lines import Say, Tap
from ratiba.conversing.observed import Observed
from ratiba.evaluating.leading.script import Line, Script
from ratiba.evaluating.leading.shop import BOOKED, SERVICE

YES = "affirm"
FORWARD = ("booking|book", "accept", "skip", "none")
"""Chips that lead to a booking, or past a question that the dialogue knows nothing of."""
Deed: TypeAlias = Say | Tap


class Customer:
    """Answers with the dialogue's own words while it has some; then with the chip it wants."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._said: set[int] = set()
        self._again: set[int] = set()
        self._offered, self._name = script.made.words, script.made.provider

    def answer(self, seen: Observed) -> Deed | None:
        """What the customer does next; None: there is nothing left to say or to tap."""
        if not self._said:
            return self._say(self._script.lines[0])
        answers = {
            "confirm": self._confirms,
            "time": self._when,
            "staff": self._whom,
            "service": self._which,
            None: self._goes_on,
        }
        return answers.get(seen.asks, self._passes)(seen)

    def _confirms(self, seen: Observed) -> Deed | None:
        """As the dialogue answers its own confirmations, whatever this one says.

        What the dialogue tells before is said first: here it was asked to confirm too early.
        """
        return self._next(lambda line: line.answers or line.time) or _tap(seen, YES)

    def _when(self, seen: Observed) -> Deed | None:
        """The next time that is told; then the one that was offered there and taken.

        Where a booking failed there, what was told before is not told again.
        """
        made = self._script.made
        return (
            self._next(lambda line: line.time or line.provider)
            or _tap(seen, f"{made.day}t{made.clock}")
            or (self._as_offered() if len(self._script.tries) > 1 else None)
            or self._once_more(seen)
            or self._as_offered()
        )

    def _as_offered(self) -> Deed | None:
        """The time in the words of the dialogue's own system, which the customer agreed to."""
        words, self._offered = self._offered, ""
        return Say((words,)) if words else None

    def _once_more(self, seen: Observed) -> Deed | None:
        """What is open was told, and nothing beside it: it is told again, once."""
        day = seen.slots.date is None
        for line in reversed(self._script.lines):
            told = line.day and not line.clock if day else line.clock and not line.day
            if told and line.turn in self._said and line.turn not in self._again:
                self._again.add(line.turn)
                return Say((line.text,))
        return None

    def _whom(self, seen: Observed) -> Deed | None:
        """Whom the dialogue names next; else the one it ends with, who was offered first."""
        coming = next(iter(self._left()), None)
        if coming is not None and coming.provider:
            return self._say(coming)
        return _tap(seen, BOOKED) or self._named()

    def _named(self) -> Deed | None:
        """The provider's name, once."""
        name, self._name = self._name, ""
        return Say((name,)) if name else None

    def _which(self, seen: Observed) -> Deed | None:
        return _tap(seen, SERVICE) or self._goes_on(seen)

    def _goes_on(self, seen: Observed) -> Deed | None:
        """Nothing is asked: the next words, of those that answer nothing."""
        return self._next(lambda line: not line.answers) or self._passes(seen)

    def _passes(self, seen: Observed) -> Deed | None:
        taps = (_tap(seen, value) for value in FORWARD)
        return next((one for one in taps if one), None)

    def _left(self) -> Iterator[Line]:
        last = max(self._said, default=-1)
        return (line for line in self._script.lines if line.turn > last)

    def _next(self, fits: Callable[[Line], bool]) -> Say | None:
        found = next((line for line in self._left() if fits(line)), None)
        return self._say(found) if found else None

    def _say(self, line: Line) -> Say:
        self._said.add(line.turn)
        return Say((line.text,))


def _tap(seen: Observed, value: str) -> Tap | None:
    """A tap on the chip that stands for it (of `a|b` for one of them), if there is one."""
    names = {name.casefold() for name in value.split("|")}
    found = (chip for chip in reversed(seen.chips) if chip.value.casefold() in names)
    return next((Tap(chip.value) for chip in found), None)
