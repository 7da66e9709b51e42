"""The handlers of the tools, found by where they lie: `tools/<capability>/<tool>/handler.py`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from engine.model.handler import Handler, ReadTool, WriteTool
from engine.model.tool import Safety, ToolDefinition
from tools.asking.team import AskTeam, Withdraw
from tools.definitions import HERE, load_definitions
from tools.problems import DefinitionError


@cache
def load_handlers() -> Mapping[str, Handler]:
    """Import the handler of every defined tool, by the tool's name.

    Raises:
        DefinitionError: a definition without a handler, a handler without a definition, or one
            that cannot do what the definition says; all of them at once.
    """
    definitions = load_definitions()
    modules = {path.parent.name: _module(path) for path in sorted(HERE.glob("*/*/handler.py"))}
    problems = [
        f"{module}: handles no tool. Write its definition.json, or delete the handler."
        for name, module in modules.items()
        if name not in definitions
    ]
    handlers: dict[str, Handler] = {}
    for name, definition in definitions.items():
        handler = _handler(modules.get(name)) or _of_the_team(definition, definitions)
        fault = _fault(definition, handler)
        if fault:
            problems.append(f"{name}: {fault}")
        elif handler is not None:
            handlers[name] = handler
    if problems:
        raise DefinitionError(tuple(problems))
    return MappingProxyType(handlers)


def _module(path: Path) -> str:
    return ".".join(path.relative_to(HERE.parent).with_suffix("").parts)


def _handler(module: str | None) -> Handler | None:
    if module is None or find_spec(module) is None:
        return None
    handler: Handler | None = getattr(import_module(module), "HANDLER", None)
    return handler


def _of_the_team(tool: ToolDefinition, every: Mapping[str, ToolDefinition]) -> Handler | None:
    """The one handler of all that a person answers, or of its withdrawal."""
    if tool.asks_team:
        return AskTeam(tool)
    asked = next((one for one in every.values() if one.asks_team and one.undo == tool.name), None)
    return Withdraw(next(iter(asked.gives))) if asked else None


def _fault(definition: ToolDefinition, handler: Handler | None) -> str | None:
    if handler is None:
        return "no HANDLER. Write handler.py beside its definition."
    wanted = ReadTool if definition.safety is Safety.READ else WriteTool
    if not isinstance(handler, wanted):
        return f"its handler is no {wanted.__name__}. Give it the methods of one."
    return None
