"""`never` and `always`: promises that no overlay above can break."""

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.flow import After, Kind, Possible, Promise
from engine.spec.parts.happenings import check_event
from engine.spec.parts.scope import Scope


def promises(scope: Scope) -> tuple[Promise, ...]:
    """Return what a flow never does, its steps and rules checked."""
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


def always(scope: Scope) -> tuple[Possible | After, ...]:
    """Return what always holds in a flow, its ends and events checked."""
    if "always" in scope.draft.told:
        return ()
    found = (_always(scope, place) for place in scope.draft.root.many("always"))
    return tuple(one for one in found if one is not None)


def _always(scope: Scope, place: Place) -> Possible | After | None:
    possible, after, end = place.get("possible"), place.get("after"), place.get("end")
    if possible is not None and end is not None:
        scope.add(end, "goes with after, not with possible", "Leave it out")
    if possible is not None:
        return Possible(possible.text) if _end(scope, possible) else None
    if after is None:
        return None
    if end is None:
        scope.add(place, "does not say in which end", "Write {after: ..., end: <end>}")
        return None
    check_event(scope, after)
    return After(after.text, end.text) if _end(scope, end) else None


def _end(scope: Scope, place: Place) -> bool:
    step = scope.draft.steps.get(place.text)
    if step is not None and step.kind is Kind.END:
        return True
    ends = [one.id for one in scope.draft.of_kind(Kind.END)]
    scope.add(place, f"no end is called '{place.text}'", suggest(place.text, ends))
    return False
