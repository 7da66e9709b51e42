"""What a list is asked: the choices of a slot, near what the customer wishes."""

from engine.machine.hearing.hints import hinted
from engine.machine.working.desk import Desk
from engine.machine.working.errors import Broken, Reason
from engine.model.flow import Slot
from engine.model.tool import OWN, Call
from engine.model.value import SlotValue, Status


def listing(desk: Desk, index: int, slot: Slot, wish: SlotValue) -> Call:
    """The question to the tool that lists the choices of this slot.

    Raises:
        Broken: the flow asks here before what the list hangs on is known.
    """
    tool = desk.flows.tools[slot.type.lister or ""]
    args = hinted(desk, index, desk.flow(index), slot)
    for name in (*tool.takes, *tool.may):
        content = desk.get(index, name)
        if name != slot.name and content.status not in {Status.EMPTY, Status.WISH}:
            args[name] = content.value
    frame = desk.frames[index]
    if lacking := [name for name in tool.takes if name not in args]:
        fault = f"would ask {tool.name} without {', '.join(lacking)}"
        raise Broken(fault, Reason.WITHOUT, (frame.flow, frame.step))
    if tool.lists == OWN:
        args["list"] = slot.type.name
    args["wish"] = wish.value if wish.status is Status.WISH else None
    return Call(tool.name, args, f"{frame.uid}.{frame.step}")
