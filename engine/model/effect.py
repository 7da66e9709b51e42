"""What a step wants done, in the order in which the walk made it; all commit together."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.model.session import Prompt, Session
from engine.model.tool import Answer, Call
from engine.model.value import Scalar, Value


@dataclass(frozen=True, slots=True)
class Say:
    """Say a phrase.

    Attributes:
        phrase: its id, `booking.summary`.
        values: every value in sight when it was said, by slot.
        said: other facts for the phrase (a tool's answer, what was wanted).
        prompt: set if this is the question that now stands open; its chips ride along.
        settings: those that the phrase names, as they stood when it was said.
        rung: how often it was asked in vain: `<phrase>.again`, `<phrase>.again2`.
    """

    phrase: str
    values: Mapping[str, Value] = field(default_factory=dict)
    said: Mapping[str, Scalar] = field(default_factory=dict)
    prompt: Prompt | None = None
    rung: int = 0
    settings: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """A tool that writes: carried out inside the commit; `answer` is what it is held to."""

    call: Call
    answer: Answer


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back what `tool` did; `gave` are the values it had given."""

    tool: str
    undone: str
    gave: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Emit:
    """A flow came to a done end: `booking.booked`."""

    event: str
    values: Mapping[str, Value] = field(default_factory=dict)


Effect: TypeAlias = Say | Run | Undo | Emit


@dataclass(frozen=True, slots=True)
class Move:
    """One transition, for the log and the picture."""

    flow: str
    source: str
    trigger: str
    target: str


@dataclass(frozen=True, slots=True)
class Step:
    """The result of one event."""

    session: Session
    effects: tuple[Effect, ...] = ()
    moves: tuple[Move, ...] = ()
