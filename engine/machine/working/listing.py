"""Lists of facts: what `choices` of an ask and `from` of a choose offer."""

from engine.machine.working.desk import Desk
from engine.model.flow import Slot
from engine.model.session import Chip
from engine.model.value import WORDED, Value

BETWEEN = ","
"""What stands between the entries: a fact is one scalar."""


def listed(desk: Desk, name: str, kind: str) -> tuple[Value, ...]:
    """The entries of a list of facts, as values of type `kind`; none if it is unknown."""
    found = desk.facts.get(name)
    entries = found.split(BETWEEN) if isinstance(found, str) else ()
    return tuple(Value(kind, entry.strip(), {"": entry.strip()}) for entry in entries if entry)


def chip(slot: Slot, value: Value) -> Chip:
    """A choice of a slot, by its phrase where it has one."""
    words = value.facts.get(WORDED)
    if isinstance(words, str):
        return Chip(f"{slot.name}={value.value}", words)
    return Chip(f"{slot.name}={value.value}", shows=value)
