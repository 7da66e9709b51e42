"""A fixture: a conversation that a flow must lead as it is written, YAML left behind."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeAlias

from engine.model.flow import Origin
from engine.model.understanding import Understanding
from engine.model.value import Scalar, Value

PLAIN = "spa"
"""The kind of business in which a fixture plays that names none and lies in no folder of one."""
NOW = datetime(2026, 5, 31, 10, 0)  # noqa: DTZ001 - local, as in the file
"""When a fixture begins that does not say it: a Sunday, everything open from the next day on."""
NONE, UNAVAILABLE = "none", "unavailable"
"""What a lister may be made to answer: nothing to offer; what was wished is not to be had."""


@dataclass(frozen=True, slots=True)
class Says:
    """The customer says something; `means` pins what is understood of it."""

    text: str
    means: Understanding | None = None


@dataclass(frozen=True, slots=True)
class Taps:
    """A tap on a chip of the open question, or, `old`, of the one before it.

    Attributes:
        chip: its value (`staff=anna`), the value's end (`anna`) or the words on it.
    """

    chip: str
    old: bool = False


@dataclass(frozen=True, slots=True)
class Sends:
    """The customer sends what is not read: `image`, `sticker`."""

    kind: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something outside: `initiate_stk_push.settled`."""

    name: str
    gives: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waits:
    """Time passes; what falls due on the way happens."""

    span: timedelta


Act: TypeAlias = Says | Taps | Sends | Event | Waits


@dataclass(frozen=True, slots=True)
class Expect:
    """What must come of a turn; None: not asked.

    Attributes:
        state: as logged, in small letters; exact. flow: of the step on top; exact.
        said: ids of the phrases, in their order; exact.
        text: parts of the words that the customer reads.
        slots: what these slots hold; None: nothing.
        effects: tools run or undone and events told, among others.
        chips: chips of the open question, among others.
    """

    state: str | None = None
    flow: str | None = None
    said: tuple[str, ...] | None = None
    text: tuple[str, ...] = ()
    slots: Mapping[str, Scalar] = field(default_factory=dict)
    effects: tuple[str, ...] = ()
    chips: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One act and what must come of it; `at` is where it is written."""

    act: Act
    at: Origin
    expect: Expect = field(default_factory=Expect)
    expect_at: Origin | None = None


@dataclass(frozen=True, slots=True)
class End:
    """How the conversation ends.

    Attributes:
        state: the step that ended it. pushes: payment prompts sent in all.
        rows: table -> status -> how many rows; "" is every status. Only real stores have rows.
    """

    state: str | None = None
    pushes: int | None = None
    rows: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    at: Origin = field(default_factory=lambda: Origin("", 1))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one call of a tool is made to come to; None: what it would give by itself."""

    name: str | None
    gives: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """The world of a fixture.

    Attributes:
        facts: over those of the business: `tenant.mpesa_enabled`, `dials.warmth`.
        settings: over those that flows are written with: `cancel.ask_reason`.
        busy: (person or room, from, to), ISO local minutes: taken by somebody else.
        tools: outcomes of a tool's calls in turn; after the last it does as it would.
        lists: what a lister offers: ids, or whole values.
    """

    facts: Mapping[str, Scalar] = field(default_factory=dict)
    settings: Mapping[str, Scalar] = field(default_factory=dict)
    busy: tuple[tuple[str, str, str], ...] = ()
    tools: Mapping[str, tuple[Outcome, ...]] = field(default_factory=dict)
    lists: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fixture:
    """One conversation.

    Attributes:
        name: unique in its folder. flow: what it is about.
        vertical: of the business it plays in. tenant: whose own flows it plays, if any.
        now: local time of the business, naive; the clock moves by `wait` alone.
    """

    name: str
    flow: str
    turns: tuple[Turn, ...]
    at: Origin
    vertical: str = PLAIN
    tenant: str | None = None
    locale: str = "en"
    channel: str = "whatsapp"
    now: datetime = NOW
    given: Given = field(default_factory=Given)
    end: End = field(default_factory=End)
    note: str = ""
