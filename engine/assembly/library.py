"""What is shipped as data, read once, and what comes of it for each business."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TypeVar

from engine.assembly.recent import Recent
from engine.errors import ConfigError
from engine.model.flow import Flow, FlowSet, SlotType
from engine.model.tool import ToolDefinition
from engine.render.book import PhraseBook
from engine.spec.compose import Composed, compose
from engine.spec.files import read_file
from engine.spec.gathered import FLOWS, TYPES, VERTICALS, flow_paths, read_shelf
from engine.spec.names import NAME
from engine.spec.problem import Problem, Problems
from engine.spec.shelf import Shelf
from engine.spec.slot_types import compile_types
from engine.spec.spoken import Books
from engine.spec.tree import Document, digest

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds `flows/`, `prompts/` and `verticals/`."""
KEPT = 256
"""Repertoires of businesses with flows of their own that a process holds."""

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Repertoire:
    """What one business can say and do.

    Attributes:
        warnings: what is no fault and may surprise whoever publishes it.
    """

    flows: FlowSet
    book: PhraseBook
    warnings: tuple[Problem, ...] = ()


class Library:
    """The shipped flows and phrases, and those of verticals and businesses on top of them."""

    def __init__(self, definitions: Mapping[str, ToolDefinition], root: Path = ROOT) -> None:
        """Read and compile everything that is shipped; verticals wait until they are asked for.

        Raises:
            ConfigError: with every problem of every file, each with its line and remedy.
        """
        self._definitions = definitions
        self._root = root
        types = _usable(read_file(root / FLOWS / TYPES, root))
        self._types: Mapping[str, SlotType] = _usable(compile_types(types, definitions))
        self._base = read_shelf(root, root)
        self._books = Books(PhraseBook.from_texts)
        self._shelves: dict[str, Shelf] = {}
        self._kept: Recent[tuple[str, ...], Repertoire] = Recent(KEPT)
        self._shipped: Mapping[str, Flow] = {}
        self.base = _usable(self._composed((self._base,)))
        self._shipped = self.base.flows.flows
        self.flows, self.book = self.base.flows, self.base.book

    def world(self, vertical: str, own: Sequence[Document] = ()) -> Repertoire | Problems:
        """Return what a business of a vertical can say and do.

        Args:
            vertical: the name of its folder; one that brings nothing is only what is shipped.
            own: the business's own flows and overlays, in the order in which they are laid on.

        Returns:
            The repertoire, the same one for the same content, or every problem of it.
        """
        shelf = self.shelf(vertical)
        if not shelf and not own:
            return self.base
        key = (vertical, *(digest(document.root) for document in own))
        if (kept := self._kept.get(key)) is not None:
            return kept
        below = self.world(vertical) if own and shelf else self.base
        layers = (self._base, *((shelf,) if shelf else ()), *((Shelf(tuple(own)),) if own else ()))
        found = self._composed(layers, below.items if isinstance(below, Problems) else ())
        if isinstance(found, Repertoire):
            self._kept.put(key, found)
        return found

    def shelf(self, vertical: str) -> Shelf:
        """Return the documents that a vertical brings."""
        if vertical not in self._shelves:
            folder = self._root / VERTICALS / vertical
            known = NAME.fits(vertical) and folder.is_dir()
            self._shelves[vertical] = read_shelf(folder, self._root) if known else Shelf()
        return self._shelves[vertical]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The shipped flows as they are written."""
        return self._base.flows

    def _composed(
        self, shelves: Sequence[Shelf], known: Iterable[Problem] = ()
    ) -> Repertoire | Problems:
        found = compose(shelves, self._books, self._definitions, self._types, known)
        if isinstance(found, Composed):
            return Repertoire(self._shared(found.flows), found.book, found.warnings)
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


def flow_files(root: Path) -> Iterator[Path]:
    """Yield the files that hold shipped flows."""
    return flow_paths(root)


def printed_names(book: PhraseBook) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """What each phrase certainly prints, by locale and id, for the checks of a flow."""
    return {
        locale: {
            phrase: book.prints(phrase) for phrase in book.phrases if book.entry(locale, phrase)
        }
        for locale in book.locales
    }


def _usable(found: Found | Problems) -> Found:
    if isinstance(found, Problems):
        raise ConfigError("flows.invalid", str(found))
    return found
