"""`never`: promises that no overlay above can break."""

from engine.model.flow import Promise
from engine.spec.place import Place
from engine.spec.problem import suggest
from engine.spec.scope import Scope


def promises(scope: Scope) -> tuple[Promise, ...]:
    """Return the flow's promises, their steps and rules checked."""
    if "never" in scope.draft.told:
        return ()
    return tuple(_promise(scope, place) for place in scope.draft.root.many("never"))


def _promise(scope: Scope, place: Place) -> Promise:
    reach, when = place.get("reach") or place, place.get("when")
    before = list(place.many("before"))
    for step in (reach, *before):
        if step.text not in scope.draft.steps:
            fault = f"step '{step.text}' is promised and missing"
            scope.add(step, fault, suggest(step.text, scope.draft.steps))
    if when:
        scope.rule(when)
    return Promise(reach.text, tuple(step.text for step in before), when.text if when else None)
