"""Layers of documents made into flows: what is shipped, a vertical's, a business's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from engine.document.edit import entries, having, under
from engine.document.place import top
from engine.document.problem import Faults, suggest
from engine.document.tree import Document, Entry, Series, Table
from engine.document.upgrades import all_upgraded
from engine.spec.language.conform import conform
from engine.spec.language.overlay import OVERLAY
from engine.spec.layers.layer import merge
from engine.spec.layers.touched import Touch, touch

PROMISES = ("never", "always")


@dataclass(frozen=True, slots=True)
class Layered:
    """Flows with every overlay in them.

    Attributes:
        flows: one a document, in the order in which they were first met.
        unread: flows on which an overlay with faults lies: what follows is not told.
        touched: flow -> the overlays on it, the newest last.
    """

    flows: tuple[Document, ...]
    unread: frozenset[str] = frozenset()
    touched: Mapping[str, tuple[Touch, ...]] = field(default_factory=dict)


def is_overlay(document: Document) -> bool:
    """Whether a document is an overlay on a flow, and no flow."""
    return top(document.root).get("overlay") is not None


def layered(
    layers: Iterable[Sequence[Document]], faults: Faults, unread: Iterable[str] = ()
) -> Layered:
    """Lay documents on one another.

    Args:
        layers: the lowest first; in each, flows come before overlays, and overlays in
            their order. A flow of a name that a lower layer has stands in its place and
            keeps its promises.
        faults: what overlays name and flows do not have is noted here, with the overlay's
            line. Overlays with faults are left out.
        unread: flows whose files could not be read, which is told elsewhere.
    """
    found = _Stack(faults, unread)
    for layer in layers:
        documents, newer = all_upgraded(layer, faults)
        found.begin(newer)
        for document in documents:
            if not is_overlay(document):
                found.put(document)
        for document in documents:
            if is_overlay(document):
                found.lay(document)
    return Layered((*found.flows.values(), *found.others), frozenset(found.unread), found.touched)


class _Stack:
    """The flows as they grow, layer by layer."""

    def __init__(self, faults: Faults, unread: Iterable[str]) -> None:
        self.flows: dict[str, Document] = {}
        self.others: list[Document] = []
        self.unread: set[str] = set(unread)
        self.touched: dict[str, tuple[Touch, ...]] = {}
        self._faults = faults
        self._fresh: set[str] = set()

    def begin(self, newer: frozenset[str]) -> None:
        """Begin the next layer; flows of which a part is of a newer format are hidden."""
        self._fresh.clear()
        self.unread |= newer

    def put(self, document: Document) -> None:
        """Take a flow; two of one layer that have the same name are told by the compiler."""
        place = top(document.root).get("flow")
        name = place.text if place else ""
        below = self.flows.get(name)
        if not name or name in self._fresh:
            self.others.append(document)
        else:
            self.flows[name] = _promising(document, below) if below else document
            self._fresh.add(name)

    def lay(self, overlay: Document) -> None:
        """Lay an overlay on its flow, unless one before it had faults."""
        root, mine = top(overlay.root), Faults()
        conform(root, OVERLAY, mine)
        place = root.get("flow")
        flow = place.text if place else ""
        if place and flow and flow not in self.flows and flow not in self.unread:
            fault = f"no flow is called '{flow}'"
            mine.add(place.at, place.key, fault, suggest(flow, self.flows))
        elif not len(mine) and flow not in self.unread:
            merged = merge(self.flows[flow], overlay, mine)
            self.flows[flow] = self.flows[flow] if len(mine) else merged
            self.touched[flow] = (*self.touched.get(flow, ()), touch(overlay))
        self._faults.take(mine.problems())
        if len(mine) and flow:
            self.unread.add(flow)


def _promising(above: Document, below: Document) -> Document:
    """A flow that stands in another's place keeps what that one promised."""
    root = above.root
    for name in PROMISES:
        old = under(below.root, name)
        if isinstance(old, Series) and isinstance(root, Table):
            mine = under(root, name)
            items = mine.items if isinstance(mine, Series) else ()
            kept = Series((*old.items, *(one for one in items if one not in old.items)), old.at)
            root = having(root, name, Entry(old.at, kept), old.at)
    return Document(above.file, root) if entries(root) else above
