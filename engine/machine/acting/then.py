"""What is begun once the walk of a task has come to rest: an aside asked for together with it."""

from engine.machine.acting.picking import named_change
from engine.machine.acting.reopening import CHANGE
from engine.machine.hearing.hearing import hear_on_top
from engine.machine.walking.beginning import begin
from engine.machine.working.desk import Desk
from engine.model.flow import Kind
from engine.model.understanding import Understanding


def begin_then(desk: Desk, flow: str, understanding: Understanding) -> None:
    """Begin an aside that was asked for together with a task: it hears what that task did not.

    Which answer is to change is asked only where all of them are summed up again.
    """
    changes = CHANGE in desk.flows.flows[flow].start.acts
    if changes and not (desk.frames and desk.state(desk.top).kind is Kind.CONFIRM):
        return
    if begin(desk, flow):
        hear_on_top(desk, understanding)
        named_change(desk, understanding)
