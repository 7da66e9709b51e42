"""One name, one meaning: one ask a slot, and no rule that is called like a setting."""

from engine.model.flow import Kind
from engine.spec.parts.scope import Scope


def check_clashes(scope: Scope) -> None:
    """Note slots asked twice, and names that a rule could read in two ways."""
    asked: dict[str, str] = {}
    for step in scope.draft.of_kind(Kind.ASK):
        slot = step.what()
        if slot in asked:
            fault = f"'{slot}' is asked by '{asked[slot]}' already"
            scope.add(step.head(), fault, f"Lead there by {{again: [{slot}]}}")
        asked.setdefault(slot, step.id)
    settings = scope.draft.section("settings")
    for name, place in scope.draft.section("rules").items():
        if name in settings:
            scope.add(place, f"a setting is called '{name}' as well", "Rename one of the two")
    for name in scope.own:
        clash = scope.draft.section("rules").get(name) or settings.get(name)
        if clash is not None:
            scope.add(clash, f"a slot is called '{name}' as well", "Rename one of the two")
