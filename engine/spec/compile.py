"""Flows from documents to the data that the engine runs, or everything wrong with them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from engine.document.problem import Faults, Problems
from engine.document.tree import Document, digest
from engine.document.upgrades import all_upgraded
from engine.model.builtin import BUILTIN
from engine.model.flow import Flow, FlowSet, Kind, SlotType, Way
from engine.model.thresholds import USUAL
from engine.model.tool import ToolDefinition
from engine.spec.draft import Draft, drafts
from engine.spec.parts.cases import cases
from engine.spec.parts.clashes import check_clashes
from engine.spec.parts.endless import check_endless
from engine.spec.parts.idle import check_idle
from engine.spec.parts.moves import moved
from engine.spec.parts.promises import always, promises
from engine.spec.parts.questions import rules
from engine.spec.parts.scope import Scope
from engine.spec.parts.setting import settings, told_by
from engine.spec.parts.sight import look, refuse_circles
from engine.spec.parts.slot_types import Common, types_of
from engine.spec.parts.slots import slots
from engine.spec.parts.starts import beginnings, fallback, start
from engine.spec.parts.states import state
from engine.spec.parts.takes import check_takes
from engine.spec.parts.ways import way
from engine.spec.roads.roads import check_roads
from engine.spec.upheld.upheld import upheld
from engine.spec.world import Phrases, Told, World


def compile_flows(
    documents: Iterable[Document],
    definitions: Mapping[str, ToolDefinition],
    phrases: Phrases,
    types: Mapping[str, SlotType],
    unread: Iterable[str] = (),
    *,
    told: Told = MappingProxyType({}),
    beneath: FlowSet | None = None,
    roads: bool = True,
) -> FlowSet | Problems:
    """Compile the flows that one tenant's conversations can meet.

    Args:
        documents: the flows, one a document.
        definitions: the tools by name, without those the machine answers itself.
        phrases: locale -> phrase id -> names that the phrase prints.
        types: the kinds of answer that every flow may ask for.
        unread: names of flows whose files could not be read, and which are told elsewhere;
            with any, only problems come back, perhaps none.
        told: phrase id -> the settings that the phrase names.
        beneath: the flows without the uppermost layer: what they promise stays promised.
        roads: also look at what only the whole graph shows; without, a prover finds it.

    Returns:
        The flows, or every problem of all of them.
    """
    faults = Faults()
    current, newer = all_upgraded(documents, faults)
    found = drafts(current, faults)
    hidden = newer.union(unread)
    world = World(found, {**definitions, **BUILTIN}, phrases, types, hidden, told)
    sight = look(world)
    refuse_circles(world, sight, faults)
    flows: dict[str, Flow] = {}
    sound: dict[str, Flow] = {}
    for name, one in found.items():
        scope = Scope.of(world, sight, one)
        below = beneath.flows.get(name) if beneath else None
        flows[name] = upheld(scope, _flow(scope), below)
        faults.take(scope.faults.problems())
        if not (one.told or len(scope.faults) or name in sight.circles):
            sound[name] = flows[name]
    intents = beginnings(flows, found, faults)
    first = fallback(flows, found, faults)
    if roads:
        check_roads(sound, world, faults)
    if len(faults) or world.unread:
        return faults.problems()
    common = types.thresholds if isinstance(types, Common) else USUAL
    return FlowSet(flows, world.tools, intents, first, common)


def _flow(scope: Scope) -> Flow:
    draft = scope.draft
    types = {**scope.world.types, **_types(scope)}
    trees = {**rules(scope), **cases(scope, types)}
    readable = [step for step in draft.steps.values() if not step.broken]
    states = {step.id: state(scope, step, trees) for step in readable}
    check_clashes(scope)
    check_idle(scope)
    check_endless(scope, readable)
    check_takes(scope, readable)
    used = {name: one.uses for name, one in states.items() if one.kind in {Kind.DO, Kind.CALL}}
    title = draft.root.get("title")
    return Flow(
        name=draft.name,
        title=title.text if title else "",
        digest=digest(draft.root.node),
        first=next(iter(draft.steps), ""),
        states=states,
        slots=slots(scope, types, used),
        start=start(scope),
        settings=settings(scope),
        rules=trees,
        anytime=_anytime(scope),
        never=promises(scope),
        always=always(scope),
        moved=moved(scope),
        told=told_by(scope),
        pattern=draft.pattern,
    )


def _types(scope: Scope) -> Mapping[str, SlotType]:
    """The flow's own types; where they have faults their names at least."""
    if _sound(scope.draft, "types"):
        return types_of(scope.draft.root, scope.world.tools, scope.faults)
    return {name: SlotType(name) for name in scope.draft.section("types")}


def _sound(draft: Draft, section: str) -> bool:
    return not any(told.split(".")[0] == section for told in draft.told)


def _anytime(scope: Scope) -> dict[str, Way]:
    if not _sound(scope.draft, "anytime"):
        return {}
    found = {name: way(scope, place) for name, place in scope.draft.section("anytime").items()}
    return {name: one for name, one in found.items() if one is not None}
