"""What can be said, layer by layer, and what each phrase is certain to show."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import PurePosixPath
from typing import Generic, Protocol, Self, TypeAlias, TypeVar

from engine.document.place import top
from engine.document.problem import Faults
from engine.document.shelf import Shelf
from engine.model.flow import Origin
from engine.model.tool import ToolDefinition
from engine.spec.layers.layers import is_overlay
from engine.spec.phrases.phrasing import Phrasing, Words, read_phrases, take_own
from engine.spec.world import Phrases

Texts: TypeAlias = Mapping[str, Mapping[str, Words]]
"""Language -> phrase id -> words."""
PROMPTS = "prompts"
"""The folder of the files of phrases, by language."""


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

    def settings(self, locale: str, phrase: str) -> frozenset[str]:
        """The settings that a phrase as it is written names; "" where it names none of them."""
        ...

    def tells(self, phrase: str) -> frozenset[str]:
        """The settings that any wording of a phrase names, in any language."""
        ...

    def problems(self) -> Sequence[PhraseFault]:
        """Everything wrong with the phrases."""
        ...

    def with_overrides(self, texts: Texts) -> Self:
        """The same book with other phrases on top."""
        ...


Spoke = TypeVar("Spoke", bound=Book)
"""The phrase book of whoever renders."""


class Books(Generic[Spoke]):
    """Makes the books of layers; what is shipped is read once."""

    def __init__(self, make: Callable[[Texts], Spoke]) -> None:
        self._make = make
        self._lowest: Spoke | None = None

    def of(self, layers: Sequence[Texts]) -> Spoke:
        """Return the book of these layers, of which the lowest is always the same."""
        if self._lowest is None:
            self._lowest = self._make(layers[0])
        return reduce(_over, layers[1:], self._lowest)


def _over(book: Spoke, texts: Texts) -> Spoke:
    return book.with_overrides(texts) if texts else book


@dataclass(frozen=True, slots=True)
class Spoken:
    """The phrases of several layers.

    Attributes:
        layers: what each layer says, the lowest first.
        all: what is said then, and where it was written.
    """

    layers: tuple[Texts, ...]
    all: Phrasing


def spoken(shelves: Iterable[Shelf], faults: Faults) -> Spoken:
    """Read the phrases of layers: files first, then what flows and overlays bring along."""
    whole, layers = Phrasing(), []
    for shelf in shelves:
        mine = read_phrases(shelf.phrases, faults)
        for document in sorted(shelf.flows, key=is_overlay):
            root = top(document.root)
            flow = root.get("flow")
            take_own(mine, flow.text if flow else "", root, whole, faults)
        whole.over(mine)
        layers.append(mine.texts)
    return Spoken(tuple(layers), whole)


def printed(
    phrasing: Phrasing,
    book: Book,
    definitions: Mapping[str, ToolDefinition],
    faults: Faults,
    lost: frozenset[tuple[str, str]] = frozenset(),
) -> Phrases:
    """Return what each phrase prints; one with faults hides nothing until they are mended.

    Args:
        phrasing: all phrases, and where they were written.
        book: the same, as whoever renders reads them.
        definitions: the tools by name.
        faults: what is wrong with phrases is noted here.
        lost: (language, flow) of files that could not be read: what they lack is not told.
    """
    everything = _everything(definitions)
    broken = set(phrasing.broken)
    for fault in book.problems():
        if (fault.locale, fault.phrase.partition(".")[0]) in lost:
            broken.add((fault.locale, fault.phrase))
            continue
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


def lost_phrases(shelves: Iterable[Shelf]) -> frozenset[tuple[str, str]]:
    """Name the (language, flow) of the files of phrases that could not be read."""
    paths = (PurePosixPath(one.file) for shelf in shelves for one in shelf.problems)
    return frozenset(
        (path.parent.name, path.stem) for path in paths if path.parent.parent.name == PROMPTS
    )


def _elsewhere(phrasing: Phrasing, fault: PhraseFault) -> Origin:
    """A phrase that one language lacks: where another has it."""
    places = (at for (_, phrase), at in phrasing.origins.items() if phrase == fault.phrase)
    return next(places, Origin("prompts", 1))


def _everything(definitions: Mapping[str, ToolDefinition]) -> frozenset[str]:
    tools = definitions.values()
    return frozenset(name for tool in tools for name in (*tool.takes, *tool.may, *tool.gives))
