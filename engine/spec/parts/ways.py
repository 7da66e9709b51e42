"""Where to: a step, a flow, handoff, next, or a table that says, goes or asks again."""

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.builtin import HANDOFF, WAIT
from engine.model.flow import Kind, Way
from engine.spec.draft import Draft
from engine.spec.language.names import NEXT
from engine.spec.parts.scope import Scope


def way(scope: Scope, place: Place, main: Way | None = None) -> Way | None:
    """Return the way written at `place`; None if it leads nowhere that exists.

    Args:
        scope: the flow.
        place: a word or a table of `say`, `go`, `again`.
        main: the main way of the step, which `next` stands for; None where it has none.
    """
    said = place.get("say")
    say = scope.phrase(said, said.text) if said else None
    if again := place.get("again"):
        slots = [slot for item in again.each() if (slot := asked(scope, item))]
        return Way(say=say, again=tuple(slots)) if slots else None
    found = target(scope, place.get("go") or place, main)
    return Way(found.step, found.flow, say) if found else None


def target(scope: Scope, place: Place, main: Way | None = None) -> Way | None:
    """Return where a word leads: steps of this flow first, then flows."""
    name = place.text
    if name == NEXT:
        if main is None:
            scope.add(place, "there is no main way here that 'next' could mean", "Name a step")
        return main
    if name in scope.draft.steps:
        return Way(step=name)
    if name not in scope.world.flows():
        known = {*scope.draft.steps, *scope.world.flows()}
        fault = f"no step or flow is called '{name}'"
        scope.add(place, fault, suggest(name, known))
        return None
    return begins(scope, place)


def begins(scope: Scope, place: Place, *, behind: bool = False) -> Way | None:
    """Return the way into another flow, which must be one that can begin by itself.

    Behind an end one may begin that only waits: no customer could ask for it.
    """
    draft = scope.world.drafts.get(place.text)
    if draft is not None and draft.called_only and not (behind and _only_waits(draft)):
        fault = f"'{place.text}' begins only by a call"
        scope.add(place, fault, f"Make a step of it: {place.text}: {{call: {place.text}}}")
        return None
    return Way(flow=place.text)


def _only_waits(draft: Draft) -> bool:
    """Whether a flow begins with a wait for its timer, and asks nothing."""
    first = next(iter(draft.steps.values()), None)
    return first is not None and first.kind is Kind.DO and first.what() == WAIT.name


def asked(scope: Scope, place: Place) -> str | None:
    """Return the slot named here, which a step of this flow must ask for."""
    held = scope.own.get(place.text)
    if scope.blind or (held is not None and held.step is not None):
        return place.text
    known = [name for name, slot in scope.own.items() if slot.step]
    scope.add(place, f"no step asks for '{place.text}'", suggest(place.text, known))
    return None


def main_way(scope: Scope, step_id: str) -> Way | None:
    """Return the main way of a step: `next`, else the step below; None for choose and end."""
    step = scope.draft.steps[step_id]
    if step.kind in {Kind.CHOOSE, Kind.END, None}:
        return None
    if place := step.body.get(NEXT):
        if place.text == NEXT:
            scope.add(place, "'next' is what is being said here", "Name a step or leave it out")
            return None
        return target(scope, place)
    if step.below is None:
        scope.add(step.body, "has no way on", "Write next: <step>, or a step below it")
        return None
    return Way(step=step.below)


def failed(scope: Scope, place: Place) -> Way | None:
    """Return the way of a tool that broke, where none is written: a person takes over."""
    if scope.name == HANDOFF or HANDOFF not in scope.world.flows():
        fault = "may fail, and no person is left to take over"
        scope.add(place, fault, "Say what then: exits: {failed: ...}")
        return None
    return Way(flow=HANDOFF)
