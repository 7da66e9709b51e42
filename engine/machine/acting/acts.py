"""Which way an act takes: the step's own, then the flows', inner before outer, then a new flow."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from engine.machine.walking.questions import lobby
from engine.machine.working.desk import Desk
from engine.machine.working.resting import called_off
from engine.machine.working.slots import sealed
from engine.model.flow import Kind, Way
from engine.model.understanding import Act

_NAMES = {
    "affirm": ("yes", "accept"),
    "deny": ("declined", "decline", "no", "never_mind"),
    "skip": ("never_mind",),
    "handoff": ("person",),
}
"""Buttons that an act presses when the flow calls them so."""


@dataclass(frozen=True, slots=True)
class Yes:
    """The confirm on top got its yes."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The question on top may stay unanswered, and does."""


@dataclass(frozen=True, slots=True)
class Take:
    """Leave the step of the frame at `index` by `way`."""

    index: int
    trigger: str
    way: Way


@dataclass(frozen=True, slots=True)
class Begin:
    """Start another flow."""

    flow: str


@dataclass(frozen=True, slots=True)
class Reply:
    """Only a courtesy: said in passing."""

    phrase: str | None


Road: TypeAlias = Yes | Skip | Take | Begin | Reply

_OF_BUTTONS = {**_NAMES, "change": ("reschedule",)}
"""Where buttons are all there is, "change it" is to move it."""

BOOKINGS = "customer.bookings"
"""The fact how many bookings lie ahead: who has one speaks of that."""

WAIT = "wait"

COURTESIES = {"greeting": None, "thanks": "talk.welcome", WAIT: "talk.wait"}


def find(desk: Desk, acts: tuple[Act, ...]) -> Road | None:
    """The road of the strongest act that has one here."""
    for act in sorted(acts, key=lambda act: -act.confidence):
        if act.confidence >= desk.flows.thresholds.act:
            road = _road(desk, act.name)
            if road is not None:
                return road
    return None


def _road(desk: Desk, act: str) -> Road | None:
    name = act.removeprefix("way:")
    if desk.frames:
        road = _of_step(desk, name) or _of_flows(desk, name)
        if road is not None:
            return road
    if name in desk.flows.intents:
        return Begin(desk.flows.intents[name])
    if name in COURTESIES:
        return Reply(COURTESIES[name])
    return None


def _of_step(desk: Desk, act: str) -> Road | None:
    """The ways of the topmost step: its buttons, a confirm's yes, "skip" at an optional ask."""
    state = desk.state(desk.top)
    if state.kind is Kind.CONFIRM and act == "affirm":
        return Yes()
    if state.kind is Kind.ASK and act == "skip" and desk.flow(desk.top).slots[state.what].optional:
        return Skip()
    names = _OF_BUTTONS if state.kind is Kind.CHOOSE else _NAMES
    for name in (act, *names.get(act, ())):
        if state.kind in {Kind.CHOOSE, Kind.CONFIRM} and name in state.ways:
            return Take(desk.top, name, state.ways[name])
    return None


def _of_flows(desk: Desk, act: str) -> Road | None:
    for index in range(desk.top, -1, -1):
        for name in _aliases(desk, index, act):
            way = desk.flow(index).anytime.get(name)
            if way is not None:
                return Take(index, name, way)
    return None


def _aliases(desk: Desk, index: int, act: str) -> Iterator[str]:
    """`cancel` of what is not finished is `stop`, and so is a no to the greeting.

    Where nothing is on its way that could be called off, what is booked is meant.
    """
    yield act
    if act == "cancel" and not sealed(desk, index) and _unfinished(desk, index):
        yield "stop"
    if act == "deny" and desk.frames[index].flow == desk.flows.fallback:
        yield "stop"  # "no, thank you" to an offer of help


def _unfinished(desk: Desk, index: int) -> bool:
    """Whether `cancel` may mean what the frame at `index` does, and not what is booked."""
    booked = desk.facts.get(BOOKINGS)
    return called_off(desk.flows, desk.frames[index]) or not (booked or lobby(desk))
