"""Turns that their customers' next words show to have been misunderstood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from engine.journal.deeds import SAY
from engine.journal.entry import Entry
from engine.model.builtin import HANDOFF
from engine.model.event import Tap, Words
from engine.model.message import Inbound, TapReceived, TextReceived
from engine.model.understanding import Understanding
from engine.nlu.complaints import complains

WITHIN = timedelta(minutes=15)
"""Words that come later than this speak of something else."""
NO_MATCH = f"{SAY}talk.no_match"
COURTESIES = frozenset({"greeting", "thanks"})
CLARIFYING = "CLARIFICATION"
"""The state of a turn that asked back: it took nothing for sure."""


class Signal(StrEnum):
    """By what a turn shows to have been misunderstood, the surest first."""

    NOT_MEANT = "not_meant"
    """The customer said so."""
    CORRECTED = "corrected"
    """What had just been heard was changed."""
    HANDOFF = "handoff"
    """A person was called at once: asked for, or since nothing was understood any more."""
    NO_MATCH = "no_match"
    """The answer to what we said made no sense there."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One committed turn: its row of the journal, and when it was committed (UTC)."""

    id: int
    thread_id: str
    at: datetime
    entry: Entry

    @property
    def customer(self) -> str | None:
        """Who wrote; None: nobody, something happened."""
        came = self.entry.input
        return came.sender.customer_id if isinstance(came, Inbound) else None

    @property
    def said(self) -> str:
        """The customer's words, or those of the button."""
        content = self.entry.input.content if isinstance(self.entry.input, Inbound) else None
        match content:
            case TextReceived(text) | TapReceived(_, text):
                return text
            case _:
                return ""


@dataclass(frozen=True, slots=True)
class Misheard:
    """A turn that was misunderstood, as the `next` one shows."""

    turn: Turn
    next: Turn
    signal: Signal


def routed(turn: Turn) -> Understanding | None:
    """What was understood of a turn whose words were taken for something and acted upon."""
    event = turn.entry.event
    if not isinstance(event, Words) or not turn.entry.replies or turn.entry.state == CLARIFYING:
        return None
    heard = event.understanding
    named = heard.mentions or heard.time
    decides = _decides(heard, turn.entry.act_from)
    return heard if (named or decides) and not complains(turn.said) else None


def _decides(heard: Understanding, sure: float) -> bool:
    act = heard.intent
    return act.confidence >= sure and act.name not in COURTESIES


def misheard(turns: Sequence[Turn]) -> Iterator[Misheard]:
    """Find the misunderstood among the turns of one customer, oldest first."""
    own = [turn for turn in turns if isinstance(turn.entry.event, Words | Tap)]
    for turn, later in pairwise(own):
        heard = routed(turn)
        if heard is None or later.at - turn.at > WITHIN:
            continue
        signal = _signal(heard, later)
        if signal is not None:
            yield Misheard(turn, later, signal)


def _signal(heard: Understanding, later: Turn) -> Signal | None:
    event = later.entry.event
    if isinstance(event, Words) and complains(later.said):
        return Signal.NOT_MEANT
    if isinstance(event, Words) and later.entry.corrected and _same(heard, event.understanding):
        return Signal.CORRECTED
    if any(move.flow == HANDOFF for move in later.entry.moves) and heard.intent.name != HANDOFF:
        return Signal.HANDOFF
    lost = any(effect.startswith(NO_MATCH) for effect in later.entry.effects)
    return Signal.NO_MATCH if lost else None


def _same(heard: Understanding, now: Understanding) -> bool:
    """Whether the words changed what had just been heard, and not an older answer."""
    kinds = {one.type for one in now.mentions} & {one.type for one in heard.mentions}
    return bool(kinds) or (heard.time is not None and now.time is not None)
