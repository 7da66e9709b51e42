"""The open question: said when the conversation came to rest somewhere new, or asked for again."""

from engine.machine.walking.beneath import answers
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.listing import listed
from engine.machine.working.slots import sealed
from engine.model.builtin import ANSWERS, NOTHING, PICKED
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
        desk.session = altered(desk.session, prompt=None)
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
    rung = desk.session.rungs if desk.rung else int(_greeted(desk))
    told = desk.settings(state.say)
    desk.effects.append(Say(state.say, desk.values(), prompt=opened, rung=rung, settings=told))


def _greeted(desk: Desk) -> bool:
    """Whether it is the greeting, said before: nobody is greeted twice."""
    frame = desk.frames[desk.top]
    known = (before.uid for before in desk.before.frames)
    opens = frame.flow == desk.flows.fallback and frame.step == desk.flow(desk.top).first
    return opens and frame.uid in known


def _ride_along(desk: Desk, state: State) -> None:
    """A "which one?" is the question itself: the chips go with it."""
    opened = _open(desk, state, _chips(desk, state))
    last = max(i for i, effect in enumerate(desk.effects) if isinstance(effect, Say))
    said = desk.effects[last]
    if isinstance(said, Say):
        desk.effects[last] = altered(said, prompt=opened)


def _open(desk: Desk, state: State, chips: tuple[Chip, ...]) -> Prompt:
    opened = Prompt(desk.serial(), desk.frames[desk.top].uid, state.id, chips)
    desk.session = altered(desk.session, prompt=opened)
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
            hidden = {PICKED, NOTHING} if state.source else set()
            names = (name for name in state.ways if name not in hidden)
            return (*picks(desk, state), *(_button(flow, state, name) for name in names))
        case _:
            return ()


def picks(desk: Desk, state: State) -> tuple[Chip, ...]:
    """What can be picked at a `choose ... from`."""
    if state.source == ANSWERS:
        return answers(desk)
    values = listed(desk, state.source or "", PICKED)
    return tuple(Chip(f"{PICKED}={value.value}", shows=value) for value in values)


def _button(flow: str, state: State, name: str) -> Chip:
    """The label is the step's own phrase, or the common one of that name."""
    return Chip(f"way:{name}", f"{flow}.{state.id}.{name}")


def _changeable(desk: Desk) -> bool:
    """Whether the flow on top, or one that called it, has answers that may still change."""
    if "change" not in desk.flows.intents:
        return False
    for index in desk.chain(desk.top):
        asked = (slot for slot in desk.flow(index).slots.values() if slot.step)
        if any(slot.name in desk.frames[index].slots for slot in asked):
            return index == desk.top or not sealed(desk, index)
    return False
