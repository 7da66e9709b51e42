"""A yes: what it covers, and what it gives one use."""

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.model.flow import Kind
from engine.model.passing import MAIN
from engine.model.tool import Safety
from engine.model.value import Source, Status


def confirmed(desk: Desk) -> None:
    """A yes covers what the question showed, and gives each tool beyond it one use."""
    index, shown = desk.top, desk.state(desk.top).shown
    for name in shown:
        owner = desk.owner(index, name)
        content = desk.get(index, name)
        if content.status is Status.FILLED:
            desk.put(owner, name, altered(content, status=Status.CONFIRMED))
    tools = desk.flows.tools
    spent = tuple(
        name
        for name in desk.session.spent
        if tools[name].safety is not Safety.IRREVERSIBLE or not _renewed(desk, index, name)
    )
    desk.session = altered(desk.session, spent=spent)
    desk.pass_on(index, MAIN[Kind.CONFIRM])


def _renewed(desk: Desk, index: int, tool: str) -> bool:
    """Whether this yes was shown everything that `tool` needs shown."""
    shown, definition = desk.state(index).shown, desk.flows.tools[tool]
    return all(
        name in shown
        or desk.get(index, name).source is Source.CHANNEL
        or (name in definition.may and desk.get(index, name).status is Status.EMPTY)
        for name in definition.shown
    )
