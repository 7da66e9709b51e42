"""Layers of documents made into what one business can say and do."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic

from engine.document.place import top
from engine.document.problem import Faults, Problem, Problems
from engine.document.shelf import Shelf
from engine.document.tree import Node
from engine.model.flow import FlowSet, SlotType
from engine.model.tool import ToolDefinition
from engine.spec.blame import Blame, blame
from engine.spec.compile import compile_flows
from engine.spec.layers.layers import layered
from engine.spec.layers.overlap import overlaps
from engine.spec.phrases.settings import check_settings, named, told
from engine.spec.phrases.spoken import Books, Spoke, lost_phrases, printed, spoken
from engine.spec.phrases.unsaid import unsaid


@dataclass(frozen=True, slots=True)
class Composed(Generic[Spoke]):
    """What came of layers.

    Attributes:
        warnings: what is no fault and may surprise, such as two exceptions of one setting
            that may hold at once.
        blame: where what a proof finds is told.
    """

    flows: FlowSet
    book: Spoke
    warnings: tuple[Problem, ...] = ()
    blame: Blame = field(default_factory=Blame)


def compose(
    shelves: Sequence[Shelf],
    books: Books[Spoke],
    definitions: Mapping[str, ToolDefinition],
    types: Mapping[str, SlotType],
    *,
    beneath: FlowSet | None,
    known: Iterable[Problem] = (),
    roads: bool = True,
) -> Composed[Spoke] | Problems:
    """Lay the upper layers on the lower ones and compile what comes of it.

    Args:
        shelves: the lowest first.
        books: makes the phrase book of what each layer says.
        definitions: the tools by name.
        types: the kinds of answer that every flow may ask for.
        beneath: what the layers beneath the uppermost are together, whose promises stand; None:
            there are none, or they have problems themselves.
        known: problems that the layers beneath the uppermost have alone.
        roads: as `compile_flows` takes it.

    Returns:
        What the layers are together, or every problem of all of them. One that shows in a
        lower layer's file only because of an overlay is told at the overlay.
    """
    faults = Faults()
    for shelf in shelves:
        faults.take(shelf.problems)
    said = spoken(shelves, faults)
    book = books.of(said.layers)
    phrases = printed(said.all, book, definitions, faults, lost_phrases(shelves))
    lost = frozenset[str]().union(*(shelf.unread for shelf in shelves))
    laid = layered([shelf.flows for shelf in shelves], faults, lost)
    readable = [one for one in laid.flows if _name(one.root) not in laid.unread]
    named_in = named(said.all, book)
    flows = compile_flows(
        readable,
        definitions,
        phrases,
        types,
        laid.unread,
        told=told(named_in, said.all, book),
        beneath=beneath,
        roads=roads,
    )
    lower = [one for shelf in shelves[:-1] for one in (*shelf.flows, *shelf.phrases)]
    whose = blame(lower, laid.touched, known, said.all.origins)
    if not laid.unread:
        faults.take(map(whose.tell, check_settings(named_in, said.all, laid.flows)))
    if isinstance(flows, Problems):
        faults.take(map(whose.tell, flows))
    if len(faults) or isinstance(flows, Problems):
        return faults.problems()
    warnings = (*overlaps(flows, laid.flows), *unsaid(flows, said.layers, said.all))
    return Composed(flows, book, tuple(sorted(warnings)), whose)


def _name(root: Node) -> str:
    place = top(root).get("flow")
    return place.text if place else ""
