"""Reading a call's inputs as what the tool's definition says they are."""

from engine.errors import ConfigError
from engine.model.handler import Args
from engine.model.tool import NOTE
from engine.model.value import ANYONE, Value


def required(args: Args, name: str) -> Value:
    """Give the value of a slot that the tool always takes.

    Raises:
        ConfigError: the flow runs the tool without it; the flow's check refuses such a flow.
    """
    found = args.get(name)
    if isinstance(found, Value) and found.value is not None:
        return found
    raise ConfigError(
        "tool.input", f"The tool was run without '{name}'. Fill it first.", input=name
    )


def optional(args: Args, name: str) -> Value | None:
    """Give the value of a slot, or None if it is empty."""
    found = args.get(name)
    return found if isinstance(found, Value) and found.value is not None else None


def text(args: Args, name: str) -> str:
    """Give a required slot's value as text: an id, a phone."""
    return str(required(args, name).value)


def named(args: Args, name: str) -> str | None:
    """Give an optional slot's value as text; None also for "anyone"."""
    found = optional(args, name)
    return None if found is None or found.value == ANYONE else str(found.value)


def notes(args: Args) -> dict[str, Value]:
    """Give the answers that the tool keeps without knowing them, by slot, as they were asked."""
    return {
        name.removeprefix(NOTE): value
        for name, value in args.items()
        if name.startswith(NOTE) and isinstance(value, Value)
    }


def whole(value: Value, fact: str, default: int | None = None) -> int:
    """Give a fact that is a whole number.

    Raises:
        ConfigError: it is missing and has no default.
    """
    found = value.facts.get(fact, default)
    if isinstance(found, int):
        return found
    raise ConfigError("tool.input", f"A {value.type} without '{fact}'.", input=fact)
