"""A search through what a flow set can do: for each transition the shortest conversation."""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count
from typing import TypeAlias

from engine.errors import RatibaError
from engine.machine.errors import Broken
from engine.model.builtin import BUILTIN
from engine.model.effect import Move
from engine.model.flow import FlowSet
from engine.model.session import Frame
from engine.model.tool import FAILED, Answer, Call, ToolDefinition
from engine.model.value import Scalar, Value
from engine.rehearsal.acting import event_of
from engine.rehearsal.coverage import Transition, taken, transitions
from engine.rehearsal.examples import OPTIONS, example
from engine.rehearsal.fixture import (
    NONE,
    UNAVAILABLE,
    Act,
    Given,
    Outcome,
    Says,
    Waits,
)
from engine.rehearsal.moves import in_minutes, next_acts
from engine.rehearsal.probes import of_slot, value_of
from engine.rehearsal.stage import Met, Stage, moves_of

MOST_NODES = 7_000
"""Situations looked at before what is left counts as out of reach."""
ROUND = 150
"""Situations of one world before the next one has its turn."""
ASIDE = 4
LONGEST = 16


@dataclass(frozen=True, slots=True)
class Path:
    """A conversation: what happens, and what tools are made to come to."""

    acts: tuple[Act, ...]
    given: Given
    moves: frozenset[Move]
    channel: str = "whatsapp"


Waiting: TypeAlias = tuple[int, int, Stage, Path]
"""Rank, number (older first), the situation and the way to it."""


@dataclass(slots=True)
class Search:
    """One search; what is found adds up over worlds.

    Attributes:
        left: what was not taken yet. sideways: outcomes that are nobody's main one.
        paths: each took something new when it was found.
    """

    left: set[Transition]
    sideways: frozenset[str] = frozenset()
    paths: list[Path] = field(default_factory=list)
    seen: set[object] = field(default_factory=set)
    nodes: int = 0
    numbers: "count[int]" = field(default_factory=count)

    def run(self, stages: Iterable[Stage]) -> None:
        """Look for what is left, in one world after the other, a little at a time."""
        worlds = [self._begun(stage) for stage in stages]
        while self.left and any(worlds) and self.nodes < MOST_NODES:
            for heap in worlds:
                self._some(heap)

    def _begun(self, stage: Stage) -> list["Waiting"]:
        stage.quick = True
        return [
            (
                0,
                next(self.numbers),
                stage,
                Path((), stage.host.given, frozenset(), stage.fixture.channel),
            )
        ]

    def _some(self, heap: list["Waiting"]) -> None:
        """Go on from the most promising situations of one world."""
        for _ in range(ROUND):
            if not (heap and self.left):
                return
            _, _, here, path = heapq.heappop(heap)
            self.nodes += 1
            for there, further in self._on(here, path):
                new = self._take(further)
                key = situation(there)
                if key not in self.seen and len(further.acts) < LONGEST:
                    self.seen.add(key)
                    rank = len(further.acts) - 3 * new + self._aside(there)
                    heapq.heappush(heap, (rank, next(self.numbers), there, further))

    def _aside(self, stage: Stage) -> int:
        """Where no open flow has anything new, others come first."""
        flows = {frame.flow for frame in stage.session.frames}
        return 0 if any(one.flow in flows for one in self.left) else ASIDE

    def _take(self, path: Path) -> int:
        found = taken(path.moves, self.left)
        if found:
            self.left -= found
            self.paths.append(path)
        return len(found)

    def _on(self, here: Stage, path: Path) -> Iterator[tuple[Stage, Path]]:
        for act in next_acts(here):
            if self._worth(here, act):
                yield from self._after(here, path, act)

    def _worth(self, here: Stage, act: Act) -> bool:
        """Asides, silence and what may be said anywhere are tried where they are still new."""
        if isinstance(act, Waits):
            armed = {(timer.step, timer.name) for timer in here.session.timers}
            return any((one.step, one.trigger) in armed for one in self.left)
        act_name = act.means.intent.name if isinstance(act, Says) and act.means else ""
        if not act_name or not here.session.frames:
            return True
        steps = {(frame.flow, frame.step) for frame in here.session.frames}
        begins = here.world.flows.intents.get(act_name)
        return any(
            one.flow == begins or (one.trigger == act_name and (one.flow, one.step) in steps)
            for one in self.left
        )

    def _worth_making(self, call: Call, outcome: Outcome) -> bool:
        """Outcomes are tried where they are still new; values that rules tell apart always."""
        step = call.key.split(".")[1]
        leads_on = outcome.name not in {NONE, UNAVAILABLE, FAILED, *self.sideways}
        return leads_on or any(
            one.step == step and one.trigger == outcome.name for one in self.left
        )

    def _after(self, here: Stage, path: Path, act: Act) -> Iterator[tuple[Stage, Path]]:
        """An act as it comes, and with each of its tools coming out otherwise."""
        plain = tried(here, act)
        if plain is None:
            return
        stage, met = plain
        yield stage, _longer(path, act, stage.host.given, met, here)
        for given in variations(here, met, self._worth_making):
            other = here.copy()
            other.host.given = given
            done = tried(other, act)
            if done is not None:
                yield done[0], _longer(path, act, given, done[1], here)


def tried(here: Stage, act: Act) -> tuple[Stage, tuple[Met, ...]] | None:
    """Do an act on a copy; None where it cannot be done."""
    stage = here.copy()
    try:
        if isinstance(act, Waits):
            return stage, tuple(stage.wait(in_minutes(act).span))
        return stage, (stage.meet(event_of(stage, act, ())),)
    except (Broken, RatibaError):
        return None


def variations(
    before: Stage, met: Iterable[Met], worth: Callable[[Call, Outcome], bool]
) -> Iterator[Given]:
    """The worlds in which one of the calls comes out otherwise, where that is worth trying."""
    asked = dict(before.host.asked)
    flows = before.world.flows
    for one in met:
        for call, answer in one.calls:
            number = asked.get(call.tool, 0)
            asked[call.tool] = number + 1
            for outcome in filter(partial(worth, call), _others(flows, call, answer)):
                yield scripted(before.host.given, flows, call.tool, number, outcome)
            if flows.tools[call.tool].lists and not answer.options and not number:
                yield from _with_examples(before, flows.tools[call.tool])


def _with_examples(before: Stage, tool: ToolDefinition) -> Iterator[Given]:
    """Worlds in which a list that is empty has entries, with each fact that rules tell apart."""
    given, flows = before.host.given, before.world.flows
    local = before.now.astimezone(before.world.instant(before.fixture.now).tzinfo)
    kind = tool.lists or ""
    offered = tuple(example(kind, tool, number, local) for number in range(1, OPTIONS + 1))
    yield replace(given, lists={**given.lists, tool.name: offered})
    slots = {s.name for f in flows.flows.values() for s in f.slots.values() if s.type.name == kind}
    for probe in dict.fromkeys(probe for slot in sorted(slots) for probe in of_slot(flows, slot)):
        fact = probe.name.partition(".")[2]
        if fact and probe.value is not None:
            turned = tuple(replace(o, facts={**o.facts, fact: probe.value}) for o in offered)
            yield replace(given, lists={**given.lists, tool.name: turned})


def _others(flows: FlowSet, call: Call, answer: Answer) -> Iterator[Outcome]:
    tool = flows.tools[call.tool]
    if call.tool in BUILTIN:
        return
    if not tool.lists:
        yield from _outcomes(flows, tool, answer)
    elif answer.options:
        yield Outcome(NONE)
        if call.args.get("wish") is not None:
            yield Outcome(UNAVAILABLE)


def _outcomes(flows: FlowSet, tool: ToolDefinition, answer: Answer) -> Iterator[Outcome]:
    """The other outcomes of a tool, and its main one with every value that rules tell apart."""
    for name in (*tool.outcomes[1:], FAILED):
        yield Outcome(name)
    if answer.outcome not in {"", tool.main}:
        yield Outcome(tool.main)
    for slot, kind in tool.gives.items():
        for probe in of_slot(flows, slot):
            yield Outcome(tool.main, {slot: value_of(probe, kind)})


def scripted(given: Given, flows: FlowSet, tool: str, number: int, outcome: Outcome) -> Given:
    """The same world, with the call of that number coming to an outcome."""
    script = list(given.tools.get(tool, ()))
    script += [Outcome(flows.tools[tool].main)] * (number - len(script))
    return replace(given, tools={**given.tools, tool: (*script[:number], outcome)})


def situation(stage: Stage) -> object:
    """What tells conversations apart, values left out but for what rules look at."""
    session, flows = stage.session, stage.world.flows
    frames = tuple(_frame(frame, flows) for frame in session.frames)
    given = stage.host.given
    world = {**given.facts, **given.settings}
    facts = tuple(sorted((name, str(value)) for name, value in world.items()))
    ended = session.ended if not session.frames else None
    return (frames, session.spent, session.final, session.rungs, session.clarifying, ended, facts,
            session.turns == 0, tuple(sorted(t.name for t in session.timers)))  # fmt: skip


def _frame(frame: Frame, flows: FlowSet) -> object:
    slots = tuple(
        (name, content.status, content.source, _read(flows, name, content.value))
        for name, content in sorted(frame.slots.items())
    )
    return (frame.flow, frame.step, frame.how, slots, tuple(sorted(frame.memo.items())),
            tuple(sorted(frame.skip.items())), frame.fired)  # fmt: skip


def _read(flows: FlowSet, slot: str, value: Value) -> tuple[tuple[str, Scalar], ...]:
    probes = of_slot(flows, slot)
    facts = {probe.name.partition(".")[2] for probe in probes}
    return tuple((f, value.facts.get(f) if f else value.value) for f in sorted(facts))


def _longer(path: Path, act: Act, given: Given, met: Sequence[Met], here: Stage) -> Path:
    flows = here.world.flows
    moves = frozenset(move for one in met for move in moves_of(one, flows))
    done = in_minutes(act) if isinstance(act, Waits) else act
    return Path((*path.acts, done), given, path.moves | moves, path.channel)


def needed(paths: Sequence[Path], known: Sequence[Transition]) -> Iterator[Path]:
    """As few of the paths as take together what all of them take; the longest first."""
    reached: set[Transition] = set()
    for path in sorted(paths, key=lambda one: -len(taken(one.moves, known))):
        new = taken(path.moves, known) - reached
        if new:
            reached |= new
            yield path


def whole_search(stages: Iterable[Stage], flows: FlowSet) -> Search:
    """Search through worlds until every transition was taken, or is out of reach."""
    tools = flows.tools.values()
    mains = {tool.main for tool in tools}
    sideways = (name for tool in tools for name in tool.outcomes if name not in mains)
    search = Search(set(transitions(flows)), frozenset(sideways))
    search.run(stages)
    return search
