"""Everything that is shipped or given, read and checked at once: what `ratiba check` shows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from engine.model.flow import Origin, SlotType
from engine.model.tool import ToolDefinition
from engine.spec.compile import compile_flows
from engine.spec.files import shown
from engine.spec.gathered import Gathered, flow_name, gather
from engine.spec.phrasing import Phrasing, Words, read_phrases, take_own
from engine.spec.place import top
from engine.spec.problem import Faults, Problem, Problems
from engine.spec.slot_types import compile_types
from engine.spec.tree import Document, Table
from engine.spec.world import Phrases


class PhraseFault(Protocol):
    """Something wrong with a phrase, as the phrase book tells it."""

    @property
    def locale(self) -> str:
        """Its language."""
        ...

    @property
    def phrase(self) -> str:
        """Its id."""
        ...

    @property
    def fault(self) -> str:
        """What is wrong, without full stop."""
        ...

    @property
    def remedy(self) -> str:
        """What to do."""
        ...


class Book(Protocol):
    """The phrases, as whoever renders them reads them."""

    def prints(self, phrase: str) -> frozenset[str]:
        """The names that a customer is certain to be shown."""
        ...

    def problems(self) -> Sequence[PhraseFault]:
        """Everything wrong with the phrases."""
        ...


MakeBook: TypeAlias = Callable[[Mapping[str, Mapping[str, Words]]], Book]
CheckVertical: TypeAlias = Callable[[Document], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was looked at."""

    files: int
    flows: int
    steps: int
    phrases: int
    verticals: int


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check; no problems: everything may be published."""

    problems: tuple[Problem, ...]
    counts: Counts


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
    phrasing = read_phrases(found.phrases, faults)
    for document in found.flows:
        take_own(phrasing, flow_name(document) or "", top(document.root))
    phrases = _phrases(phrasing, make_book(phrasing.texts), _everything(definitions), faults)
    types = _types(found.types, definitions, faults)
    flows = compile_flows(found.flows, definitions, phrases, types, found.unread)
    if isinstance(flows, Problems):
        faults.take(flows)
    for document in found.verticals if check_vertical else ():
        faults.take(check_vertical(document) if check_vertical else ())
    wanted = [shown(path.resolve(), root.resolve()) for path in paths]
    problems = (one for one in faults.problems() if not wanted or _within(one.file, wanted))
    return Report(tuple(problems), _counts(found, phrasing))


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


def _phrases(phrasing: Phrasing, book: Book, everything: frozenset[str], faults: Faults) -> Phrases:
    """What each phrase prints; one with faults hides nothing until they are mended."""
    broken = set(phrasing.broken)
    for fault in book.problems():
        at = phrasing.origins.get((fault.locale, fault.phrase)) or _elsewhere(phrasing, fault)
        faults.add(at, fault.phrase, fault.fault, fault.remedy.removesuffix("."))
        broken.add((fault.locale, fault.phrase))
    prints: dict[str, frozenset[str]] = {}
    unsure = {phrase for _, phrase in broken}
    for phrase in {phrase for texts in phrasing.texts.values() for phrase in texts}:
        prints[phrase] = everything if phrase in unsure else book.prints(phrase)
    found = {
        locale: {phrase: prints[phrase] for phrase in texts}
        for locale, texts in phrasing.texts.items()
    }
    for locale, phrase in broken:
        found.setdefault(locale, {})[phrase] = everything
    return found


def _elsewhere(phrasing: Phrasing, fault: PhraseFault) -> Origin:
    """A phrase that one language lacks: where another has it."""
    places = (at for (_, phrase), at in phrasing.origins.items() if phrase == fault.phrase)
    return next(places, Origin("prompts", 1))


def _everything(definitions: Mapping[str, ToolDefinition]) -> frozenset[str]:
    tools = definitions.values()
    return frozenset(name for tool in tools for name in (*tool.takes, *tool.may, *tool.gives))


def _within(file: str, wanted: Sequence[str]) -> bool:
    return any(
        file == one or file.startswith(f"{one.rstrip('/')}/") or one == "." for one in wanted
    )


def _counts(found: Gathered, phrasing: Phrasing) -> Counts:
    steps = [top(document.root).get("steps") for document in found.flows]
    tables = [place.node for place in steps if place and isinstance(place.node, Table)]
    return Counts(
        files=found.files,
        flows=len(found.flows),
        steps=sum(len(table.entries) for table in tables),
        phrases=len({phrase for texts in phrasing.texts.values() for phrase in texts}),
        verticals=len(found.verticals),
    )
