"""Steps become states: references resolved, defaults applied."""

from collections.abc import Mapping

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.flow import Argument, Kind, State, Timer
from engine.model.rule import Expression
from engine.spec.draft import StepDraft
from engine.spec.language.facts import LISTS
from engine.spec.parts.arguments import arguments
from engine.spec.parts.endless import ASKS, waits
from engine.spec.parts.scope import Scope
from engine.spec.parts.step_ways import step_ways
from engine.spec.parts.timers import timers
from engine.spec.parts.uses import shown, uses
from engine.spec.parts.ways import begins, main_way


def state(scope: Scope, step: StepDraft, trees: Mapping[str, Expression]) -> State:
    """Return one step, compiled."""
    kind = step.kind or Kind.END
    main = main_way(scope, step.id)
    say = _say(scope, step)
    args = _arguments(scope, step)
    waiting = waits(scope, step)
    found = (
        timers(scope, step.body, main, asks=kind in ASKS) if waiting else _no_timers(scope, step)
    )
    return State(
        id=step.id,
        kind=kind,
        what=say or "" if kind is Kind.SAY else step.what(),
        say=say,
        main=main,
        ways=step_ways(scope, step, main),
        when=_rules(scope, step, "when"),
        unless=_rules(scope, step, "unless"),
        timers=found,
        args=args,
        uses=uses(scope, step, args, trees),
        shown=shown(scope, say) if kind is Kind.CONFIRM and say else frozenset(),
        then=_then(scope, step),
        source=_source(scope, step),
        waits=waiting,
        title=_text(step.body, "title") or step.id.replace("_", " ").capitalize(),
        note=_text(step.body, "note"),
        origin=step.body.at,
    )


def _text(body: Place, key: str) -> str:
    place = body.get(key)
    return place.text if place else ""


def _say(scope: Scope, step: StepDraft) -> str | None:
    """The phrase: the one written; for a step that asks, else the one named like it."""
    if place := step.body.get("say"):
        return scope.phrase(place, place.text)
    return scope.phrase(step.head(), step.id) if step.kind in ASKS else None


def _rules(scope: Scope, step: StepDraft, key: str) -> tuple[str, ...]:
    return tuple(rule for place in step.body.many(key) if (rule := scope.rule(place)))


def _no_timers(scope: Scope, step: StepDraft) -> tuple[Timer, ...]:
    if place := step.body.get("timers"):
        scope.add(place, "this step never waits", "Delete the timers")
    return ()


def _arguments(scope: Scope, step: StepDraft) -> Mapping[str, Argument]:
    if step.kind is Kind.DO and (tool := scope.world.tools.get(step.what())):
        return arguments(scope, step.body, (*tool.takes, *tool.may), f"'{tool.name}'")
    if step.kind is Kind.CALL and (called := scope.world.drafts.get(step.what())):
        settings = called.section("settings")
        return arguments(scope, step.body, settings, f"flow '{called.name}'")
    return {}


def _then(scope: Scope, step: StepDraft) -> str | None:
    place = step.body.get("then")
    if place is None or (scope.flow(place) is None and place.text not in scope.world.unread):
        return None
    found = begins(scope, place, behind=True)
    return found.flow if found else None


def _source(scope: Scope, step: StepDraft) -> str | None:
    place = step.body.get("from") or step.body.get("choices")
    if place is None or not place.text:
        return None
    if place.text not in LISTS:
        scope.add(place, f"no list of facts is called '{place.text}'", suggest(place.text, LISTS))
    return place.text
