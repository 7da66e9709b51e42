"""Which slots each flow has, and which it sees: its own and, when called, its callers'."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.document.problem import Faults
from engine.model.builtin import PICKED
from engine.model.flow import Kind
from engine.spec.draft import Draft, StepDraft
from engine.spec.world import World


@dataclass(frozen=True, slots=True)
class Held:
    """A slot of a flow.

    Attributes:
        type: name of its type.
        step: the step that asks for it, or None.
        makers: the steps that fill it by a tool, a called flow or a pick.
        heard: a tool takes it from the customer's words, and nothing else fills it.
        lasting: where nothing was said of it, what the flow beneath knows stands for it.
    """

    name: str
    type: str
    step: str | None = None
    makers: tuple[str, ...] = ()
    heard: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Sight:
    """The slots of all flows.

    Attributes:
        own: flow -> the slots it has.
        seen: flow -> names of the slots that can be filled while it runs.
        uses: flow -> names that its tools take, may take or give, called flows included.
        lent: flow -> names that its tools cannot do without and that a caller must have.
        callers: flow -> the flows that call it.
        circles: flows that call themselves by way of others.
        blind: flows of which not all slots are known, since a step or file with faults
            hides some: there no slot is told to be missing.
    """

    own: Mapping[str, Mapping[str, Held]]
    seen: Mapping[str, frozenset[str]]
    uses: Mapping[str, frozenset[str]]
    lent: Mapping[str, frozenset[str]]
    callers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    circles: frozenset[str] = field(default_factory=frozenset)
    blind: frozenset[str] = field(default_factory=frozenset)


def look(world: World) -> Sight:
    """Find every flow's slots."""
    order = _called_first(world)
    own: dict[str, Mapping[str, Held]] = {}
    uses: dict[str, frozenset[str]] = {}
    lent: dict[str, frozenset[str]] = {}
    for name in order:
        draft = world.drafts[name]
        own[name] = _own(world, draft, own)
        uses[name] = _names(world, draft, uses, needed=False)
        lent[name] = _names(world, draft, lent, needed=True) - frozenset(own[name])
    callers = _callers(world)
    seen = {name: frozenset(slots) | _brought(world, own, name) for name, slots in own.items()}
    for name in reversed(order):
        for caller in callers.get(name, ()):
            seen[name] |= seen[caller]
        if world.drafts[name].called_only and name not in callers:
            seen[name] |= _anything(world)
    circles = frozenset(name for name in order if name in _beneath(world, name))
    return Sight(own, seen, uses, lent, callers, circles, _blind(world, order, callers))


def _brought(world: World, own: Mapping[str, Mapping[str, Held]], name: str) -> frozenset[str]:
    """What the events on which a flow starts tell it: the slots of the flow that ended so."""
    start = world.drafts[name].root.get("start")
    found: set[str] = set()
    for key in ("event", "events"):
        for event in start.many(key) if start else ():
            whose = event.text.partition(".")[0]
            tool = world.tools.get(whose)
            found |= set(own.get(whose, ())) | set(tool.gives if tool else ())
    return frozenset(found)


def _blind(
    world: World, order: Iterable[str], callers: Mapping[str, tuple[str, ...]]
) -> frozenset[str]:
    """A flow sees with the eyes of those that it calls, and then of those that call it."""
    found: set[str] = set()
    for name in order:
        draft = world.drafts[name]
        called = {step.what() for step in draft.of_kind(Kind.CALL)}
        if not draft.readable or called & (found | world.unread):
            found.add(name)
    for name in reversed(list(order)):
        if found & {*callers.get(name, ())}:
            found.add(name)
    return frozenset(found)


def refuse_circles(world: World, sight: Sight, faults: Faults) -> None:
    """Note each call by which a flow comes to itself."""
    for name in sight.circles:
        for step in world.drafts[name].of_kind(Kind.CALL):
            if name in {step.what(), *_beneath(world, step.what())}:
                head = step.head()
                way = "" if step.what() == name else f", by way of '{step.what()}'"
                fault = f"flow '{name}' would run within itself{way}"
                faults.add(head.at, head.key, fault, "Go to a step, or call another flow")


def _calls(draft: Draft, world: World) -> list[str]:
    return [s.what() for s in draft.of_kind(Kind.CALL) if s.what() in world.drafts]


def _called_first(world: World) -> list[str]:
    """The flows in an order in which a called one comes before its callers, circles aside."""
    done: dict[str, None] = {}
    for root in world.drafts:
        stack = [(root, iter(_calls(world.drafts[root], world)))]
        opened = {root}
        while stack:
            name, rest = stack[-1]
            for below in rest:
                if below not in done and below not in opened:
                    opened.add(below)
                    stack.append((below, iter(_calls(world.drafts[below], world))))
                    break
            else:
                done[name] = None
                stack.pop()
    return list(done)


def _beneath(world: World, name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        draft = world.drafts.get(waiting.pop())
        for below in _calls(draft, world) if draft else ():
            if below not in found:
                found.add(below)
                waiting.append(below)
    return found


def _callers(world: World) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, draft in world.drafts.items():
        for called in dict.fromkeys(_calls(draft, world)):
            found[called] = (*found.get(called, ()), name)
    return found


def _anything(world: World) -> frozenset[str]:
    """Every slot that any tool knows: for a called flow that nobody calls yet."""
    tools = world.tools.values()
    return frozenset(name for tool in tools for name in (*tool.takes, *tool.may, *tool.gives))


def _own(world: World, draft: Draft, below: Mapping[str, Mapping[str, Held]]) -> dict[str, Held]:
    found: dict[str, Held] = {}
    for step in draft.of_kind(Kind.ASK):
        if not step.what():
            continue
        type_ = step.body.get("type")
        held = Held(step.what(), type_.text if type_ else step.what(), step.id)
        found.setdefault(held.name, held)
    for step in draft.steps.values():
        for name, type_name in _given(world, step, below).items():
            held = found.get(name, Held(name, type_name))
            makers = (*held.makers, step.id)
            found[name] = Held(held.name, held.type, held.step, makers)
    return {**_unasked(world, draft), **found}


def _unasked(world: World, draft: Draft) -> dict[str, Held]:
    """Slots without an ask: what tools take from words as they come, what a start ahead brings."""
    found: dict[str, Held] = {}
    for step in draft.of_kind(Kind.DO):
        if (tool := world.tools.get(step.what())) is None:
            continue
        for name, type_name in tool.heard.items():
            (slot,) = inputs(step, (name,))
            found.setdefault(slot, Held(slot, type_name, heard=True, lasting=name in tool.beneath))
    start = draft.root.get("start")
    of = start.get("of") if start else None
    if of and "." in of.text:
        head = of.text.partition(".")[0]
        found.setdefault(head, Held(head, head))
    return found


def inputs(step: StepDraft, names: Iterable[str]) -> frozenset[str]:
    """Return the slots that a tool's inputs are read from, through `with` where that says so."""
    place = step.body.get("with")
    given = {name: value.text for name, value in place.items()} if place else {}
    return frozenset(given.get(name, name) for name in names)


def _names(
    world: World, draft: Draft, below: Mapping[str, frozenset[str]], *, needed: bool
) -> frozenset[str]:
    """What the tools of a flow and of those it calls take; not only `needed`: give as well."""
    found: set[str] = set()
    for step in draft.of_kind(Kind.DO, Kind.CALL):
        if step.kind is Kind.CALL:
            found |= below.get(step.what(), frozenset())
        elif tool := world.tools.get(step.what()):
            rest = () if needed else (*tool.may, *tool.gives)
            found |= inputs(step, (*tool.takes, *rest))
    return frozenset(found)


def _given(
    world: World, step: StepDraft, below: Mapping[str, Mapping[str, Held]]
) -> Mapping[str, str]:
    """The slots that one step fills, with their types."""
    match step.kind:
        case Kind.DO if tool := world.tools.get(step.what()):
            return tool.gives
        case Kind.CALL:
            held = below.get(step.what(), {})
            return {name: slot.type for name, slot in held.items() if slot.makers}
        case Kind.CHOOSE if step.body.get("from"):
            return {PICKED: PICKED}
        case _:
            return {}
