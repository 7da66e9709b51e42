"""What is shipped as data, read once: flows, kinds of answer, phrases."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from engine.errors import ConfigError
from engine.model.flow import FlowSet
from engine.model.tool import ToolDefinition
from engine.render.book import PhraseBook
from engine.render.entries import Text
from engine.spec.compile import compile_flows
from engine.spec.files import read_file, yaml_files
from engine.spec.problem import Problems
from engine.spec.slot_types import compile_types
from engine.spec.tree import Document, plain

ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds `flows/`, `prompts/` and `verticals/`."""

Found = TypeVar("Found")

FLOWS, PROMPTS, TYPES = "flows", "prompts", "types.yaml"


@dataclass(frozen=True, slots=True)
class Library:
    """The shipped flows, compiled, and the shipped phrases."""

    flows: FlowSet
    book: PhraseBook


def load_library(definitions: Mapping[str, ToolDefinition], root: Path = ROOT) -> Library:
    """Read and compile everything below `root`.

    Raises:
        ConfigError: with every problem of every file, each with its line and remedy.
    """
    book = PhraseBook.from_texts(phrase_texts(root / PROMPTS, root))
    types = _usable(compile_types(_usable(read_file(root / FLOWS / TYPES, root)), definitions))
    documents = [_usable(read_file(path, root)) for path in flow_files(root)]
    flows = _usable(compile_flows(documents, definitions, printed_names(book), types))
    return Library(flows, book)


def flow_files(root: Path) -> Iterator[Path]:
    """Yield the files that hold flows."""
    return (path for path in yaml_files(root / FLOWS) if path.name != TYPES)


def phrase_texts(folder: Path, root: Path) -> dict[str, dict[str, Text]]:
    """Read `prompts/<locale>/<flow>.yaml`: each key is a phrase of that flow.

    Raises:
        ConfigError: a file is no YAML of ours, or is no table of phrases.
    """
    texts: dict[str, dict[str, Text]] = {}
    for path in yaml_files(folder):
        document = _usable(read_file(path, root))
        texts.setdefault(path.parent.name, {}).update(phrases_of(document, path.stem))
    return texts


def phrases_of(document: Document, flow: str) -> dict[str, Text]:
    """The phrases of one file by their full ids.

    Raises:
        ConfigError: the file is no table.
    """
    table = plain(document.root)
    if not isinstance(table, dict):
        raise ConfigError(
            "phrases.invalid",
            f"{document.file}:1: is not a table of phrases. Write `name: 'words'` lines.",
        )
    return {f"{flow}.{name}": text for name, text in table.items()}  # type: ignore[misc]


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
