"""Lists of facts: what `choices` of an ask and `from` of a choose offer."""

from engine.machine.desk import Desk
from engine.model.value import Value

BETWEEN = ","
"""What stands between the entries: a fact is one scalar."""


def listed(desk: Desk, name: str, kind: str) -> tuple[Value, ...]:
    """The entries of a list of facts, as values of type `kind`; none if it is unknown."""
    found = desk.facts.get(name)
    entries = found.split(BETWEEN) if isinstance(found, str) else ()
    return tuple(Value(kind, entry.strip(), {"": entry.strip()}) for entry in entries if entry)
