"""How much there is to read."""

from collections.abc import Iterable, Iterator

from engine.document.place import top
from engine.document.problem import Faults
from engine.document.shelf import Shelf
from engine.document.tree import Table
from engine.spec.gathered import Gathered
from engine.spec.layers.layers import is_overlay
from engine.spec.phrases.spoken import spoken
from engine.spec.report import Counts


def counts(found: Gathered) -> Counts:
    """Count what was read."""
    shelves = (found.base, *found.shelves.values(), found.own)
    counted = counts_of(shelves, files=found.files, verticals=len(found.verticals))
    return counted + Counts(0, 0, 0, len({one for shelf in shelves for one in phrases(shelf)}), 0)


def counts_of(shelves: Iterable[Shelf], *, files: int, verticals: int) -> Counts:
    """Count what is in layers, without their phrases."""
    documents = [document for shelf in shelves for document in shelf.flows]
    sections = ("steps", "add")
    steps = [top(document.root).get(name) for document in documents for name in sections]
    tables = [place.node for place in steps if place and isinstance(place.node, Table)]
    return Counts(
        files=files,
        flows=sum(not is_overlay(document) for document in documents),
        steps=sum(len(table.entries) for table in tables),
        phrases=0,
        verticals=verticals,
        overlays=sum(map(is_overlay, documents)),
    )


def phrases(shelf: Shelf) -> Iterator[str]:
    """The ids of a layer's phrases, of whatever language."""
    for texts in spoken([shelf], Faults()).layers:
        for said in texts.values():
            yield from said
