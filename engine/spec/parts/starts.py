"""What begins a flow, and that no two flows begin alike."""

from collections.abc import Mapping

from engine.document.place import Place
from engine.document.problem import Faults
from engine.model.flow import DUE, Flow, Start
from engine.spec.draft import Draft
from engine.spec.language.amounts import span
from engine.spec.parts.happenings import check_event
from engine.spec.parts.questions import suggestion
from engine.spec.parts.scope import Scope
from engine.spec.parts.timers import check_span


def start(scope: Scope) -> Start:
    """Return what begins a flow."""
    place = scope.draft.root.get("start")
    if place is None or "start" in scope.draft.told:
        return Start()
    events = [*place.many("events"), *place.many("event")]
    for event in events:
        check_event(scope, event)
    ahead, of = tuple(place.many("ahead")), place.get("of")
    if bool(ahead) != (of is not None):
        scope.add(place, "ahead and of go together", "Write {ahead: 2h, of: appointment.starts_at}")
    for one in ahead:
        check_span(scope, one)
    if of is not None and not scope.fact(of.text):
        scope.add(of, f"no fact is called '{of.text}'", suggestion(scope, of.text))
    return Start(
        intents=_texts(place, "intents"),
        acts=_texts(place, "acts"),
        events=(*(event.text for event in events), *_due(scope, ahead)),
        called=place.text == "called",
        fallback=place.text == "anything",
        ahead=tuple(span(one.text) for one in ahead),
        of=of.text if of else "",
        when=tuple(rule for one in place.many("when") if (rule := scope.rule(one))),
    )


def _due(scope: Scope, ahead: tuple[Place, ...]) -> tuple[str, ...]:
    """The event that tells a flow ahead of a time that the time has come."""
    return (f"{scope.name}.{DUE}",) if ahead else ()


def _texts(place: Place, key: str) -> tuple[str, ...]:
    return tuple(item.text for item in place.many(key))


def beginnings(
    flows: Mapping[str, Flow], drafts: Mapping[str, Draft], faults: Faults
) -> Mapping[str, str]:
    """Return intent or act -> the flow it starts; note those that two flows begin with."""
    found: dict[str, str] = {}
    for name, flow in flows.items():
        for word in (*flow.start.intents, *flow.start.acts):
            if word in found:
                place = drafts[name].root.get("start") or drafts[name].root
                fault = f"'{word}' begins flow '{found[word]}' already"
                faults.add(place.at, place.key, fault, "Take it out of one of the two")
            found.setdefault(word, name)
    return found


def fallback(flows: Mapping[str, Flow], drafts: Mapping[str, Draft], faults: Faults) -> str | None:
    """Return the flow for a conversation that named no task; note a second one."""
    names = [name for name, flow in flows.items() if flow.start.fallback]
    for name in names[1:]:
        place = drafts[name].root.get("start") or drafts[name].root
        fault = f"flow '{names[0]}' begins with anything already"
        faults.add(place.at, place.key, fault, "Keep one of the two")
    return names[0] if names else None
