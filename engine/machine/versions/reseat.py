"""What a frame remembers of its road, told in the steps of a newer version."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from engine.machine.versions.renames import Renames
from engine.model.flow import Flow, Kind, State
from engine.model.passing import MAIN
from engine.model.session import Frame
from engine.model.value import SlotValue, Source, Status

_MADE = {Status.FILLED, Status.CONFIRMED, Status.SEALED}


@dataclass(frozen=True, slots=True)
class Reseated:
    """A frame in a newer version.

    Attributes:
        undone: tools whose results it holds and that nothing there would take back.
    """

    frame: Frame
    undone: tuple[str, ...] = ()


def reseat(
    frame: Frame,
    slots: Mapping[str, SlotValue],
    flow: Flow,
    was: Flow | None,
    names: Renames,
) -> Reseated:
    """Move a frame to a newer version of its flow.

    Args:
        frame: in the older version.
        slots: its answers under their newer names.
        flow: the newer version, which has its step.
        was: the older version, if it is known.
        names: the newer names of steps and slots.
    """
    road = {step: _twin(step, flow, was, names) for step in (*frame.skip, *frame.memo)}
    moved = replace(
        frame,
        digest=flow.digest,
        step=names.step(frame.step),
        slots=slots,
        memo=_left(frame.memo, road, flow, frame.step),
        skip=_left(frame.skip, road, flow, ""),
        corrected=_named(frame.corrected, names),
        order=_named(frame.order, names),
    )
    return Reseated(moved, tuple(_undone(frame, road, was)))


def _left(
    left: Mapping[str, str], road: Mapping[str, str | None], flow: Flow, present: str
) -> dict[str, str]:
    """Steps and the ways they were left by, as far as they are there and so can be left still."""
    found = ((road[step], trigger, step == present) for step, trigger in left.items())
    return {
        step: trigger
        for step, trigger, here in found
        if step and (here or _leaves(flow.states[step], trigger))
    }


def _leaves(state: State, trigger: str) -> bool:
    if trigger == "":
        return state.kind is Kind.DO and state.waits
    return trigger in state.ways or (state.main is not None and MAIN.get(state.kind) == trigger)


def _twin(step: str, flow: Flow, was: Flow | None, names: Renames) -> str | None:
    """The newer step that does what an older one did: the one of its name, or the one that does."""
    named = names.step(step)
    old, new = was.states.get(step) if was else None, flow.states.get(named)
    if old is None:
        return named if new else None
    if new and (new.kind, new.what) == (old.kind, old.what):
        return named
    if old.kind not in {Kind.DO, Kind.CALL}:
        return None
    alike = (s.id for s in flow.states.values() if (s.kind, s.what) == (old.kind, old.what))
    return next(alike, None)


def _undone(frame: Frame, road: Mapping[str, str | None], was: Flow | None) -> Iterator[str]:
    """Tools that were run for this frame, gave what it holds, and have no step any more."""
    for step, twin in road.items():
        state = was.states.get(step) if was else None
        if twin is None and was and state and state.kind is Kind.DO and _holds(frame, step, was):
            yield state.what


def _holds(frame: Frame, step: str, was: Flow) -> bool:
    made = (slot.name for slot in was.slots.values() if step in slot.makers)
    held = (frame.slots[name] for name in made if name in frame.slots)
    return any(one.source is Source.TOOL and one.status in _MADE for one in held)


def _named(slots: tuple[str, ...], names: Renames) -> tuple[str, ...]:
    return tuple(new for new in map(names.slot, slots) if new is not None)
