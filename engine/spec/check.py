"""Everything that is shipped or given, read and checked at once: what `ratiba check` shows."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from engine.document.listing import VERTICALS, asked_of, vertical_folders
from engine.document.place import top
from engine.document.problem import Faults, Problem, Problems
from engine.document.shelf import Shelf
from engine.document.tree import Document
from engine.model.flow import FlowSet, SlotType
from engine.model.tool import ToolDefinition
from engine.spec.compose import Composed, compose
from engine.spec.counting import counts_of, phrases
from engine.spec.gathered import Gathered, gather
from engine.spec.parts.slot_types import compile_types
from engine.spec.phrases.spoken import Book, Books, Texts
from engine.spec.report import GIVEN, SHIPPED, Counts, Layer, Report, joined

MakeBook: TypeAlias = Callable[[Texts], Book]
CheckVertical: TypeAlias = Callable[[Document], Iterable[Problem]]
BELOW = f"{VERTICALS}/"
"""What the names of verticals' layers begin with."""


def check_files(
    root: Path,
    definitions: Mapping[str, ToolDefinition],
    make_book: MakeBook,
    check_vertical: CheckVertical | None = None,
    paths: Sequence[Path] = (),
) -> Report:
    """Check `flows/`, `prompts/` and `verticals/` below `root`.

    Args:
        root: the folder that holds them; messages name files relative to it.
        definitions: the tools by name.
        make_book: makes the phrase book of `{language: {phrase id: words}}`.
        check_vertical: what else is asked of `verticals/*/vertical.yaml`.
        paths: only problems in these files and folders are reported; a flow file from
            elsewhere is checked in the place of the shipped flow of its name.
    """
    layers = list(check_layers(root, definitions, make_book, check_vertical, paths))
    return joined(layers, asked_of(paths, root))


def check_layers(
    root: Path,
    definitions: Mapping[str, ToolDefinition],
    make_book: MakeBook,
    check_vertical: CheckVertical | None = None,
    paths: Sequence[Path] = (),
    *,
    wanted: Container[str] | None = None,
) -> Iterator[Layer]:
    """Check the same layer by layer; what one comes to does not hang on which others are looked at.

    Args:
        root: as `check_files` takes it.
        definitions: as `check_files` takes them.
        make_book: as `check_files` takes it.
        check_vertical: as `check_files` takes it.
        paths: as `check_files` takes them; here every problem is reported.
        wanted: the names of the layers to look at (`layer_names`); None: all of them.
    """
    faults = Faults()
    names = [name for name in layer_names(root) if wanted is None or name in wanted]
    found = gather(root, paths, faults, {name.removeprefix(BELOW) for name in names})
    types = _types(found.types, definitions, faults)
    composer = _Composer(found.base, Books(make_book), definitions, types)
    for document in found.verticals if check_vertical else ():
        faults.take(check_vertical(document) if check_vertical else ())
    read = faults.problems()
    for name in names:
        mine = tuple(problem for problem in read if _layer_of(problem.file) == name)
        yield composer.layer(found, name, mine)


def layer_names(root: Path) -> list[str]:
    """The names of the layers below a folder, the lowest first."""
    return [SHIPPED, *(f"{BELOW}{one.name}" for one in vertical_folders(root)), GIVEN]


def _layer_of(file: str) -> str:
    """The layer that a file belongs to, if it is read for one layer alone."""
    folder, _, rest = file.partition("/")
    return f"{BELOW}{rest.partition('/')[0]}" if folder == VERTICALS and rest else SHIPPED


class _Composer:
    """Lays each layer on what is shipped."""

    def __init__(
        self,
        base: Shelf,
        books: Books[Book],
        definitions: Mapping[str, ToolDefinition],
        types: Mapping[str, SlotType],
    ) -> None:
        self._base, self._books, self._definitions, self._types = base, books, definitions, types
        self._beneath: FlowSet | None = None
        self._known: tuple[Problem, ...] = ()
        self._shipped = self._composed((base,))
        self._known, world = self._shipped
        self._beneath = world.flows if world and not self._known else None
        self._phrases = frozenset(phrases(base))

    def layer(self, found: Gathered, name: str, read: tuple[Problem, ...]) -> Layer:
        """What a layer comes to; `read` are problems of the files that it alone reads."""
        if name == SHIPPED:
            problems, world = self._shipped
            counted, new = _counts(found, name, self._base), frozenset[str]()
            counted = replace(counted, phrases=len(self._phrases))
        else:
            shelf = _brought(found, name)
            problems, world = self._composed((self._base, shelf)) if shelf else ((), None)
            counted, new = _counts(found, name, shelf), frozenset(phrases(shelf)) - self._phrases
        warnings = world.warnings if world and not problems else ()
        return Layer(name, (*problems, *read), warnings, counted, new, world)

    def _composed(
        self, shelves: Sequence[Shelf]
    ) -> tuple[tuple[Problem, ...], Composed[Book] | None]:
        """Every problem, and the world; with problems one of which only the graph has them."""
        found = self._compose(shelves, roads=True)
        if isinstance(found, Composed):
            return (), found
        walkable = self._compose(shelves, roads=False)
        return found.items, walkable if isinstance(walkable, Composed) else None

    def _compose(self, shelves: Sequence[Shelf], *, roads: bool) -> Composed[Book] | Problems:
        return compose(
            shelves,
            self._books,
            self._definitions,
            self._types,
            beneath=self._beneath,
            known=self._known,
            roads=roads,
        )


def _brought(found: Gathered, name: str) -> Shelf:
    return found.own if name == GIVEN else found.shelves.get(name.removeprefix(BELOW), Shelf())


def _counts(found: Gathered, name: str, shelf: Shelf) -> Counts:
    """What a layer brings; files given by hand count with what is shipped, which they replace."""
    documents = sum(_layer_of(document.file) == name for document in found.verticals)
    files = documents + len(shelf.flows) + len(shelf.phrases)
    if name == SHIPPED:
        brought = found.shelves.values()
        others = sum(len(one.flows) + len(one.phrases) for one in brought)
        files = found.files - others - len(found.verticals)
    return counts_of([shelf], files=0 if name == GIVEN else files, verticals=documents)


def _types(
    document: Document | None, definitions: Mapping[str, ToolDefinition], faults: Faults
) -> Mapping[str, SlotType]:
    """The types; of a file with faults the names, so that nobody is told they are unknown."""
    if document is None:
        return {}
    types = compile_types(document, definitions)
    if not isinstance(types, Problems):
        return types
    faults.take(types)
    section = top(document.root).get("types")
    return {name: SlotType(name) for name, _ in (section.items() if section else ())}
