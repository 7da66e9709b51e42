"""A flow as one flat `transitions` machine, shared by all its conversations.

The only module that knows `transitions`. Operators' strings never reach it as callbacks:
it would import and call a dotted string; here names are data and conditions are ours.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from transitions import EventData, Machine

from engine.model.flow import Flow, Kind, State, Way
from engine.model.passing import MAIN

Holds: TypeAlias = Callable[[str], bool]
"""Whether a rule of the flow holds now."""

PASS_OVER = "pass_over"  # noqa: S105 - a trigger
AGAIN = "again"
TIMER = "timer_"
"""What the names of timers begin with."""
_UNKNOWN = ""


@dataclass(slots=True)
class _Cursor:
    """The throw-away object whose state one trigger moves."""

    state: str


def fire(flow: Flow, source: str, trigger: str, holds: Holds) -> str | None:
    """Where `trigger` leads from `source`; None if nothing there listens to it."""
    known = _fixed(flow).get((source, trigger), _UNKNOWN)
    return _moved(flow, source, trigger, holds) if known is _UNKNOWN else known


def _moved(flow: Flow, source: str, trigger: str, holds: Holds) -> str | None:
    """Let the machine move; a way that no rule guards leads to the same step every time."""
    event = _machine(flow).events.get(trigger)
    if event is None or source not in event.transitions:
        return None
    cursor = _Cursor(source)
    moved = cursor.state if event.trigger(cursor, holds=holds) else None
    if not any(way.conditions for way in event.transitions[source]):
        _fixed(flow)[source, trigger] = moved
    return moved


@lru_cache(maxsize=4096)
def _fixed(flow: Flow) -> dict[tuple[str, str], str | None]:
    """Moves of a flow that no rule guards, as its machine made them before."""
    return {}


@lru_cache(maxsize=4096)
def _machine(flow: Flow) -> Machine:
    """One machine a flow version: 0.3-0.5 ms to build, 6 us a move."""
    machine = Machine(
        model=None,
        states=list(flow.states),
        initial=flow.first,
        auto_transitions=False,
        send_event=True,
    )
    for trigger, source, target, condition in _edges(flow):
        machine.add_transition(trigger, source, target, conditions=condition)
    return machine


_Condition: TypeAlias = Callable[[EventData], bool]
_Edge: TypeAlias = tuple[str, str, str | None, _Condition | None]


def _edges(flow: Flow) -> Iterator[_Edge]:
    for state in flow.states.values():
        yield from _ways(flow, state)
        yield AGAIN, state.id, flow.first, None


def _ways(flow: Flow, state: State) -> Iterator[_Edge]:
    if state.main and (state.when or state.unless):
        yield PASS_OVER, state.id, _target(flow, state, state.main), _passed_over(state)
    for name, way in state.ways.items():
        branch = state.kind is Kind.BRANCH
        trigger, condition = (MAIN[Kind.BRANCH], _rule(name)) if branch else (name, None)
        yield trigger, state.id, _target(flow, state, way), condition
    for timer in state.timers:
        yield timer.name, state.id, _target(flow, state, timer.way), None
    for act, way in flow.anytime.items() if _rests(state) else ():
        if act not in state.ways:
            yield act, state.id, _target(flow, state, way), None
    if state.main:
        yield MAIN[state.kind], state.id, _target(flow, state, state.main), None


def _rests(state: State) -> bool:
    """Whether something may be said while the flow stands here.

    Also under what it called or went aside to: a person, after a tool that failed; or another
    language, asked for before the first word.
    """
    return state.waits or state.kind is not Kind.END


def _target(flow: Flow, state: State, way: Way) -> str | None:
    """The step a way leads to; None (an internal transition) if it leaves the flow or stays."""
    if way.again:
        slot = flow.slots[way.again[0]]
        return slot.step or state.id
    return way.step


def _rule(name: str) -> _Condition:
    def condition(event: EventData) -> bool:
        return _holds(event)(name)

    return condition


def _passed_over(state: State) -> _Condition:
    def condition(event: EventData) -> bool:
        holds = _holds(event)
        return not all(map(holds, state.when)) or any(map(holds, state.unless))

    return condition


def _holds(event: EventData) -> Holds:
    kwargs: dict[str, Any] = event.kwargs
    holds: Holds = kwargs["holds"]
    return holds
