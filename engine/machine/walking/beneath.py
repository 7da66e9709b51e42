"""What the patterns may do to the flow beneath them."""

from engine.machine.hearing.hours import OPENING
from engine.machine.walking.set_aside import keep_in_sight
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.resting import only_waits
from engine.machine.working.slots import drop, pop, sealed, undo_frame
from engine.model.builtin import OTHER_DAY, PICKED
from engine.model.flow import Kind
from engine.model.session import Chip, How
from engine.model.value import SlotValue, Source, Status

DONE, SEALED, NONE = "done", "sealed", "none"


def beneath(desk: Desk) -> int | None:
    """The nearest frame beneath the top that has answers of the customer."""
    for index in range(desk.top - 1, -1, -1):
        if any(slot.step for slot in desk.flow(index).slots.values()):
            return index
    return None


def answers(desk: Desk) -> tuple[Chip, ...]:
    """The answers given so far, as chips to pick from; their labels are phrases."""
    index = beneath(desk)
    if index is None:
        return ()
    frame = desk.frames[index]
    return tuple(
        Chip(f"{PICKED}={slot.name}", f"chips.{slot.name}")
        for slot in desk.flow(index).slots.values()
        if slot.step and _given(frame.slots.get(slot.name))
    )


def _given(content: SlotValue | None) -> bool:
    """Whether the customer gave it; what the channel or a tool knows is not theirs to change."""
    return content is not None and content.source in {Source.CUSTOMER, Source.CARD}


def _answered(content: SlotValue | None) -> bool:
    return _given(content) and content is not None and content.status is not Status.WISH


def forget_answer(desk: Desk) -> str:
    """Empty the picked answer of the flow beneath; it walks again when it is on top."""
    below = beneath(desk)
    if below is None or sealed(desk, below):
        return SEALED
    picked = desk.get(desk.top, PICKED).value
    _forget(desk, below, str(picked.value), other_day=bool(picked.facts.get(OTHER_DAY)))
    return DONE


def forget_last(desk: Desk) -> str:
    """Empty the answer given last, so that its question comes again.

    A wish is no answer yet: its question is still to come.
    """
    below = beneath(desk)
    if below is None:
        return NONE
    slots = desk.frames[below].slots
    given = [name for name in desk.frames[below].order if _answered(slots.get(name))]
    if not given:
        return NONE
    if sealed(desk, below):
        return SEALED
    _forget(desk, below, given[-1])
    return DONE


def forget_all(desk: Desk) -> str:
    """Empty every answer of the task beneath, undo what it did, and begin it anew."""
    below = beneath(desk)
    if below is None:
        return NONE
    while desk.frames[below].how is How.CALLED:
        below -= 1
    if sealed(desk, below):
        return SEALED
    _lay_bare(desk, below)
    undo_frame(desk, below)
    frame = desk.change(below, slots={}, memo={}, skip={}, corrected=(), order=(), fired=())
    desk.dirty.add(frame.uid)
    desk.session = altered(desk.session, rungs=0)
    return DONE


def let_go_beneath(desk: Desk) -> str:
    """Take everything beneath away, with undo; its answers become wishes of the top frame."""
    _forget_what_waits(desk)
    below = beneath(desk)
    if below is None or sealed(desk, 0) or not _of_the_same(desk, below):
        return NONE
    if any(_with_a_person(desk, index) for index in range(desk.top)):
        return NONE
    asked = {name for name, slot in desk.flow(below).slots.items() if slot.step}
    held = desk.frames[below].slots
    wishes = {
        name: altered(held[name], status=Status.WISH)
        for name in asked
        if name in held and held[name].value.value is not None
    }
    top = desk.frames.pop()
    while desk.frames:
        pop(desk, undo=True)
    kept = {name: content for name, content in top.slots.items() if name not in asked}
    desk.frames.append(altered(top, how=How.TASK, slots={**kept, **wishes}))
    return DONE


def _forget_what_waits(desk: Desk) -> None:
    """Take away what only keeps something in mind: that has come to be, or is out of date."""
    if desk.top > 0 and only_waits(desk.flows, desk.frames[0]):
        del desk.frames[0]
        desk.change(0, how=How.TASK)


def _of_the_same(desk: Desk, below: int) -> bool:
    """Whether the task beneath is alone there, and of what the flow on top was told of.

    When it is to be may differ: that is what is being changed.
    """
    chain = {*desk.chain(below)}
    if any(index not in chain and not desk.flow(index).pattern for index in range(desk.top)):
        return False
    if not any(_does(desk, below, event) for event in desk.flow(desk.top).start.events):
        return False
    held, told = desk.frames[below].slots, desk.frames[desk.top].slots
    asked = {n for n, s in desk.flow(below).slots.items() if s.step and s.type.name != OPENING}
    both = [(told[name].value, held[name].value) for name in asked & told.keys() & held.keys()]
    return all(one.value == other.value for one, other in both)


def _does(desk: Desk, below: int, event: str) -> bool:
    """Whether a task, or a flow that it calls, does what the event is news of."""
    states = [*desk.flow(below).states.values()]
    called = [desk.flows.flows[state.what] for state in states if state.kind is Kind.CALL]
    states += [state for flow in called for state in flow.states.values()]
    tool = event.rpartition(".")[0]
    return any(state.kind is Kind.DO and state.what == tool for state in states)


def _with_a_person(desk: Desk, index: int) -> bool:
    state = desk.state(index)
    return state.kind is Kind.DO and desk.flows.tools[state.what].takes_over


def _forget(desk: Desk, below: int, name: str, *, other_day: bool = False) -> None:
    """Empty one answer; its question comes, even where there is only one choice."""
    _lay_bare(desk, below)
    frame = desk.frames[below]
    held, slot = frame.slots.get(name), desk.slot(below, name)
    if held is not None and slot is not None and held.status is not Status.EMPTY:
        order = tuple(other for other in frame.order if other != name)
        desk.change(below, corrected=tuple(dict.fromkeys((*frame.corrected, name))), order=order)
        drop(desk, below, name, keep_wish=False)
        keep_in_sight(desk, below, slot, held.value, other_day=other_day)
    desk.asked_anew.add((frame.uid, name))
    desk.dirty.add(frame.uid)


def _lay_bare(desk: Desk, below: int) -> None:
    """Take away what lies between the top and the frame that moves, with undo."""
    top = desk.frames.pop()
    while desk.top > below:
        pop(desk, undo=True)
    desk.frames.append(top)
