"""What can happen outside the words of a customer: events by name."""

from collections.abc import Iterable, Mapping

from engine.document.place import Place
from engine.document.problem import suggest
from engine.model.builtin import COST_EXCEEDED, TURN_FAILED
from engine.model.flow import End
from engine.spec.draft import Draft
from engine.spec.parts.scope import Scope
from engine.spec.parts.step_ways import ends_of
from engine.spec.world import World


def check_event(scope: Scope, place: Place) -> None:
    """Note an event that never comes."""
    known = events(scope.world)
    if place.text not in known and place.text.split(".")[0] not in scope.world.unread:
        scope.add(place, f"no event is called '{place.text}'", suggest(place.text, known))


def events(world: World) -> frozenset[str]:
    """Return every event: ends of flows, outcomes of late tools, a turn that broke, a cost."""
    ended = {f"{flow.name}.{end}" for flow in _flows(world.drafts) for end in _ends(flow)}
    late = [tool for tool in world.tools.values() if tool.late]
    came = {f"{tool.name}.{outcome}" for tool in late for outcome in tool.outcomes}
    return frozenset({*ended, *came, TURN_FAILED, COST_EXCEEDED})


def _flows(drafts: Mapping[str, Draft]) -> Iterable[Draft]:
    return drafts.values()


def _ends(flow: Draft) -> Iterable[str]:
    """Its done ends, and its left ones: those are told when silence led there."""
    yield from ends_of(flow, End.DONE)
    yield from ends_of(flow, End.LEFT)
