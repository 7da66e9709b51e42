"""What the last reply has printed in order: "the second one" behind it is of these."""

from collections.abc import Iterable

from engine.model.effect import Effect, Say
from engine.model.value import Value


def printed(values: Iterable[Value]) -> tuple[Value, ...]:
    """What the first list among these values holds; nothing of one thing alone."""
    return next((one.items for one in values if len(one.items) > 1), ())


def printed_by(effects: Iterable[Effect]) -> tuple[Value, ...]:
    """What was printed by what is said already, above the question that is asked now."""
    lists = (printed(one.values.values()) for one in effects if isinstance(one, Say))
    return next(filter(None, lists), ())
