"""What is said of a thing without naming it: "my massage", "the Friday one" narrow its list."""

from collections.abc import Iterator

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.slots import drop, pop_above, sealed
from engine.model.flow import Flow, Slot
from engine.model.tool import ToolDefinition
from engine.model.value import ANYONE, Scalar, SlotValue, Status, Value

OPEN = {Status.EMPTY, Status.WISH}


def hint(desk: Desk, index: int, kind: str, content: SlotValue, *, corrects: bool = True) -> bool:
    """Let a value that no ask of the frame's flow hears narrow the list of one that it describes.

    Args:
        desk: the working copy.
        index: the frame.
        kind: the value's type.
        content: what was heard.
        corrects: it may turn down an answer that it does not fit ("no, the massage").

    Returns:
        Whether there is such a list.
    """
    found = next(_lists(desk, index, kind), None)
    if found is None:
        return False
    slot, name = found
    held = desk.frames[index].slots.get(slot.name)
    if held is None or held.status in OPEN:
        _keep(desk, index, name, content)
    elif corrects and not _fits(held.value, name, content):
        _correct(desk, index, slot, name, content)
    return True


def hinted(desk: Desk, index: int, flow: Flow, slot: Slot) -> dict[str, Value | Scalar]:
    """What a list is narrowed by beside what is filled: hints, and wishes that do not need it."""
    tool = desk.flows.tools[slot.type.lister or ""]
    said = desk.hints.get(desk.frames[index].uid, {})
    args: dict[str, Value | Scalar] = {}
    for name in tool.may:
        content = said.get(name) or _wish(desk, index, flow, slot, name)
        if content is not None:
            args[name] = _described(content)
    return args


def _lists(desk: Desk, index: int, kind: str) -> Iterator[tuple[Slot, str]]:
    """The asks whose list takes a value of that type if it is known, and under which name."""
    for slot in desk.flow(index).slots.values():
        tool = desk.flows.tools.get(slot.type.lister or "") if slot.step else None
        for name in tool.may if tool else ():
            if tool and _kind_of(tool, name) == kind:
                yield slot, name


def _kind_of(tool: ToolDefinition, name: str) -> str:
    return tool.inputs.get(name, name)


def _wish(desk: Desk, index: int, flow: Flow, slot: Slot, name: str) -> SlotValue | None:
    """A wish for that input, unless it stands on the very slot whose choices are listed."""
    content = desk.get(index, name)
    asked = flow.slots.get(name)
    if content.status is not Status.WISH or asked is None or _stands_on(flow, name, slot.name):
        return None
    return content


def _stands_on(flow: Flow, name: str, other: str) -> bool:
    """Whether slot `name` needs slot `other`, be it by way of more of them."""
    seen, waiting = {name}, [name]
    while waiting:
        slot = flow.slots.get(waiting.pop())
        fresh = [need for need in slot.needs if need not in seen] if slot else []
        seen.update(fresh)
        waiting += fresh
    return other in seen


def _described(content: SlotValue) -> Value:
    """A value with its readings, for a tool: `candidates` are ids with commas between."""
    if not content.candidates:
        return content.value
    facts = {**content.value.facts, "candidates": ",".join(content.candidates)}
    return altered(content.value, facts=facts)


def _keep(desk: Desk, index: int, name: str, content: SlotValue) -> None:
    uid = desk.frames[index].uid
    desk.hints[uid] = {**desk.hints.get(uid, {}), name: content}


def _fits(held: Value, name: str, content: SlotValue) -> bool:
    """Whether a description is true of what is held, as far as its facts tell."""
    known, said = held.facts.get(name), content.value.value
    if known is None or said == ANYONE:
        return True
    if content.candidates:
        return str(known) in content.candidates
    if content.value.facts.get("grain") == "day":
        return said is None or str(known).startswith(str(said))
    return said is None or known == said


def _correct(desk: Desk, index: int, slot: Slot, name: str, content: SlotValue) -> None:
    """Another one is meant: the answer falls and is looked for among those that fit."""
    desk.changed.append(slot.name)
    if sealed(desk, index):
        desk.say("talk.too_late")
        desk.reask = True
        return
    pop_above(desk, index)
    drop(desk, index, slot.name, keep_wish=False)
    frame = desk.frames[index]
    corrected = tuple(dict.fromkeys((*frame.corrected, slot.name)))
    desk.change(index, corrected=corrected)
    _keep(desk, index, name, content)
    desk.dirty.add(frame.uid)
