"""How far an exploration goes: the flows that it walks through, and outlines of those beyond.

A conversation that goes on with another task (`then: booking`) leaves this exploration: what comes
of it is looked at in that task's own, which begins with all that may be carried along. So an
exploration sees nothing of the insides of a flow that only comes next, and none changes it.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from engine.machine.working.resting import answers_only
from engine.model.builtin import HANDOFF
from engine.model.flow import End, Flow, FlowSet, Kind, Slot, State
from engine.model.tool import ToolDefinition

BEGUN = "~begun"
"""The only step of an outline: it was begun, and what comes of it is looked at elsewhere."""
_BEGUN = State(BEGUN, Kind.END, End.LEFT)


def is_task(flow: Flow) -> bool:
    """Whether it is what customers come for."""
    return bool(flow.start.intents) and not flow.pattern


def beneath(flows: FlowSet) -> str | None:
    """The task over which asides are looked at: the one that asks most."""
    tasks = [flow for flow in flows.flows.values() if is_task(flow)]
    most = max(tasks, key=lambda flow: (len(flow.slots), flow.name), default=None)
    return most.name if most else None


def over(flows: FlowSet, root: str) -> str | None:
    """The task over which a flow is looked at too; None of a task itself."""
    return None if is_task(flows.flows[root]) else beneath(flows)


def scope(flows: FlowSet, root: str) -> FlowSet:
    """All that an exploration from `root` can meet; what is not in it, it cannot depend on.

    Args:
        flows: all, prepared or not.
        root: the flow that is explored, perhaps also over another (`over`).
    """
    met = closure(flows, {root, over(flows, root) or root})
    named = {*flows.intents.values(), *(flow for flow, _ in sources(flows, root)), flows.fallback}
    named |= {name for one in met for name in _next(flows.flows[one])}
    found = {
        name: flow if name in met else _outline(flow, flows.flows[root], answers_only(flows, flow))
        for name, flow in flows.flows.items()
        if name in met or name in named
    }
    return replace(flows, flows=found, tools=_tools(flows, met))


def closure(flows: FlowSet, names: Set[str]) -> frozenset[str]:
    """The flows that a conversation in these can come to without going on with a task."""
    found: set[str] = set()
    waiting = [*names, HANDOFF]
    while waiting:
        name = waiting.pop()
        if name not in found and name in flows.flows:
            found.add(name)
            waiting += (*_led_to(flows, flows.flows[name]), *_told(flows, flows.flows[name]))
    return frozenset(found)


def sources(flows: FlowSet, root: str) -> Iterator[tuple[str, State]]:
    """The ends of other flows that go on with this one, each with its flow."""
    for name, flow in flows.flows.items():
        for state in flow.states.values() if name != root else ():
            if state.kind is Kind.END and state.then == root:
                yield name, state


def along(flow: Flow, root: Flow) -> Iterator[Slot]:
    """The slots of a flow that are asked for in the one that it goes on with."""
    return (slot for name, slot in flow.slots.items() if name in root.slots and _asked(root, name))


def _asked(flow: Flow, name: str) -> bool:
    return flow.slots[name].step is not None


def _led_to(flows: FlowSet, flow: Flow) -> Iterator[str]:
    """What is called, and what is laid over; a task takes over, with nothing carried along."""
    carries = answers_only(flows, flow)
    for name in _ways(flow):
        if name in flows.flows and (carries or not is_task(flows.flows[name])):
            yield name
    for state in flow.states.values():
        yield state.what if state.kind is Kind.CALL else ""


def _ways(flow: Flow) -> Iterator[str]:
    """The flows that its ways name."""
    states = flow.states.values()
    timed = (timer.way for state in states for timer in state.timers)
    left = (way for state in states for way in (*state.ways.values(), state.main))
    return (way.flow for way in (*flow.anytime.values(), *timed, *left) if way and way.flow)


def _told(flows: FlowSet, flow: Flow) -> Iterator[str]:
    """The flows that begin by what happens in a flow, or by what becomes of its tools."""
    heads = {flow.name, *_used(flow)}
    for other in flows.flows.values():
        if any(event.rpartition(".")[0] in heads for event in other.start.events):
            yield other.name


@lru_cache(maxsize=4096)
def _used(flow: Flow) -> frozenset[str]:
    """The tools that a flow names, those that list its choices among them."""
    states = flow.states.values()
    done = {state.what for state in states if state.kind is Kind.DO}
    timed = {timer.do for state in states for timer in state.timers if timer.do}
    listed = {slot.type.lister for slot in flow.slots.values() if slot.type.lister}
    return frozenset(done | timed | listed)


def _tools(flows: FlowSet, met: Iterable[str]) -> Mapping[str, ToolDefinition]:
    """The tools that these flows name, and those that take back or prolong what they do."""
    found: set[str] = set()
    waiting = [tool for name in met for tool in _used(flows.flows[name])]
    while waiting:
        name = waiting.pop()
        if name not in found and name in flows.tools:
            found.add(name)
            waiting += (flows.tools[name].undo or "", flows.tools[name].prolong or "")
    return {name: tool for name, tool in flows.tools.items() if name in found}


def _next(flow: Flow) -> tuple[str, ...]:
    """The flows that may come after this one, or over it."""
    return (*_ways(flow), *(state.then or "" for state in flow.states.values()))


@lru_cache(maxsize=4096)
def _outline(flow: Flow, root: Flow, only: bool) -> Flow:
    """What is to be known of a flow beyond: that it begins, and how it goes on with `root`."""
    ends = [replace(one, say=None) for one in flow.states.values() if one.then == root.name]
    slots = [*along(flow, root)] if ends else []
    slots += [one for one in flow.slots.values() if only and one.heard and one not in slots]
    known = {one.name: Slot(one.name, one.type, heard=only and one.heard) for one in slots}
    states = {one.id: one for one in (_BEGUN, *ends)}
    return Flow(flow.name, "", "", BEGUN, MappingProxyType(states), known, pattern=flow.pattern)
