"""The step of a newer version that probably stands for one that is gone."""

from collections.abc import Iterator, Sequence

from engine.document.problem import near
from engine.model.flow import Flow, Kind, State


def successor(old: Flow | None, new: Flow | None, step: str) -> str | None:
    """Find it by what it does, then by its place and kind, by its name, by its answers.

    Args:
        old: the version in which conversations stand at `step`.
        new: the version to be.
        step: the step that they cannot stand at any more.

    Returns:
        A step at which a conversation can rest; None: the new version has none.
    """
    state = old.states.get(step) if old else None
    if old is None or new is None or state is None:
        return None
    rests = [one for one in new.states.values() if one.waits and one.id != step]
    fresh = [one for one in rests if one.id not in old.states]
    alike = (one.id for one in (*fresh, *rests) if _does(one) == _does(state))
    likely = (
        next(alike, None)
        or _in_place(old, new, state, fresh)
        or near(step, [one.id for one in fresh])
        or next((one.id for one in fresh if _answers(new, one) == _answers(old, state)), None)
    )
    return likely or _following(old, step, [one.id for one in rests])


def _does(state: State) -> tuple[Kind, str]:
    """What a step does; steps that name nothing are told apart by what they say."""
    return state.kind, state.what or state.say or state.id


def _answers(flow: Flow, state: State) -> tuple[Kind, str]:
    """A step's kind, and of what kind the answer is that it asks for."""
    slot = flow.slots.get(state.what)
    return state.kind, slot.type.name if slot else ""


def _in_place(old: Flow, new: Flow, state: State, fresh: Sequence[State]) -> str | None:
    """A new step of its kind between the steps that stood around it."""
    before = _kept_before(old, new, state.id)
    after = next((one for one in _below(old, state.id) if one in new.states), None)
    order = list(new.states)
    first = order.index(before) + 1 if before else 0
    last = order.index(after) if after else len(order)
    between = order[first:last]
    return next((one.id for one in fresh if one.id in between and one.kind is state.kind), None)


def _kept_before(old: Flow, new: Flow, step: str) -> str | None:
    order = list(old.states)
    above = reversed(order[: order.index(step)])
    return next((one for one in above if one in new.states), None)


def _below(flow: Flow, step: str) -> Iterator[str]:
    order = list(flow.states)
    yield from order[order.index(step) + 1 :]


def _following(old: Flow, step: str, rests: Sequence[str]) -> str | None:
    """The next step of the older order at which one can still rest, else the first of all."""
    below = (one for one in _below(old, step) if one in rests)
    return next(below, next(iter(rests), None))
