"""Nothing that cannot be undone happens before a yes to a question that showed it.

A search over every road from where a flow begins, through the flows that it calls, which
stand on their caller's yes. The engine refuses at run time too; here the operator hears of
it before a customer does. What rules say is not looked at: every way may be taken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.document.problem import Faults
from engine.model.flow import End, Flow, Kind, State
from engine.model.tool import Safety, ToolDefinition
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, TooMany, edges, roads

MOST = 20_000
"""Situations of one flow; the largest of ours has a few hundred."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where a road has come to.

    Attributes:
        stack: flow and step, the caller first.
        yes: whether a confirm was passed by its yes since anything was asked again.
        shown: slots that a yes has shown.
        spent: irreversible tools that have had their yes.
        typed: slots that the channel could have given but the customer did.
        made: optional inputs that a tool has filled; others are empty, and hide nothing.
        kept: `shown` and `made` at each call: a called flow that is left gives nothing.
    """

    stack: tuple[tuple[str, str], ...]
    yes: bool = False
    shown: frozenset[str] = frozenset()
    spent: frozenset[str] = frozenset()
    typed: frozenset[str] = frozenset()
    made: frozenset[str] = frozenset()
    kept: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


def check_safety(
    flow: Flow,
    flows: Mapping[str, Flow],
    tools: Mapping[str, ToolDefinition],
    draft: Draft,
    faults: Faults,
) -> None:
    """Note each irreversible tool that a road of this flow reaches without its yes."""
    road = _Road(flow, flows, tools)
    if not road.dangers:
        return
    try:
        found = roads(Situation(((flow.name, flow.first),)), road.moves, MOST)
    except TooMany:
        fault = f"has more roads than can be checked ({MOST})"
        faults.add(draft.root.at, "", fault, "Make two flows of it")
        return
    for here, (fault, remedy) in _first(road, found.came):
        place = draft.steps[here.stack[0][1]].body
        way = ", ".join([flow.first, *found.words(here)])
        faults.add(place.at, place.key, f"{fault}: {way}", remedy)


def _first(road: "_Road", came: Iterable[Situation]) -> Iterator[tuple[Situation, tuple[str, str]]]:
    """Each danger with the first fault there; where a yes is missing at all, only those."""
    told: dict[tuple[str, str], tuple[Situation, tuple[str, str]]] = {}
    for here in came:
        step = here.stack[-1]
        wrong = road.fault(here) if step in road.dangers else None
        if wrong and (step not in told or (told[step][0].yes and not here.yes)):
            told[step] = here, wrong
    lacks = any(not here.yes for here, _ in told.values())
    yield from (one for one in told.values() if not (lacks and one[0].yes))


class _Road:
    """The moves of a conversation, as far as a yes is concerned."""

    def __init__(
        self, flow: Flow, flows: Mapping[str, Flow], tools: Mapping[str, ToolDefinition]
    ) -> None:
        self._flows = flows
        self._tools = tools
        self._given = frozenset(slot for tool in tools.values() for slot in tool.verified)
        self.dangers = self._dangers(flow)
        self._needs = {at: self._slots(*at) for at in self.dangers}
        self._matters = frozenset(slot for slots in self._needs.values() for slot in slots)
        self._optional = self._unasked()

    def _dangers(self, flow: Flow) -> frozenset[tuple[str, str]]:
        """Every step with an irreversible tool in this flow and those it calls."""
        found: set[tuple[str, str]] = set()
        waiting, done = [flow.name], {flow.name}
        while waiting:
            one = self._flows[waiting.pop()]
            for state in one.states.values():
                if self._irreversible(state):
                    found.add((one.name, state.id))
                if state.kind is Kind.CALL and state.what not in done:
                    done.add(state.what)
                    waiting.append(state.what)
        return frozenset(found)

    def fault(self, here: Situation) -> tuple[str, str] | None:
        """What is wrong with running the tool of the present step here, and the remedy."""
        tool = self._tools[self._state(here).what]
        whose = f"'{tool.name}' cannot be undone"
        if not here.yes:
            return f"{whose}, and a way leads to it without a yes", "Lead it through a confirm"
        if tool.name in here.spent:
            fault = f"{whose}, and a way does it twice on one yes"
            return fault, "Lead the second time through a confirm that shows the same"
        hidden = sorted(self._needed(self._needs[here.stack[-1]], here) - here.shown)
        if hidden:
            fault = f"{whose}, and the yes before it was to a question that hides {_and(hidden)}"
            return fault, f"Print {_and(hidden)} in the phrase of the confirm, in every language"
        return None

    def moves(self, here: Situation) -> Iterator[tuple[str, Situation]]:
        """Yield the next situations, each with the words of the move."""
        state = self._state(here)
        if here.stack[-1] in self.dangers and not here.yes:
            return  # nobody has said yes: what lies beyond only follows
        if state.kind is Kind.END:
            yield from self._returned(here, state)
            return
        for edge in edges(self._flow(here), state):
            if state.kind is Kind.CALL and edge.sort in {Sort.MAIN, Sort.WAY}:
                continue
            yield from self._taken(here, state, edge)
        if state.kind is Kind.CALL:
            first = self._flows[state.what].first
            kept = (*here.kept, (here.shown, here.made))
            yield first, replace(here, stack=(*here.stack, (state.what, first)), kept=kept)

    def _taken(self, here: Situation, state: State, edge: Edge) -> Iterator[tuple[str, Situation]]:
        if edge.target is None:
            return
        after = self._left(here, state, edge)
        stack = (*here.stack[:-1], (here.stack[-1][0], edge.target))
        yield edge.words, replace(after, stack=stack)

    def _left(self, here: Situation, state: State, edge: Edge) -> Situation:
        """What leaving a step by a way changes."""
        if edge.way.again:
            return self._emptied(here, edge.way.again)
        if edge.sort is not Sort.MAIN:
            return self._tried(here, state, edge)
        match state.kind:
            case Kind.CONFIRM:
                return self._said_yes(here, state)
            case Kind.ASK:
                return self._answered(here, state.what)
            case _:
                return self._tried(here, state, edge)

    def _answered(self, here: Situation, slot: str) -> Situation:
        """What is asked after a yes was no part of it."""
        typed = here.typed | ({slot} & self._given & self._matters)
        return replace(here, typed=typed, shown=here.shown - {slot})

    def _tried(self, here: Situation, state: State, edge: Edge) -> Situation:
        """A late tool has acted before any outcome comes; another only by its main one."""
        if state.kind is not Kind.DO or edge.sort is Sort.PASSED_OVER:
            return here
        if edge.sort is not Sort.MAIN and not state.waits:
            return here
        spent = {state.what} if self._irreversible(state) else set()
        made = frozenset(self._tools[state.what].gives)
        filled = here.made | (made & self._optional)
        return replace(here, spent=here.spent | spent, shown=here.shown - made, made=filled)

    def _said_yes(self, here: Situation, state: State) -> Situation:
        """One yes covers every tool beyond it once; a second time needs all shown anew."""
        spent = frozenset(
            name for name in here.spent if not self._needed(self._all(name), here) <= state.shown
        )
        shown = here.shown | (state.shown & self._matters)
        return replace(here, yes=True, shown=shown, spent=spent)

    def _emptied(self, here: Situation, slots: tuple[str, ...]) -> Situation:
        flow, fallen = self._flow(here), set(slots)
        for _ in flow.slots:
            fallen |= {slot.name for slot in flow.slots.values() if fallen & {*slot.needs}}
        shown, typed, made = here.shown - fallen, here.typed - fallen, here.made - fallen
        return replace(here, yes=False, shown=shown, typed=typed, made=made)

    def _returned(self, here: Situation, end: State) -> Iterator[tuple[str, Situation]]:
        """A called flow's end is an outcome of the call."""
        if len(here.stack) == 1:
            return
        shown, made = here.kept[-1]
        below = replace(here, stack=here.stack[:-1], kept=here.kept[:-1])
        if end.what != End.DONE:
            below = replace(below, shown=shown, made=made)
        state = self._state(below)
        for edge in edges(self._flow(below), state):
            main = edge.sort is Sort.MAIN and end.what == End.DONE
            if main or (edge.sort is Sort.WAY and edge.name == end.id):
                yield from self._taken(below, state, edge)

    def _needed(self, slots: frozenset[str], here: Situation) -> frozenset[str]:
        """The slots a yes must have shown; what the channel verified only if it was typed."""
        filled = slots - (self._optional - here.made)
        return frozenset(name for name in filled if name not in self._given or name in here.typed)

    def _unasked(self) -> frozenset[str]:
        """Inputs that every tool here can do without and that no step asks for."""
        taken = {name for at in self.dangers for name in self._slots(*at, takes=True)}
        asked = {
            name for flow in self._flows.values() for name, slot in flow.slots.items() if slot.step
        }
        return self._matters - taken - asked

    def _slots(self, flow: str, step: str, *, takes: bool = False) -> frozenset[str]:
        """What a tool wants shown (or takes), by the slots that its step gives it."""
        state = self._flows[flow].states[step]
        given = {name: argument.name for name, argument in state.args.items()}
        tool = self._tools[state.what]
        slots = (given.get(name, name) for name in (tool.takes if takes else tool.shown))
        return frozenset(name.split(".")[0] for name in slots if name)

    def _all(self, tool: str) -> frozenset[str]:
        """What the tool wants shown at any of its steps."""
        mine = (at for at in self.dangers if self._flows[at[0]].states[at[1]].what == tool)
        return frozenset(slot for at in mine for slot in self._needs[at])

    def _irreversible(self, state: State) -> bool:
        tool = self._tools.get(state.what) if state.kind is Kind.DO else None
        return tool is not None and tool.safety is Safety.IRREVERSIBLE

    def _flow(self, here: Situation) -> Flow:
        return self._flows[here.stack[-1][0]]

    def _state(self, here: Situation) -> State:
        return self._flow(here).states[here.stack[-1][1]]


def _and(names: Sequence[str]) -> str:
    return " and ".join(names)
