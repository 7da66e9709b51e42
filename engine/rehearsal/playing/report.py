"""What came of a fixture: the conversation as it went, and where it went otherwise."""

from dataclasses import dataclass

from engine.model.effect import Move
from engine.model.flow import Origin
from engine.model.message import Button
from engine.model.value import Scalar
from engine.rehearsal.fixtures.fixture import Act, Fixture


@dataclass(frozen=True, slots=True)
class Fault:
    """One expectation that was not met.

    Attributes:
        at: of the turn, or of `end`.
        key: what was asked: `state`, `said`, `slots.staff`; "" if the turn broke off.
    """

    at: Origin
    key: str
    expected: str
    came: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn as it went.

    Attributes:
        heard: the strongest act of the words, with its confidence; "" for other acts.
        replies: the words that the customer read.
    """

    act: Act
    at: Origin
    state: str = ""
    flow: str = ""
    said: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()
    slots: tuple[tuple[str, Scalar], ...] = ()
    replies: tuple[str, ...] = ()
    buttons: tuple[Button, ...] = ()
    heard: str = ""


@dataclass(frozen=True, slots=True)
class Played:
    """A whole fixture; no fault: it holds.

    Attributes:
        moves: every transition taken.
        ms: by the machine's clock.
    """

    fixture: Fixture
    exchanges: tuple[Exchange, ...]
    faults: tuple[Fault, ...]
    moves: frozenset[Move]
    ended: str = ""
    pushes: int = 0
    ms: float = 0.0
