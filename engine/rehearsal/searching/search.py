"""A search through what a flow set can do: for each transition a short conversation.

It goes on from every situation once, situations told apart only by where they stand and by what
rules look at. What is left then is looked for nearby: a conversation that comes past the step is
led again in the other worlds there are, one thing turned at a time; what was found may be turned
again.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from engine.explore.transitions import Transition, taken, transitions
from engine.machine.working.errors import Broken
from engine.model.effect import Move
from engine.model.flow import FlowSet
from engine.model.tool import FAILED, Call
from engine.rehearsal.fixtures.fixture import NONE, UNAVAILABLE, Act, Given, Outcome, Says, Waits
from engine.rehearsal.searching.moves import in_minutes, next_acts
from engine.rehearsal.searching.outcomes import variations
from engine.rehearsal.searching.situation import situation
from engine.rehearsal.searching.trying import Did, did
from engine.rehearsal.staging.stage import Met, Stage, moves_of, next_due

MOST_TRIED = 40_000
"""Acts done before what is left counts as out of reach."""
HERE, ASIDE = -50, 4
FRUITLESS = 500
"""Acts done without finding anything before it is looked for nearby."""
LONGEST = 18
DEEPEST = 4
"""Flows that lie over each other in a conversation that is still gone on with."""
PASSING = 3
"""Conversations past a step that are led again in other worlds."""


@dataclass(frozen=True, slots=True)
class Path:
    """A conversation: what happens, and what tools are made to come to."""

    acts: tuple[Act, ...]
    given: Given
    moves: frozenset[Move]
    channel: str = "whatsapp"


Worlds: TypeAlias = Callable[[Path], Iterator[tuple[Given, str]]]
"""The other worlds in which a conversation may be led: what is given, and the channel."""
Begin: TypeAlias = Callable[[Given, str], Stage]
Waiting: TypeAlias = tuple[int, int, Stage, Path]
"""Rank, number (older first), the situation and the way to it."""


@dataclass(slots=True)
class Search:
    """One search.

    Attributes:
        begin: a fresh conversation in a world.
        worlds: those in which a conversation may be led again.
        left: what was not taken yet. sideways: outcomes that are nobody's main one.
        paths: each took something new when it was found.
        passing: some of the conversations that come past a step, by flow and step.
        leaving: those that were the first to leave it in some way.
        broke: conversations at which the engine stopped: faults of the flows, by what it said,
            each with the flow that it stood in; "" at the beginning.
    """

    begin: Begin
    worlds: Worlds
    left: set[Transition]
    sideways: frozenset[str] = frozenset()
    paths: list[Path] = field(default_factory=list)
    seen: set[object] = field(default_factory=set)
    passing: dict[tuple[str, str], list[Path]] = field(default_factory=dict)
    leaving: dict[tuple[str, str], list[Path]] = field(default_factory=dict)
    broke: dict[str, tuple[str, Path]] = field(default_factory=dict)
    led: dict[tuple[int, int], Path] = field(default_factory=dict)
    heap: list[Waiting] = field(default_factory=list)
    tries: int = 0
    found: int = 0
    numbers: "count[int]" = field(default_factory=count)

    def run(self) -> None:
        """Look for what is left until it is found, or nothing new is met."""
        start = Path((), Given(), frozenset())
        self._meet(self.begin(start.given, start.channel), start)
        self._drain()
        while self.left and self.tries < MOST_TRIED and (self._nearby() or self.heap):
            self._drain()

    def _drain(self) -> None:
        """Go on from the situations that wait, the most promising first, while that finds any."""
        self.found = self.tries
        while self.heap and self.left and self.tries < self.found + FRUITLESS:
            rank, number, here, path = heapq.heappop(self.heap)
            now = self._rank(here, path)
            if rank < now:  # what was new here has been found elsewhere since
                heapq.heappush(self.heap, (now, number, here, path))
                continue
            for there, further in self._on(here, path):
                self._meet(there, further)

    def _meet(self, stage: Stage, path: Path) -> bool:
        """Note a situation; True if the way to it takes something new."""
        found = taken(path.moves, self.left)
        if found:
            self.left -= found
            self.found = self.tries
            self.paths.append(path)
            for one in sorted(found):
                self.leaving.setdefault((one.flow, one.step), []).append(path)
        key = situation(stage)
        new = key not in self.seen
        self.seen.add(key)
        if new or found:
            self._passes(stage, path)
            if len(path.acts) < LONGEST and len(stage.session.frames) <= DEEPEST:
                waiting = (self._rank(stage, path), next(self.numbers), stage, path)
                heapq.heappush(self.heap, waiting)
        if found and isinstance(path.acts[-1], Waits):
            self._silence(stage, path)
        return bool(found)

    def _silence(self, stage: Stage, path: Path) -> None:
        """Who has said nothing may go on saying nothing."""
        due = next_due(stage.session)
        if due is not None and self._worth(stage, wait := Waits(due.due_at - stage.now)):
            self._try(stage, path, wait)

    def _passes(self, stage: Stage, path: Path) -> None:
        stands = {(frame.flow, frame.step) for frame in stage.session.frames}
        for spot in {(move.flow, move.target) for move in path.moves} | stands:
            known = self.passing.setdefault(spot, [])
            if len(known) < PASSING or len(path.acts) < len(known[-1].acts):
                known.append(path)
                known.sort(key=lambda one: len(one.acts))
                del known[PASSING:]

    def _rank(self, stage: Stage, path: Path) -> int:
        """Short ones first, before them where something is new, last where no open flow has any."""
        stands = {(frame.flow, frame.step) for frame in stage.session.frames}
        if any((one.flow, one.step) in stands for one in self.left):
            return len(path.acts) + HERE
        flows = {flow for flow, _ in stands}
        return len(path.acts) + (0 if any(one.flow in flows for one in self.left) else ASIDE)

    def _nearby(self) -> bool:
        """Lead what comes past a step with something left again in other worlds."""
        met = False
        for spot in dict.fromkeys((one.flow, one.step) for one in sorted(self.left)):
            for path in (*self.passing.get(spot, ()), *self.leaving.get(spot, ())):
                met |= self._again(spot, path)
        return met

    def _again(self, spot: tuple[str, str], path: Path) -> bool:
        met = False
        for number, (given, channel) in enumerate(self.worlds(path)):
            if not any((one.flow, one.step) == spot for one in self.left):
                break
            if (id(path), number) not in self.led:
                self.led[id(path), number] = path
                self._lead(path, given, channel)
                met = True
        return met

    def _lead(self, path: Path, given: Given, channel: str) -> None:
        """Lead a conversation in another world, as far as it can be led there."""
        here = self.begin(given, channel)
        way = Path((), given, frozenset(), channel)
        for act in path.acts:
            done = self._try(here, way, act)
            if done is None:
                break
            here, way = done
        for act in next_acts(here):
            if self._worth(here, act):
                self._try(here, way, act)

    def _try(self, here: Stage, way: Path, act: Act) -> tuple[Stage, Path] | None:
        """Do an act; where that finds something, with its tools coming out otherwise too."""
        done = self._did(here, way, act)
        if done is None:
            return None
        further = _longer(way, act, way.given, done[1], here)
        if self._meet(done[0], further):
            for there, longer in self._after(here, way, act):
                self._meet(there, longer)
        return done[0], further

    def _on(self, here: Stage, path: Path) -> Iterator[tuple[Stage, Path]]:
        for act in next_acts(here):
            if self._worth(here, act):
                yield from self._after(here, path, act)

    def _worth(self, here: Stage, act: Act) -> bool:
        """Asides, silence and what may be said anywhere are tried where they are still new."""
        if isinstance(act, Waits):
            armed = {(timer.step, timer.name) for timer in here.session.timers}
            return any((one.step, one.trigger) in armed for one in self.left)
        spoken = act.means.acts if isinstance(act, Says) and act.means else ()
        act_name = spoken[0].name if spoken else ""
        if act_name in {"", "skip"} or not here.session.frames:
            return True
        steps = {(frame.flow, frame.step) for frame in here.session.frames}
        begins = here.world.flows.intents.get(act_name)
        return any(
            one.flow == begins or (one.trigger == act_name and (one.flow, one.step) in steps)
            for one in self.left
        )

    def _worth_making(self, here: Stage, call: Call, outcome: Outcome) -> bool:
        """Outcomes are tried where they are still new; values that rules tell apart always."""
        step = call.key.split(".")[1]
        if outcome.name not in {NONE, UNAVAILABLE, FAILED, *self.sideways}:
            return True
        calling = {(frame.flow, frame.step) for frame in here.session.frames}
        return any(
            (one.step == step and one.trigger == outcome.name) or (one.flow, one.step) in calling
            for one in self.left
        )

    def _after(self, here: Stage, path: Path, act: Act) -> Iterator[tuple[Stage, Path]]:
        """An act as it comes, and with each of its tools coming out otherwise."""
        plain = self._did(here, path, act)
        if plain is None:
            return
        stage, met = plain
        yield stage, _longer(path, act, stage.host.given, met, here)
        for given in variations(here, met, lambda call, one: self._worth_making(stage, call, one)):
            other = here.copy()
            other.host.given = given
            done = self._did(other, path, act)
            if done is not None:
                yield done[0], _longer(path, act, given, done[1], here)

    def _did(self, here: Stage, path: Path, act: Act) -> Did | None:
        """Do an act on a copy; None where it cannot be done, or the flow breaks in it."""
        self.tries += 1
        try:
            return did(here, act)
        except Broken as fault:
            flow = here.session.frames[-1].flow if here.session.frames else ""
            further = _longer(path, act, here.host.given, (), here)
            self.broke.setdefault(str(fault), (flow, further))
            return None


def _longer(path: Path, act: Act, given: Given, met: Sequence[Met], here: Stage) -> Path:
    flows = here.world.flows
    moves = frozenset(move for one in met for move in moves_of(one, flows))
    done = in_minutes(act) if isinstance(act, Waits) else act
    return Path((*path.acts, done), given, path.moves | moves, path.channel)


def needed(paths: Sequence[Path], known: Sequence[Transition]) -> Iterator[Path]:
    """As few of the paths as take together what all of them take; who takes most comes first."""
    took = {number: set(taken(path.moves, known)) for number, path in enumerate(paths)}
    while took:
        best = max(took, key=lambda one: (len(took[one]), -len(paths[one].acts), -one))
        new = took.pop(best)
        if not new:
            return
        yield paths[best]
        for others in took.values():
            others.difference_update(new)


def whole_search(
    begin: Begin, worlds: Worlds, flows: FlowSet, but: Iterable[Transition] = ()
) -> Search:
    """Search until every transition was taken, or is out of reach.

    Args:
        begin: a fresh conversation in a world.
        worlds: other worlds that a conversation may be led in.
        flows: the transitions are theirs.
        but: transitions that need not be taken.
    """
    tools = flows.tools.values()
    mains = {tool.main for tool in tools}
    sideways = (name for tool in tools for name in tool.outcomes if name not in mains)
    search = Search(begin, worlds, set(transitions(flows)) - set(but), frozenset(sideways))
    search.run()
    return search
