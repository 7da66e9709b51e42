"""The open question: said when the conversation came to rest somewhere new, or asked for again."""

from dataclasses import replace

from engine.machine.beneath import answers
from engine.machine.desk import Desk
from engine.model.builtin import ANSWERS, PICKED
from engine.model.effect import Say
from engine.model.flow import Kind, State
from engine.model.session import Chip, Prompt


def prompt(desk: Desk, rested_at: tuple[int, str] | None) -> None:
    """Put the question of the step on top, if it is news or asked for again.

    Args:
        desk: the working copy, at rest.
        rested_at: the frame and step on top before the event.
    """
    if not desk.frames:
        desk.session = replace(desk.session, prompt=None)
        return
    state, frame = desk.state(desk.top), desk.frames[desk.top]
    if desk.clarified:
        _ride_along(desk, state)
    elif (frame.uid, frame.step) != rested_at or desk.reask:
        _ask(desk, state)


def _ask(desk: Desk, state: State) -> None:
    if state.say is None:
        return
    opened = _open(desk, state, _chips(desk, state))
    rung = desk.session.rungs if desk.rung else 0
    desk.effects.append(Say(state.say, desk.values(), prompt=opened, rung=rung))


def _ride_along(desk: Desk, state: State) -> None:
    """A "which one?" is the question itself: the chips go with it."""
    opened = _open(desk, state, _chips(desk, state))
    last = max(i for i, effect in enumerate(desk.effects) if isinstance(effect, Say))
    said = desk.effects[last]
    if isinstance(said, Say):
        desk.effects[last] = replace(said, prompt=opened)


def _open(desk: Desk, state: State, chips: tuple[Chip, ...]) -> Prompt:
    opened = Prompt(desk.serial(), desk.frames[desk.top].uid, state.id, chips)
    desk.session = replace(desk.session, prompt=opened)
    return opened


def _chips(desk: Desk, state: State) -> tuple[Chip, ...]:
    flow = desk.frames[desk.top].flow
    match state.kind:
        case Kind.ASK:
            return desk.chips.get(desk.frames[desk.top].uid, ())
        case Kind.CONFIRM:
            label = f"{flow}.{state.id}"
            change = (Chip("act:change", f"{label}.change"),) if _changeable(desk) else ()
            others = (_button(flow, state, name) for name in state.ways)
            return (Chip("act:affirm", f"{label}.yes"), *change, *others)
        case Kind.CHOOSE:
            picks = answers(desk) if state.source == ANSWERS else ()
            names = (name for name in state.ways if name != PICKED)
            return (*picks, *(_button(flow, state, name) for name in names))
        case _:
            return ()


def _button(flow: str, state: State, name: str) -> Chip:
    """The label is the step's own phrase, or the common one of that name."""
    return Chip(f"way:{name}", f"{flow}.{state.id}.{name}")


def _changeable(desk: Desk) -> bool:
    """Whether the flow on top has answers that the customer may change."""
    asked = (slot for slot in desk.flow(desk.top).slots.values() if slot.step)
    return "change" in desk.flows.intents and any(
        slot.name in desk.frames[desk.top].slots for slot in asked
    )
