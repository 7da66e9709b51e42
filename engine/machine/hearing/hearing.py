"""Which slots can hear a value, and what becomes of it: a wish, a correction, nothing new."""

from functools import lru_cache

from engine.machine.hearing.at_once import take_at_once
from engine.machine.hearing.contents import contents, mentioned, timed
from engine.machine.hearing.hints import hint
from engine.machine.hearing.hours import OPENING, hours_of, together
from engine.machine.hearing.sameness import on_offer, same
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.slots import drop, pop_above, sealed, turn_down, unsettle
from engine.model.flow import Flow, FlowSet, Slot
from engine.model.session import How, Session
from engine.model.understanding import Mention, Understanding
from engine.model.value import SlotValue, Status


def hear(desk: Desk, understanding: Understanding, *, leaving: bool = False) -> bool:
    """Offer every value to the frames, top first.

    Args:
        desk: the working copy.
        understanding: what was heard.
        leaving: the flow on top is about to end: what describes a thing turns no answer down.

    Returns:
        Whether any was of use. `desk.changed` then names the slots with something new.
    """
    used, only = _unwanted(desk, understanding), _only(understanding)
    for kind, content in contents(understanding):
        for index in range(desk.top, -1, -1):
            slot = _listener(desk, index, kind)
            if slot is not None and leaving and sealed(desk, index):
                used = True  # what was used for good is only named on the way out
                break
            if slot is not None:
                if only and index < desk.top:
                    turn_down(desk)
                offer(desk, index, slot, content)
                used = True
                break
            if (not only and on_offer(desk, index, kind, content)) or hint(
                desk, index, kind, content, corrects=kind != OPENING and not leaving
            ):
                used = True
                break
    return _heard_about(desk, understanding, corrects=not leaving) or used


def _only(understanding: Understanding) -> bool:
    """What was offered beside something is wanted in its place: "just the pedicure"."""
    return any(act.name == "only" for act in understanding.acts)


def _heard_about(desk: Desk, understanding: Understanding, *, corrects: bool) -> bool:
    """By what something booked is told from others: its time, its person."""
    every = understanding.mentions
    told = [(one.type, mentioned(one, ())) for one in every if one.booked]
    if understanding.about is not None:
        told.append((OPENING, timed(understanding.about)))
    found = [_hinted(desk, kind, content, corrects=corrects) for kind, content in told]
    return any(found)


def _hinted(desk: Desk, kind: str, content: SlotValue, *, corrects: bool) -> bool:
    frames = range(desk.top, -1, -1)
    return any(hint(desk, index, kind, content, corrects=corrects) for index in frames)


def _unwanted(desk: Desk, understanding: Understanding) -> bool:
    """An answer turned down with nothing in its place ("not Anna") falls and is asked again."""
    named = {mention.type for mention in understanding.mentions if not mention.excluded}
    used = False
    for mention in understanding.mentions:
        if mention.excluded and mention.type not in named:
            used = _drop_unwanted(desk, mention) or used
    return used


def _drop_unwanted(desk: Desk, mention: Mention) -> bool:
    for index in range(desk.top, -1, -1):
        slot = _listener(desk, index, mention.type)
        held = desk.frames[index].slots.get(slot.name) if slot else None
        if slot and held and held.value.value == mention.value and not sealed(desk, index):
            pop_above(desk, index)
            drop(desk, index, slot.name, keep_wish=False)
            desk.changed.append(slot.name)
            desk.dirty.add(desk.frames[index].uid)
            return True
    return False


def heard_by(flows: FlowSet, understanding: Understanding) -> str | None:
    """The task that asks for what was said, when no task was named: "Back pain, Thursday 8am"."""
    kinds = {kind for kind, content in contents(understanding) if _telling(kind, content)}
    for flow in flows.flows.values():
        asked = {slot.type.name for slot in flow.slots.values() if slot.step}
        if flow.start.intents and kinds & asked:
            return flow.name
    return None


def _telling(kind: str, content: SlotValue) -> bool:
    told = content.value.value is not None or bool(hours_of(content.value))
    return kind in {"service", "staff"} or (kind == OPENING and told)


def hear_on_top(desk: Desk, understanding: Understanding) -> None:
    """Offer every value to the top frame alone: those beneath have heard them."""
    for kind, content in contents(understanding):
        slot = _listener(desk, desk.top, kind)
        if slot is not None:
            offer(desk, desk.top, slot, content)


def would_correct_sealed(desk: Desk, understanding: Understanding) -> bool:
    """Whether something was said that differs from what was used for good."""
    for kind, content in contents(understanding):
        for index in range(desk.top, -1, -1):
            slot = _listener(desk, index, kind)
            held = desk.frames[index].slots.get(slot.name) if slot else None
            if slot is not None:
                if held and sealed(desk, index) and not same(held, content):
                    return True
                break
    return False


def _listener(desk: Desk, index: int, kind: str) -> Slot | None:
    """The slot of this frame's flow that hears values of `kind`; the one asked for first."""
    hearing = _hearing_slots(desk.flow(index)).get(kind, ())
    step = desk.frames[index].step
    return next((slot for slot in hearing if slot.step == step), hearing[0] if hearing else None)


@lru_cache(maxsize=4096)
def _hearing_slots(flow: Flow) -> dict[str, tuple[Slot, ...]]:
    """The slots that hear the customer, by type: those that are asked, and those none makes."""
    found: dict[str, tuple[Slot, ...]] = {}
    for slot in flow.slots.values():
        if slot.step or not slot.makers:
            found[slot.type.name] = (*found.get(slot.type.name, ()), slot)
    return found


def offer(desk: Desk, index: int, slot: Slot, content: SlotValue) -> None:
    """Hear one value in the frame at `index`: a wish, the same again, or a correction."""
    held = desk.frames[index].slots.get(slot.name)
    if slot.step is None:
        take_at_once(desk, index, slot, content)
    elif held is None or held.status in {Status.EMPTY, Status.WISH}:
        _wished(desk, index, slot, together(held, content) if held else content)
    elif same(held, content):
        return
    elif sealed(desk, index):
        desk.say("talk.too_late")
        desk.reask = True
    else:
        _correct(desk, index, slot, content)
    desk.changed.append(slot.name)


def _wished(desk: Desk, index: int, slot: Slot, content: SlotValue) -> None:
    """A wish for a slot that is open; one whose ask has been passed over needs a new walk."""
    if _behind(desk, index, slot):
        if sealed(desk, index):
            desk.say("talk.too_late")
            desk.reask = True
            return
        pop_above(desk, index)
        unsettle(desk, index, slot.name)
        desk.dirty.add(desk.frames[index].uid)
    elif _only_asides_above(desk, index):
        pop_above(desk, index)
    desk.put(index, slot.name, content)
    in_order(desk, index, slot.name)


def _only_asides_above(desk: Desk, index: int) -> bool:
    """Whether nothing but patterns lies above: who answers beneath has left their question."""
    above = range(index + 1, len(desk.frames))
    return all(desk.frames[i].how is How.ASIDE and desk.flow(i).pattern for i in above)


def _behind(desk: Desk, index: int, slot: Slot) -> bool:
    """Whether the flow has gone past the step that asks for it, which only a new walk reaches."""
    steps = list(desk.flow(index).states)
    here = desk.frames[index].step
    return slot.step is not None and steps.index(slot.step) < steps.index(here)


def _correct(desk: Desk, index: int, slot: Slot, content: SlotValue) -> None:
    """A different answer for a filled slot: the flow walks again with it as a wish."""
    pop_above(desk, index)
    drop(desk, index, slot.name, keep_wish=False)
    desk.put(index, slot.name, content)
    frame = desk.frames[index]
    desk.change(index, corrected=tuple(dict.fromkeys((*frame.corrected, slot.name))))
    in_order(desk, index, slot.name)
    desk.dirty.add(frame.uid)


def in_order(desk: Desk, index: int, name: str) -> None:
    """Remember which answer was given last."""
    order = tuple(other for other in desk.frames[index].order if other != name)
    desk.change(index, order=(*order, name))


def with_locale(session: Session, understanding: Understanding) -> Session:
    """Answer in the language that was heard, unless the customer has chosen one."""
    if session.locale_chosen:
        return session
    return altered(session, locale=understanding.language.locale)
