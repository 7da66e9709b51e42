"""The state of a thread: a stack of frames, outside the machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from engine.model.value import Scalar, SlotValue, Value

SHAPE = 1
"""The shape of a stored session; `migrate_state_shape` lifts older ones."""


class How(StrEnum):
    """Why a frame is on the stack."""

    TASK = "task"
    CALLED = "called"
    """By a `call` step: its end is that step's outcome."""
    ASIDE = "aside"
    """A digression: its end brings the question beneath back."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One flow in progress.

    Attributes:
        uid: unique within the thread, never used again.
        flow: its name. digest: the version this conversation is pinned to.
        memo: by which trigger each silent step was left: what a walk from the top repeats.
        skip: what a walk from the top may pass by the way it was left before.
        fired: timers that ran out during the present wait; each fires once.
        corrected: slots the customer has changed; never assumed again.
        order: slots in the order in which the customer gave them (for "go back").
        settings: the arguments of a call, by setting.
        anew: it was moved to a newer version of its flow, and walks from the top when it is next
            on top of the stack.
        hints: of a task that was put off for another one, what was said of the thing it is about.
    """

    uid: int
    flow: str
    digest: str
    step: str
    how: How
    slots: Mapping[str, SlotValue] = field(default_factory=dict)
    memo: Mapping[str, str] = field(default_factory=dict)
    skip: Mapping[str, str] = field(default_factory=dict)
    fired: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    anew: bool = False
    hints: Mapping[str, SlotValue] | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice a customer can tap, or answer by its number or name.

    Attributes:
        value: what the tap means: `slot=value`, `act:affirm` or `way:another_day`.
        label: a phrase id (`chip.yes`) for acts and ways; None: shown as `shows`.
        shows: the value to show, for slots.
    """

    value: str
    label: str | None = None
    shows: Value | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """The question that is open; a tap carries (thread, prompt, value).

    Attributes:
        of: the type of answer whose readings it tells apart ("which one do you mean?"); "" for a
            step's own question.
        beneath: the question over which this one lies: it is open again when this one has gone.
        printed: the list that was printed above it in the same reply, in order.
    """

    id: int
    frame: int
    step: str
    chips: tuple[Chip, ...] = ()
    of: str = ""
    beneath: "Prompt | None" = None
    printed: tuple[Value, ...] = ()

    def at(self, frame: int, step: str) -> "Prompt | None":
        """The question of that frame and step: this one, or one on which it lies."""
        if (self.frame, self.step) == (frame, step):
            return self
        return self.beneath.at(frame, step) if self.beneath else None


@dataclass(frozen=True, slots=True)
class Armed:
    """A timer of a waiting step; a row of ours, due by the injected clock (UTC)."""

    frame: int
    step: str
    name: str
    due_at: datetime
    quiet_s: int | None = None
    """Seconds of quiet: starts again at each word. None: runs on from `after`."""


@dataclass(frozen=True, slots=True)
class Session:
    """Where a thread stands. Times are UTC; amounts of model cost are US dollars."""

    thread_id: str
    shape: int = SHAPE
    locale: str = "en"
    locale_chosen: bool = False
    """The customer chose the language: what is heard no longer decides it."""
    channel: str = "whatsapp"
    address: str = ""
    """The customer's id on that channel: where replies to events and timers go."""
    turns: int = 0
    serial: int = 0
    """The last number given to a frame or prompt."""
    frames: tuple[Frame, ...] = ()
    rungs: int = 0
    """Clarifications in this booking attempt; at 3 a person takes over."""
    lost: int = 0
    """Messages in a row of which nothing could be made; at as many a person takes over, too."""
    clarifying: bool = False
    final: tuple[str, ...] = ()
    """Main outcomes of late tools that were heard: money has come; each is heard once."""
    spent: tuple[str, ...] = ()
    """Irreversible tools that have used their yes."""
    terms: Mapping[str, Scalar] = field(default_factory=dict)
    """Facts of the business as the open tasks have read them: `tenant.mpesa_enabled`."""
    prompt: Prompt | None = None
    timers: tuple[Armed, ...] = ()
    ended: str | None = None
    """The step that ended the thread, e.g. `booked`; None while it lives."""
    last: str | None = None
    """The last state logged, for a thread whose stack is empty."""
    total_token_cost_usd: float = 0.0
