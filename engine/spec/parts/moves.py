"""`moved`: where conversations that stand in an older version of the flow go."""

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.flow import Moved
from engine.spec.parts.scope import Scope


def moved(scope: Scope) -> Moved | None:
    """Return the map for conversations of older versions, its new names checked."""
    place = scope.draft.root.get("moved")
    if place is None or "moved" in scope.draft.told or not scope.draft.readable:
        return None
    return Moved(
        since=frozenset(one.text for one in place.many("from")),
        steps=_steps(scope, place.get("steps")),
        slots=_slots(scope, place.get("slots")),
    )


def _steps(scope: Scope, place: Place | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for old, new in place.items() if place else ():
        if new.text not in scope.draft.steps:
            fault = f"no step is called '{new.text}'"
            scope.add(new, fault, suggest(new.text, scope.draft.steps))
        found[old] = new.text
    return found


def _slots(scope: Scope, place: Place | None) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for old, new in place.items() if place else ():
        if new.value is not None and scope.slot(new):
            first = next((name for name, slot in found.items() if slot == new.text), None)
            if first is not None:
                scope.add(new, f"'{first}' becomes '{new.text}' already", "Write null for one")
        found[old] = new.text or None
    return found
