"""What is shipped beneath a business's own documents, as texts that can be kept and read again."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from engine.document.listing import FLOWS, PROMPTS, VERTICALS
from engine.document.shelf import Shelf
from engine.document.tree import Document, grown, plain
from engine.model.flow import Origin
from engine.spec.gathered import TYPES

TYPES_FILE = f"{FLOWS}/{TYPES}"


@dataclass(frozen=True, slots=True)
class Shipped:
    """Every document beneath those of a business: kinds of answer, flows, phrases, a vertical's.

    Attributes:
        texts: canonical text by file, in the order in which they are read.
        digest: sha256 of all of it: the same for the same content.
    """

    texts: Mapping[str, str]
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        """Hash the files by name and content."""
        object.__setattr__(self, "digest", hash_of(json.dumps(list(self.texts.items()))))

    def types(self) -> Document:
        """The kinds of answer that every flow may ask for."""
        return _document(TYPES_FILE, self.texts[TYPES_FILE])

    def base(self) -> Shelf:
        """What every business has."""
        return self._shelf(lambda file: not file.startswith(f"{VERTICALS}/"))

    def vertical(self, name: str) -> Shelf:
        """What the vertical brought, and what it is like: texts are kept for one alone."""
        return self._shelf(lambda file: file.startswith(f"{VERTICALS}/"))

    def _shelf(self, mine: Callable[[str], bool]) -> Shelf:
        flows: list[Document] = []
        phrases: list[Document] = []
        for file, text in self.texts.items():
            if mine(file) and file != TYPES_FILE:
                says = PROMPTS in file.split("/")[:-1]
                (phrases if says else flows).append(_document(file, text))
        return Shelf(tuple(flows), tuple(phrases))


def shipped(types: Document, shelves: Iterable[Shelf]) -> Shipped:
    """Write documents as texts.

    Args:
        types: the kinds of answer.
        shelves: what is shipped, then what the vertical brings.
    """
    documents = [types]
    for shelf in shelves:
        documents += [*shelf.flows, *shelf.phrases]
    return Shipped({one.file: _text(one) for one in documents})


def hash_of(text: str) -> str:
    """The name under which a text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def _text(document: Document) -> str:
    return json.dumps(plain(document.root), ensure_ascii=False, separators=(",", ":"))


def _document(file: str, text: str) -> Document:
    return Document(file, grown(json.loads(text), Origin(file, 1)))
