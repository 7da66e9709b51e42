"""A compiled flow as a graph: every way by which a conversation can leave a step."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

from engine.model.flow import Flow, Kind, State, Way

Node = TypeVar("Node", bound=Hashable)


class Sort(Enum):
    """What makes a conversation take a way."""

    MAIN = auto()
    PASSED_OVER = auto()
    WAY = auto()
    TIMER = auto()
    ANYTIME = auto()


@dataclass(frozen=True, slots=True)
class Edge:
    """One way within a flow.

    Attributes:
        name: of the way out, timer or act; "" for the main way.
        target: the step it leads to; None if it leaves the flow or stays.
    """

    source: str
    sort: Sort
    name: str
    way: Way
    target: str | None

    @property
    def word(self) -> str:
        """What a message says of it; "" for the main way."""
        match self.sort:
            case Sort.TIMER:
                return "silence"
            case Sort.PASSED_OVER:
                return "passed over"
            case _:
                return self.name

    @property
    def words(self) -> str:
        """The way and where it leads: "(silence) gone"."""
        return f"({self.word}) {self.target}" if self.word else self.target or ""


def edges(flow: Flow, state: State) -> Iterator[Edge]:
    """Yield every way out of a step, the main one first."""
    if state.main is not None:
        yield _edge(flow, state, Sort.MAIN, "", state.main)
    if state.main is not None and (state.when or state.unless):
        yield _edge(flow, state, Sort.PASSED_OVER, "", state.main)
    for name, way in state.ways.items():
        yield _edge(flow, state, Sort.WAY, name, way)
    for timer in state.timers:
        if not timer.way.stays:
            yield _edge(flow, state, Sort.TIMER, timer.name, timer.way)
    yield from _anytime(flow, state)


def _anytime(flow: Flow, state: State) -> Iterator[Edge]:
    if state.waits or state.kind is Kind.CALL:
        for act, way in flow.anytime.items():
            if act not in state.ways:
                yield _edge(flow, state, Sort.ANYTIME, act, way)


def _edge(flow: Flow, state: State, sort: Sort, name: str, way: Way) -> Edge:
    target = flow.slots[way.again[0]].step if way.again else way.step
    return Edge(state.id, sort, name, way, target)


def inner(flow: Flow, step: str) -> Iterator[Edge]:
    """Yield the ways out of a step that stay within the flow."""
    return (edge for edge in edges(flow, flow.states[step]) if edge.target is not None)


def reach(start: Iterable[Node], onward: Callable[[Node], Iterable[Node]]) -> set[Node]:
    """Return everything that can be reached, the start included."""
    found = set(start)
    waiting = list(found)
    while waiting:
        for node in onward(waiting.pop()):
            if node not in found:
                found.add(node)
                waiting.append(node)
    return found


class TooMany(Exception):
    """A search passed its bound."""


@dataclass(frozen=True, slots=True)
class Roads(Generic[Node]):
    """Everything that can be reached, nearest first, and how.

    Attributes:
        came: node -> where it was first come from and the words of that move; None at
            the start.
    """

    came: Mapping[Node, tuple[Node, str] | None]

    def words(self, node: Node) -> tuple[str, ...]:
        """Return the words of the shortest road to a node."""
        found: list[str] = []
        step = self.came[node]
        while step is not None:
            found.append(step[1])
            step = self.came[step[0]]
        return tuple(reversed(found))


def roads(
    start: Node, moves: Callable[[Node], Iterable[tuple[str, Node]]], most: int
) -> Roads[Node]:
    """Search breadth first.

    Args:
        start: where to begin.
        moves: the next nodes, each with the words of the move there.
        most: how many nodes there may be.

    Raises:
        TooMany: there are more.
    """
    came: dict[Node, tuple[Node, str] | None] = {start: None}
    queue = [start]
    for node in queue:
        for word, onward in moves(node):
            if onward not in came:
                came[onward] = (node, word)
                queue.append(onward)
        if len(came) > most:
            raise TooMany
    return Roads(came)
