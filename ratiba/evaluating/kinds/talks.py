"""Whole conversations with businesses of their own, each turn with what must come of it."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from ratiba.conversing.business import Read
from ratiba.conversing.conversation import Conversation, Given
from ratiba.evaluating.kinds.case import Record

Several: TypeAlias = tuple[str, ...]
HARD = 3
"""The difficulty at which a polite clarification without effect is excused."""


class Expect(Read):
    """What must come of a turn; what is left out is not judged.

    Attributes:
        start_any: of these one is the time; None among them: it is open.
        staff_not: who must not be taken.
        never_confirm: a summary with these slots is a fault.
        no_effect: no booking is made, moved or cancelled, and no payment asked for.
    """

    state_in: Several | None = None
    slots: Mapping[str, str | None] = {}
    start_any: tuple[str | None, ...] | None = None
    date: str | None = None
    staff_not: str | None = None
    never_confirm: Mapping[str, str | None] | None = None
    asks: str | Several | None = None
    language: Several | None = None
    shows_time_any: Several | None = None
    says_any: Several | None = None
    says_none: Several = ()
    chips_include: Several = ()
    no_effect: bool = False
    replies: Literal[0, ">=1"] | None = None


class TalkTurn(Read):
    """One act of the customer, or of the world, and what must come of it."""

    user: str | Several | None = None
    tap: str | None = None
    tap_from_turn: int | None = None
    else_user: str | None = None
    event: str | None = None
    wait: str | None = None
    expect: Expect = Expect()

    @property
    def words(self) -> Several:
        """What the customer writes, message by message."""
        return (self.user,) if isinstance(self.user, str) else self.user or ()


class Wanted(Read):
    """A booking that must stand at the end; `start_in` are times of which one is right."""

    service: str
    staff: str | None = None
    start: str | None = None
    start_in: Several = ()
    status: str = "confirmed"


class WantedPayment(Read):
    """An attempt to pay, in whole shillings."""

    state: str
    amount_kes: int | None = None


class End(Read):
    """What must stand at the end; of `bookings_alt` any is as good as `bookings`."""

    bookings: tuple[Wanted, ...] = ()
    bookings_alt: tuple[tuple[Wanted, ...], ...] = ()
    payments: tuple[WantedPayment, ...] = ()
    charged_prompts: int = 0
    handoff: bool | Literal["any"] = "any"


class WholeTalk(Record):
    """A conversation; `business` is its key in `businesses*.json` beside the set.

    Attributes:
        bridge: answers to questions that the script did not foresee, by what is asked.
    """

    business: str
    ability: str
    difficulty: int = 1
    now: str
    given: Given
    bridge: Mapping[str, str] = {}
    turns: tuple[TalkTurn, ...]
    end: End

    @property
    def begins(self) -> Conversation:
        """What is there before its first word."""
        return Conversation(now=self.now, given=self.given)
