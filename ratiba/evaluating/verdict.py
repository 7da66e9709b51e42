"""What became of one record of a set."""

from dataclasses import dataclass, replace
from enum import StrEnum

from engine.model.model_call import ModelCall


class Verdict(StrEnum):
    """How well a record was understood; from best to worst."""

    RIGHT = "right"
    ASKED = "asked"
    """A question comes back: the right answer is among what is offered, or nothing is done."""
    MISSED = "missed"
    """Not understood, or not finished: the customer notices."""
    WRONG = "wrong"
    """Silently: something else was understood and held for true."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict with its reasons.

    Attributes:
        group: what the record is counted under within its set.
        wanted, came: in a few words, for the confusion.
        detail: more of what came, for an example.
    """

    verdict: Verdict
    group: str
    wanted: str
    came: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """A record that was judged.

    Attributes:
        at: `file:line`.
        text: the customer's words.
        ms: how long it took to understand them, or to lead the conversation.
        calls: of models, in order.
        alone: what rules alone came to; None: no model was asked, so the same.
    """

    id: str
    at: str
    text: str
    judged: Judged
    ms: float
    calls: tuple[ModelCall, ...] = ()
    alone: Judged | None = None

    def by_rules(self) -> "Scored":
        """The same as rules alone would have it."""
        return replace(self, judged=self.alone or self.judged, calls=(), alone=None)
