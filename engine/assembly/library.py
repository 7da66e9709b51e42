"""What is shipped as data, read once, and what comes of it for each business."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TypeVar

from engine.assembly.recent import Recent
from engine.assembly.shipped import Shipped, hash_of, shipped
from engine.assembly.sources import Files, Source
from engine.assembly.wordings import unheard, worded
from engine.document.problem import Faults, Problem, Problems
from engine.document.shelf import Shelf
from engine.document.tree import Document, digest
from engine.errors import ConfigError
from engine.model.flow import Flow, FlowSet, Origin, SlotType
from engine.model.tool import ToolDefinition
from engine.render.book import PhraseBook
from engine.spec.blame import Blame
from engine.spec.compose import Composed, compose
from engine.spec.parts.slot_types import compile_types
from engine.spec.phrases.spoken import Books, Texts

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds `flows/`, `prompts/` and `verticals/`."""
KEPT = 256
"""Repertoires of businesses with flows of their own that a process holds."""

OLDER = 8
"""Earlier releases of what is shipped that a process holds: conversations may go on in them."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What one business can say and do.

    Attributes:
        warnings: what is no fault and may surprise whoever publishes it.
        blame: where what a proof finds is told.
    """

    flows: FlowSet
    book: PhraseBook
    warnings: tuple[Problem, ...] = ()
    blame: Blame = field(default_factory=Blame)


class Library:
    """The shipped flows and phrases, and those of verticals and businesses on top of them."""

    def __init__(
        self,
        definitions: Mapping[str, ToolDefinition],
        root: Path = ROOT,
        source: Source | None = None,
    ) -> None:
        """Read and compile everything that is shipped; verticals wait until they are asked for.

        Args:
            definitions: the tools by name.
            root: where the files are.
            source: what is read instead of the files.

        Raises:
            ConfigError: with every problem of every file, each with its line and remedy.
        """
        self._definitions = definitions
        self._source = source or Files(root)
        self._typed = _usable(self._source.types())
        self._types: Mapping[str, SlotType] = _usable(compile_types(self._typed, definitions))
        self._base = self._source.base()
        self._books = Books(PhraseBook.from_texts)
        self._shelves: dict[str, Shelf] = {}
        self._kept: Recent[tuple[str, ...], Repertoire] = Recent(KEPT)
        self._texts: dict[str, Shipped] = {}
        self._older: Recent[str, Library | Problems] = Recent(OLDER)
        self._shipped: Mapping[str, Flow] = {}
        self.base = _usable(self._composed((self._base,)))
        self._shipped = self.base.flows.flows
        self.flows, self.book = self.base.flows, self.base.book

    def world(
        self, vertical: str, own: Sequence[Document] = (), words: Texts | None = None
    ) -> Repertoire | Problems:
        """Return what a business of a vertical can say and do.

        Args:
            vertical: the name of its folder; one that brings nothing is only what is shipped.
            own: the business's own flows and overlays, in the order in which they are laid on.
            words: its own wordings of single phrases, by language and id; they lie above all.

        Returns:
            The repertoire, the same one for the same content, or every problem of it.
        """
        if words:
            return self._worded(vertical, own, words)
        shelf = self.shelf(vertical)
        if not shelf and not own:
            return self.base
        key = (vertical, *(digest(document.root) for document in own))
        if (kept := self._kept.get(key)) is not None:
            return kept
        below = self.world(vertical) if own and shelf else self.base
        found = self._composed(self._layers(shelf, own), below)
        if isinstance(found, Repertoire):
            self._kept.put(key, found)
        return found

    def walkable(
        self, vertical: str, own: Sequence[Document] = (), words: Texts | None = None
    ) -> Repertoire | Problems:
        """Return the same where only the graph of the steps shows faults: to be proved, not met.

        Args:
            vertical: as `world` takes it.
            own: as `world` takes them.
            words: as `world` takes them.

        Returns:
            What a prover can lead conversations through; or what is written wrongly.
        """
        shelf = self.shelf(vertical)
        layers, below = self._layers(shelf, own), self.world(vertical) if own else self.base
        found = self._composed(layers, below, roads=False)
        top = worded(words, found.book) if words and isinstance(found, Repertoire) else None
        return (
            self._composed((*layers, top), below, roads=False) if isinstance(top, Shelf) else found
        )

    def _layers(self, shelf: Shelf, own: Sequence[Document]) -> tuple[Shelf, ...]:
        """What lies on each other, the lowest first."""
        return (self._base, *((shelf,) if shelf else ()), *((Shelf(tuple(own)),) if own else ()))

    def _worded(
        self, vertical: str, own: Sequence[Document], words: Texts
    ) -> Repertoire | Problems:
        """What a business can do, said in its own words."""
        plainly = self.world(vertical, own)
        top = worded(words, plainly.book) if isinstance(plainly, Repertoire) else plainly
        if isinstance(top, Problems) or isinstance(plainly, Problems):
            return top if isinstance(top, Problems) else plainly
        said = hash_of(json.dumps(words, sort_keys=True))
        key = (vertical, *(digest(document.root) for document in own), said)
        if (kept := self._kept.get(key)) is not None:
            return kept
        found = self._composed((self._base, self.shelf(vertical), Shelf(tuple(own)), top), plainly)
        if isinstance(found, Problems):
            return found
        if strange := unheard(found.warnings, plainly.book):
            return Problems(strange)
        made = replace(plainly, book=found.book, warnings=found.warnings)
        self._kept.put(key, made)
        return made

    @property
    def base_shelf(self) -> Shelf:
        """The documents that every business has."""
        return self._base

    def shelf(self, vertical: str) -> Shelf:
        """Return the documents that a vertical brings."""
        if vertical not in self._shelves:
            self._shelves[vertical] = self._source.vertical(vertical)
        return self._shelves[vertical]

    def shipped(self, vertical: str) -> Shipped:
        """Return all that lies beneath the documents of a vertical's businesses, as texts."""
        if vertical not in self._texts:
            self._texts[vertical] = shipped(self._typed, (self._base, self.shelf(vertical)))
        return self._texts[vertical]

    def as_of(self, texts: Shipped) -> "Library | Problems":
        """Return the library of an earlier release, with the tools of this one.

        Args:
            texts: what was shipped then, for the businesses of one vertical.

        Returns:
            The library, the same one for the same texts; or why it no longer compiles: the
            tools and facts of this release are not those that it was written for.
        """
        if (kept := self._older.get(texts.digest)) is not None:
            return kept
        found = self._then(texts)
        self._older.put(texts.digest, found)
        return found

    def _then(self, texts: Shipped) -> "Library | Problems":
        try:
            return Library(self._definitions, source=texts)
        except ConfigError as error:
            faults = Faults()
            faults.add(Origin("flows", 1), "", str(error), "")
            return faults.problems()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The shipped flows as they are written."""
        return self._base.flows

    def _composed(
        self,
        shelves: Sequence[Shelf],
        below: Repertoire | Problems | None = None,
        *,
        roads: bool = True,
    ) -> Repertoire | Problems:
        """What layers are together; `below` is what they are without the uppermost."""
        beneath = below.flows if isinstance(below, Repertoire) else None
        known = below if isinstance(below, Problems) else ()
        found = compose(
            shelves,
            self._books,
            self._definitions,
            self._types,
            beneath=beneath,
            known=known,
            roads=roads,
        )
        if isinstance(found, Composed):
            return Repertoire(self._shared(found.flows), found.book, found.warnings, found.blame)
        return found

    def _shared(self, flows: FlowSet) -> FlowSet:
        """The flows, of which those that came out as they are shipped are the shipped ones.

        What is derived from a flow is kept by the flow: a thousand businesses that change one
        of twenty then hold nineteen between them.
        """
        shipped = self._shipped
        kept = {
            name: shipped[name] if name in shipped and _same(shipped[name], flow) else flow
            for name, flow in flows.flows.items()
        }
        return replace(flows, flows=kept)


def _same(one: Flow, other: Flow) -> bool:
    return all(getattr(one, part.name) == getattr(other, part.name) for part in fields(Flow))


def load_library(definitions: Mapping[str, ToolDefinition], root: Path = ROOT) -> Library:
    """Read and compile everything that is shipped below `root`.

    Raises:
        ConfigError: with every problem of every file, each with its line and remedy.
    """
    return Library(definitions, root)


def _usable(found: Found | Problems) -> Found:
    if isinstance(found, Problems):
        raise ConfigError("flows.invalid", str(found))
    return found
