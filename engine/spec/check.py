"""Everything that is shipped or given, read and checked at once: what `ratiba check` shows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from engine.model.flow import FlowSet, SlotType
from engine.model.tool import ToolDefinition
from engine.spec.compose import Composed, compose
from engine.spec.document.listing import shown
from engine.spec.document.place import top
from engine.spec.document.problem import Faults, Problem, Problems
from engine.spec.document.shelf import Shelf
from engine.spec.document.tree import Document, Table
from engine.spec.gathered import Gathered, gather
from engine.spec.layers.layers import is_overlay
from engine.spec.parts.slot_types import compile_types
from engine.spec.phrases.spoken import Book, Books, Texts, spoken

MakeBook: TypeAlias = Callable[[Texts], Book]
CheckVertical: TypeAlias = Callable[[Document], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was looked at."""

    files: int
    flows: int
    steps: int
    phrases: int
    verticals: int
    overlays: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check; no problems: everything may be published.

    Attributes:
        warnings: what is no fault and may surprise.
        worlds: what came of the layers, as far as conversations can be had with it: what is
            shipped, then under each vertical that brings something of its own, then under what
            was given by hand.
    """

    problems: tuple[Problem, ...]
    counts: Counts
    warnings: tuple[Problem, ...] = ()
    worlds: tuple[Composed[Book], ...] = ()


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
    faults = Faults()
    found = gather(root, paths, faults)
    types = _types(found.types, definitions, faults)
    warnings: list[Problem] = []
    worlds: list[Composed[Book]] = []
    books = Books(make_book)
    known: tuple[Problem, ...] = ()
    base: FlowSet | None = None
    for shelves in _worlds(found):
        composed = compose(shelves, books, definitions, types, beneath=base, known=known)
        if isinstance(composed, Composed):
            base = base or composed.flows
            warnings += composed.warnings
            worlds.append(composed)
        else:
            faults.take(composed)
            known = known or composed.items
            walkable = compose(
                shelves, books, definitions, types, beneath=base, known=known, roads=False
            )
            worlds += [walkable] if isinstance(walkable, Composed) else []
    for document in found.verticals if check_vertical else ():
        faults.take(check_vertical(document) if check_vertical else ())
    wanted = [shown(path.resolve(), root.resolve()) for path in paths]

    def asked(problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(one for one in problems if not wanted or _within(one.file, wanted))

    return Report(asked(faults.problems()), counts(found), asked(warnings), tuple(worlds))


def _worlds(found: Gathered) -> Iterator[tuple[Shelf, ...]]:
    """What is shipped alone, under each vertical, and under what was given by hand."""
    yield (found.base,)
    for shelf in (*found.shelves.values(), found.own):
        if shelf:
            yield found.base, shelf


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


def _within(file: str, wanted: Sequence[str]) -> bool:
    return any(
        file == one or file.startswith(f"{one.rstrip('/')}/") or one == "." for one in wanted
    )


def counts(found: Gathered) -> Counts:
    """Count what was read."""
    shelves = (found.base, *found.shelves.values(), found.own)
    documents = [document for shelf in shelves for document in shelf.flows]
    sections = ("steps", "add")
    steps = [top(document.root).get(name) for document in documents for name in sections]
    tables = [place.node for place in steps if place and isinstance(place.node, Table)]
    return Counts(
        files=found.files,
        flows=sum(not is_overlay(document) for document in documents),
        steps=sum(len(table.entries) for table in tables),
        phrases=len({phrase for shelf in shelves for phrase in _phrases(shelf)}),
        verticals=len(found.verticals),
        overlays=sum(map(is_overlay, documents)),
    )


def _phrases(shelf: Shelf) -> Iterator[str]:
    """The ids of a layer's phrases, of whatever language."""
    for texts in spoken([shelf], Faults()).layers:
        for phrases in texts.values():
            yield from phrases
