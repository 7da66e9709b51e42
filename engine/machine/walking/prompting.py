"""The open question: said when the conversation came to rest somewhere new, or asked for again."""

from engine.machine.hearing.printed import printed_by
from engine.machine.walking.beneath import answers
from engine.machine.walking.going import leads_to_a_task
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.listing import listed
from engine.machine.working.resting import only_waits
from engine.machine.working.slots import sealed
from engine.model.builtin import ANSWERS, NOTHING, PICKED
from engine.model.effect import Say
from engine.model.flow import Kind, State
from engine.model.session import Chip, Prompt

WHICH = "talk.which"
"""Asks which of several readings of an answer was meant."""


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
        if only_waits(desk.flows, desk.frames[desk.top]):
            desk.session = altered(desk.session, prompt=None)
        return
    chips = _chips(desk, state)
    of = _tells_apart(desk, state, chips)
    if of and not desk.rung:
        desk.say(WHICH, of=of)
        desk.session = altered(desk.session, clarifying=True)
        _ride_along(desk, state)
        return
    opened = _open(desk, state, chips, of)
    rung = _in_vain(desk) or int(_greeted(desk))
    told = desk.settings(state.say)
    desk.effects.append(Say(state.say, desk.values(), prompt=opened, rung=rung, settings=told))


def _in_vain(desk: Desk) -> int:
    """How often the question was not understood; where nothing is called so, it was, once."""
    if not desk.lost:
        return 0
    return desk.session.lost if desk.rung else desk.session.lost - 1


def _greeted(desk: Desk) -> bool:
    """Whether it is the greeting, said before: nobody is greeted twice."""
    frame = desk.frames[desk.top]
    known = (before.uid for before in desk.before.frames)
    opens = frame.flow == desk.flows.fallback and frame.step == desk.flow(desk.top).first
    return opens and frame.uid in known


def _tells_apart(desk: Desk, state: State, chips: tuple[Chip, ...]) -> str:
    """The type of answer whose readings stood open here, if the same ones still do."""
    prompt = desk.session.prompt
    before = prompt.at(desk.frames[desk.top].uid, state.id) if prompt else None
    return before.of if before is not None and before.chips == chips else ""


def _ride_along(desk: Desk, state: State) -> None:
    """A "which one?" is the question itself: the chips go with it."""
    last = max(i for i, effect in enumerate(desk.effects) if isinstance(effect, Say))
    said = desk.effects[last]
    if isinstance(said, Say):
        of = str(said.said.get("of", "")) if said.phrase == WHICH else ""
        opened = _open(desk, state, _chips(desk, state), of)
        desk.effects[last] = altered(said, prompt=opened)


def _open(desk: Desk, state: State, chips: tuple[Chip, ...], of: str = "") -> Prompt:
    uid = desk.frames[desk.top].uid
    below, above = _beneath(desk, desk.session.prompt), printed_by(desk.effects)
    opened = Prompt(desk.serial(), uid, state.id, chips, of, below, above)
    desk.session = altered(desk.session, prompt=opened)
    return opened


def _beneath(desk: Desk, prompt: Prompt | None) -> Prompt | None:
    """The question that stays open beneath the one on top, if there is one."""
    below = {frame.uid: frame.step for frame in desk.frames[: desk.top]}
    while prompt is not None and below.get(prompt.frame) != prompt.step:
        prompt = prompt.beneath
    return prompt


def _chips(desk: Desk, state: State) -> tuple[Chip, ...]:
    flow = desk.frames[desk.top].flow
    match state.kind:
        case Kind.ASK:
            return desk.chips.get(desk.frames[desk.top].uid, ())
        case Kind.CONFIRM:
            label = f"{flow}.{state.id}"
            changes = _changeable(desk) and not leads_to_a_task(desk, desk.top, state.main)
            change = (Chip("act:change", f"{label}.change"),) if changes else ()
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
