"""What a proof says: faults with their conversations, and every situation there is."""

from dataclasses import dataclass, field

from engine.document.line import Line
from engine.model.flow import Origin
from engine.proof.happening import Happening
from engine.proof.oracle import Script
from engine.proof.said import Said
from engine.proof.watch import Wrong


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that a conversation could come to and must not.

    Attributes:
        sort: a word for the kind of fault, stable: `unconfirmed`, `never`, `phrase`, ...
        fault: what is wrong, without full stop.
        remedy: what to do, without full stop.
        conversation: the shortest that shows it; empty where none does.
        phrase: what is said wrongly, with its first language.
    """

    sort: str
    flow: str
    step: str
    at: Origin
    fault: str
    remedy: str
    conversation: tuple[Line, ...] = ()
    phrase: tuple[str, str] | None = None

    @property
    def key(self) -> str:
        """The place within its file; of a phrase its name."""
        if self.phrase:
            return self.phrase[0]
        return f"steps.{self.step}" if self.step else "steps"


@dataclass(frozen=True, slots=True)
class Standing:
    """One frame of a situation; slots with their status and kind of answer."""

    flow: str
    step: str
    how: str
    slots: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a conversation can rest: the frames of its stack, the caller first."""

    frames: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """One place of an exploration, without its session.

    Attributes:
        before: the place it was first come to from; -1 at the start.
        aside: an aside of the language lies on top, and comes back to what is beneath.
    """

    before: int
    happening: Happening | None
    script: Script
    situation: Situation | None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """What is known of one flow, however a conversation comes to it. Plain data, to be kept.

    Attributes:
        over: for places without one before: the unit and place beneath; (`""`, -1) for none.
        wrong: faults, with the place and the move from it that shows them (None: being there).
        reached: (flow, step) that some conversation came to.
        said: phrases with what was in sight when they were said.
        moves: situation to situation. runs: of the engine's step.
        exact: nothing was taken for something stricter (`situation.Abstraction`).
    """

    root: str
    places: tuple[Rest, ...]
    over: dict[int, tuple[str, int]]
    wrong: tuple[tuple[Wrong, int, tuple[Happening, Script] | None], ...]
    reached: frozenset[tuple[str, str]]
    said: frozenset[Said]
    moves: int
    runs: int
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """The outcome; no faults: it may be published.

    Attributes:
        situations: every place where a conversation can rest, with the shortest way there.
        units: what was found, by the flow that a conversation begins with.
    """

    faults: tuple[Fault, ...]
    situations: dict[Situation, tuple[str, int]] = field(repr=False)
    units: dict[str, Unit] = field(repr=False)
    flows: int = 0
    steps: int = 0
    renderings: int = 0
    worst_calls: int = 0

    @property
    def moves(self) -> int:
        """From situation to situation."""
        return sum(unit.moves for unit in self.units.values())

    @property
    def runs(self) -> int:
        """Of the engine's step."""
        return sum(unit.runs for unit in self.units.values())
