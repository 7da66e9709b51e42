"""Which switches still matter where a conversation stands.

One that nothing on the way here has read, or that nothing ahead reads, is forgotten: it may be
thrown anew. A walk from the top reads all of them again. Forgetting adds conversations, it
never hides one.
"""

from collections.abc import Iterator

from engine.model.flow import Duration, Flow, FlowSet, Kind, State
from engine.model.reading import names
from engine.model.rule import Both, Either, Expression, Name, Not
from engine.model.session import Frame
from engine.proof.switches import MARK
from engine.spec.graph import Edge, Sort, edges, reach


class Liveness:
    """The readers of every switch of a set of flows, and the roads between them."""

    def __init__(self, flows: FlowSet) -> None:
        self._flows = flows.flows
        self._tools = flows.tools
        self._readers: dict[tuple[str, str], frozenset[str]] = {}
        self._onward: dict[str, dict[str, frozenset[str]]] = {}
        self._told: dict[tuple[str, str, str], bool] = {}
        self._on: dict[tuple[str, str], frozenset[str]] = {}
        self._anew: dict[tuple[str, str, str, frozenset[str]], bool] = {}

    def matters(self, frames: tuple[Frame, ...], switch: str) -> bool:
        """Whether a switch was read on the way to one of these steps and is read beyond it."""
        return any(self._here(frame.flow, frame.step, switch) for frame in frames)

    def read_on(self, flow: str, step: str, *, anew: bool) -> frozenset[str]:
        """The switches and facts that may be read from a step on within one turn.

        Args:
            flow: of the frame.
            step: where it stands.
            anew: it may walk from the top again.
        """
        key = (flow, "" if anew else step)
        if key not in self._on:
            found = self._flows[flow]
            on = found.states if anew else reach([step], lambda one: _every(found, one))
            reads = self._reads(found)
            self._on[key] = frozenset(name for one in on for name in reads[one])
        return self._on[key]

    def unrenewed(self, flow: str, step: str, tool: str, absent: frozenset[str]) -> bool:
        """Whether an irreversible tool can be come to without a new yes to all that it needs.

        Args:
            flow: of the frame.
            step: where it stands, with no answer that a yes covers.
            tool: the tool.
            absent: inputs that it can do without, and that nothing here has given.
        """
        key = (flow, step, tool, absent)
        if key not in self._anew:
            ahead = self._unasked(self._flows[flow], step, tool, absent)
            if absent and any(self._makes(state, absent) for state in ahead):
                ahead = self._unasked(self._flows[flow], step, tool, frozenset())
            self._anew[key] = tool in {name for state in ahead for name in self._of_state(state)}
        return self._anew[key]

    def _unasked(self, flow: Flow, step: str, tool: str, absent: frozenset[str]) -> list[State]:
        """The steps ahead, and from the top, up to each confirm that shows what `tool` needs."""
        needed = frozenset(self._tools[tool].shown) - absent

        def onward(one: str) -> list[str]:
            state = flow.states[one]
            renews = state.kind is Kind.CONFIRM and needed <= state.shown
            return [
                edge.target
                for edge in edges(flow, state)
                if edge.target and not (renews and edge.sort is Sort.MAIN)
            ]

        return [flow.states[one] for one in reach([step, flow.first], onward)]

    def _makes(self, state: State, names: frozenset[str]) -> bool:
        """Whether a step, or the flow that it calls, can fill one of these slots."""
        if state.kind is Kind.ASK:
            return state.what in names
        if state.kind is Kind.CALL:
            inner = self._flows[state.what].states.values()
            return any(self._makes(one, names) for one in inner)
        return state.kind is Kind.DO and not names.isdisjoint(self._tools[state.what].gives)

    def _of_state(self, state: State) -> Iterator[str]:
        """The tools of a step, and of the flow that it calls."""
        if state.kind is Kind.DO:
            yield state.what
        elif state.kind is Kind.CALL:
            for inner in self._flows[state.what].states.values():
                yield from self._of_state(inner)

    def ahead(self, flow: str, step: str, other: str) -> bool:
        """Whether a step can be come to without asking anything again."""
        return other in self._from(self._flows[flow])[step]

    def _from(self, flow: Flow) -> dict[str, frozenset[str]]:
        if flow.name not in self._onward:
            self._onward[flow.name] = _closure(flow)
        return self._onward[flow.name]

    def is_ahead(self, flow: str, step: str, switch: str) -> bool:
        """Whether a switch is read at a step or beyond it."""
        key = (flow, step, f"ahead {switch}")
        if key not in self._told:
            found = self._flows[flow]
            onward = self._from(found)[step]
            readers = (one for one, read in self._reads(found).items() if switch in read)
            self._told[key] = any(one in onward for one in readers)
        return self._told[key]

    def _here(self, flow: str, step: str, switch: str) -> bool:
        key = (flow, step, switch)
        if key not in self._told:
            self._told[key] = self._between(self._flows[flow], step, switch)
        return self._told[key]

    def _between(self, flow: Flow, step: str, switch: str) -> bool:
        onward = self._from(flow)
        readers = [one for one, read in self._reads(flow).items() if switch in read]
        called = flow.states[step].kind is Kind.CALL
        ahead = [one for one in readers if one in onward[step] and not (called and one == step)]
        return bool(ahead) and any(step in onward[one] for one in readers)

    def _reads(self, flow: Flow) -> dict[str, frozenset[str]]:
        for state in flow.states.values():
            if (flow.name, state.id) not in self._readers:
                found = frozenset(one for name in _rules(flow, state) for one in _of(flow, name))
                self._readers[flow.name, state.id] = found
        return {step: self._readers[flow.name, step] for step in flow.states}


def _closure(flow: Flow) -> dict[str, frozenset[str]]:
    """Every step ahead of each, itself among them; asking again is no way ahead."""
    onward = {
        step: [edge.target for edge in edges(flow, state) if _leads(edge) and edge.target]
        for step, state in flow.states.items()
    }
    return {step: frozenset(reach([step], onward.__getitem__)) for step in flow.states}


def _every(flow: Flow, step: str) -> list[str]:
    return [edge.target for edge in edges(flow, flow.states[step]) if edge.target]


def _leads(edge: Edge) -> bool:
    return edge.target is not None and not edge.way.again


def _rules(flow: Flow, state: State) -> Iterator[str]:
    """The rules, settings and facts that a step looks at, and a promise of whoever comes to it."""
    yield from (*state.when, *state.unless)
    yield from (one.when for one in flow.never if one.reach == state.id and one.when)
    if state.kind is Kind.BRANCH:
        yield from state.ways
    yield from (argument.name for argument in state.args.values() if argument.name)
    for timer in state.timers:
        span = timer.after or timer.quiet
        if isinstance(span, Duration) and span.setting:
            yield span.setting
    if state.kind is Kind.ASK:
        yield from (rule for rule, _ in flow.slots[state.what].refuse)


def _of(flow: Flow, name: str) -> Iterator[str]:
    """The switches that a rule, setting or fact comes down to."""
    if name in flow.rules:
        yield from _within(flow, flow.rules[name])
    elif name in flow.settings:
        for rule, _ in flow.settings[name].except_:
            yield from _of(flow, rule)
    elif "." in name:
        yield name.partition(".")[2] if MARK in name else f"{MARK}has {name}"


def _within(flow: Flow, rule: Expression) -> Iterator[str]:
    match rule:
        case Both(left, right) | Either(left, right):
            yield from (*_within(flow, left), *_within(flow, right))
        case Not(operand):
            yield from _within(flow, operand)
        case Name(name):
            yield from _of(flow, name)
        case _:
            for name in names(rule):
                yield from _of(flow, name)
