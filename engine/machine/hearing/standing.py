"""What words come to mean where a conversation stands, told by what its flows and steps do."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from engine.machine.hearing.hours import OPENING
from engine.machine.working.resting import only_waits, resting
from engine.model.flow import End, Flow, FlowSet, Kind, State
from engine.model.session import Frame, How
from engine.model.understanding import Standing
from engine.model.value import Status

MONEY = "money"
MOVING = "reschedule"
"""The intent whose flows move what is booked to another time."""


def standing(flows: FlowSet, frames: Sequence[Frame]) -> Standing:
    """Tell what is under way and what a yes to the open question would do.

    Args:
        flows: every flow of the tenant.
        frames: the flows in progress, the topmost last.
    """
    if not frames:
        return Standing()
    flow, step = flows.flows[frames[-1].flow], frames[-1].step
    state, tasks = flow.states[step], frozenset(_tasks(flows, frames))
    asks = state.kind is Kind.CONFIRM
    return Standing(
        idle=resting(flows, frames),
        tasks=tasks,
        chooses_time=_chooses_time(flows, frames),
        in_mind=frozenset(_in_mind(flows, frames)),
        carries_on=asks and _goes_on(flow, state),
        once_more=asks and _goes_back(flow, state),
        sums_up=asks and _sums_up(flows, frames, state),
        offers=state.kind in {Kind.CONFIRM, Kind.CHOOSE} and _puts_forward(flow),
        answered=frozenset(_answered(flows, frames)),
        prices=frozenset(_prices(frames)) if asks else frozenset(),
    )


def _answered(flows: FlowSet, frames: Sequence[Frame]) -> Iterator[str]:
    """The types of what was asked for and is known in the open flows."""
    for frame in frames:
        for slot in flows.flows[frame.flow].slots.values():
            held = frame.slots.get(slot.name) if slot.step else None
            if held is not None and held.status not in {Status.EMPTY, Status.WISH}:
                yield slot.type.name


def _prices(frames: Sequence[Frame]) -> Iterator[int]:
    """The amounts of money that are known in the open flows."""
    for content in (one for frame in frames for one in frame.slots.values()):
        if content.value.type == MONEY and isinstance(content.value.value, int):
            yield content.value.value


def _tasks(flows: FlowSet, frames: Sequence[Frame]) -> Iterator[str]:
    """The intents of the flow on top and of those that called it."""
    for frame in reversed(frames):
        yield from flows.flows[frame.flow].start.intents
        if frame.how is not How.CALLED:
            return


def _chooses_time(flows: FlowSet, frames: Sequence[Frame]) -> bool:
    """Whether the topmost flow that knows of moving asks for a time of its own."""
    for frame in reversed(frames):
        flow = flows.flows[frame.flow]
        ways = {*flow.start.intents, *flow.anytime, *flow.states[frame.step].ways}
        if MOVING in ways:
            return False
        if _asks(flow, OPENING):
            return True
    return False


def _in_mind(flows: FlowSet, frames: Sequence[Frame]) -> Iterator[str]:
    """The types of what is kept in mind, of what was let go."""
    for content in frames[-1].slots.values() if only_waits(flows, frames[-1]) else ():
        yield content.value.type


@lru_cache(maxsize=4096)
def _asks(flow: Flow, kind: str) -> bool:
    return any(slot.step and slot.type.name == kind for slot in flow.slots.values())


def _goes_on(flow: Flow, state: State) -> bool:
    """Whether a yes goes on with the task, and does not leave it for something else."""
    after = _after(flow, state)
    if after is None or after.kind is not Kind.END:
        return after is not None
    return flow.start.called and after.what == End.DONE


def _after(flow: Flow, state: State) -> State | None:
    """The step to which a yes leads."""
    return flow.states[state.main.step] if state.main and state.main.step else None


def _sums_up(flows: FlowSet, frames: Sequence[Frame], state: State) -> bool:
    """Whether a yes acts on choices of the customer that are shown.

    Not where it tries again what it was said to before, or asks for a person.
    """
    flow = flows.flows[frames[-1].flow]
    after = _after(flow, state)
    leaves = after is not None and after.kind is Kind.CALL and flows.flows[after.what].pattern
    if leaves or _goes_back(flow, state):
        return False
    slots = [slot for frame in frames for slot in flows.flows[frame.flow].slots.values()]
    return any(slot.step and slot.type.lister and slot.name in state.shown for slot in slots)


def _goes_back(flow: Flow, state: State) -> bool:
    """Whether a yes does again what was tried before."""
    steps, after = list(flow.states), state.main.step if state.main else None
    return after is not None and steps.index(after) < steps.index(state.id)


@lru_cache(maxsize=4096)
def _puts_forward(flow: Flow) -> bool:
    """Whether a called flow brings up, unasked, what the customer could have asked for."""
    found = (slot for slot in flow.slots.values() if slot.makers and not slot.step)
    return flow.start.called and any(slot.type.lister for slot in found)
