"""The open question and the timers of a conversation, told in the names of a newer version."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from engine.machine.versions.renames import Renames
from engine.model.flow import FlowSet, Kind, State
from engine.model.session import Armed, Chip, Frame, Prompt, Session

GONE = ""
"""The step of a question that is gone: no step is called so."""
_WAY, _ACT = "way", "act"


def retold(
    session: Session,
    names: Mapping[int, Renames],
    flows: FlowSet,
    gone: Collection[int] = (),
) -> Session:
    """Rename what the session says of its frames.

    Args:
        session: whose frames are moved already.
        names: newer names, by the uid of each frame that was moved.
        flows: the newer versions.
        gone: uids of the frames that now stand at another question than the one that was asked.
    """
    prompt = _all_of(session.prompt, session.frames, names, flows)
    if prompt is not None and prompt.frame in gone:
        prompt = _answerable(prompt, session.frames, flows)
    timers = tuple(_timer(timer, names.get(timer.frame)) for timer in session.timers)
    return replace(session, prompt=prompt, timers=timers)


def _timer(timer: Armed, names: Renames | None) -> Armed:
    return replace(timer, step=names.step(timer.step)) if names else timer


def _answerable(prompt: Prompt, frames: tuple[Frame, ...], flows: FlowSet) -> Prompt:
    """A question that is gone: only its answers still count, for the slots that are there."""
    frame = next(one for one in frames if one.uid == prompt.frame)
    slots = flows.flows[frame.flow].slots
    chips = tuple(chip for chip in prompt.chips if chip.value.partition("=")[0] in slots)
    return replace(prompt, step=GONE, chips=chips)


def _all_of(
    prompt: Prompt | None,
    frames: tuple[Frame, ...],
    names: Mapping[int, Renames],
    flows: FlowSet,
) -> Prompt | None:
    """The open question with those on which it lies; one without a place is left out."""
    if prompt is None:
        return None
    beneath = _all_of(prompt.beneath, frames, names, flows)
    if prompt.frame not in names:
        return replace(prompt, beneath=beneath)
    told = _prompt(prompt, frames, names[prompt.frame], flows)
    return replace(told, beneath=beneath) if told else beneath


def _prompt(
    prompt: Prompt, frames: tuple[Frame, ...], names: Renames, flows: FlowSet
) -> Prompt | None:
    """The question as it stands: a tap on it means what it meant, where the step still hears it."""
    frame = next((one for one in frames if one.uid == prompt.frame), None)
    state = flows.flows[frame.flow].states.get(names.step(prompt.step)) if frame else None
    if frame is None or state is None:
        return None
    chips = (_chip(chip, frame.flow, prompt.step, state, names) for chip in prompt.chips)
    return replace(prompt, step=state.id, chips=tuple(chip for chip in chips if chip))


def _chip(chip: Chip, flow: str, was: str, state: State, names: Renames) -> Chip | None:
    if "=" in chip.value:
        name, _, raw = chip.value.partition("=")
        new = names.slot(name)
        return replace(chip, value=f"{new}={raw}") if new else None
    kind, _, name = chip.value.partition(":")
    if kind == _WAY and name not in state.ways:
        return None
    if kind == _ACT and state.kind is not Kind.CONFIRM:
        return None
    if chip.label is None or not chip.label.startswith(f"{flow}.{was}."):
        return chip
    return replace(chip, label=f"{flow}.{state.id}.{chip.label.rpartition('.')[2]}")
