"""A business's documents and wordings laid on what is shipped."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from engine.assembly.library import Repertoire
from engine.assembly.shipped import Shipped
from engine.assembly.wordings import without
from engine.document.problem import Faults, Problem, Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.spec.phrases.spoken import Texts


class Worlds(Protocol):
    """What a business of a vertical can say and do: `engine.assembly.library.Library`."""

    @property
    def base(self) -> Repertoire:
        """What every business has."""
        ...

    def world(
        self, vertical: str, own: Sequence[Document] = (), words: Texts | None = None
    ) -> Repertoire | Problems:
        """Compile what is shipped, what the vertical brings, and the business's own."""
        ...

    def walkable(
        self, vertical: str, own: Sequence[Document] = (), words: Texts | None = None
    ) -> Repertoire | Problems:
        """Give the same where only the graph of the steps shows faults, for a prover."""
        ...

    def shipped(self, vertical: str) -> Shipped:
        """Give what lies beneath the business's own documents, as texts."""
        ...

    def as_of(self, texts: Shipped) -> "Worlds | Problems":
        """Give the same of an earlier release; problems: today's tools no longer serve it."""
        ...


def documents(sources: Mapping[str, str]) -> tuple[Document, ...] | Problems:
    """Read the documents of a business; they are laid on in the order of their names.

    Returns:
        All of them, or everything that keeps one from being read: none is left out in silence.
    """
    found: list[Document] = []
    faults = Faults()
    for name, source in sorted(sources.items()):
        document = read(source, f"{name}.yaml") if source else None
        if isinstance(document, Problems):
            faults.take(document)
        elif document is not None:
            found.append(document)
    return faults.problems() if len(faults) else tuple(found)


def laid(
    worlds: Worlds, vertical: str, sources: Mapping[str, str], words: Texts | None = None
) -> Repertoire | Problems:
    """Lay the documents of a business, and its wordings, on what is shipped."""
    own = documents(sources)
    return own if isinstance(own, Problems) else worlds.world(vertical, own, words)


def said(
    worlds: Worlds, vertical: str, sources: Mapping[str, str], words: Texts
) -> tuple[Repertoire | Problems, tuple[Problem, ...]]:
    """Lay on the documents, and as many of the wordings as hold.

    Returns:
        The repertoire, or what is wrong with the documents; and what is wrong with wordings
        that were left out: the ones that they stand for are said.
    """
    found = laid(worlds, vertical, sources)
    wrong: tuple[Problem, ...] = ()
    while words and not isinstance(found, Problems):
        whole = laid(worlds, vertical, sources, words)
        if not isinstance(whole, Problems):
            return whole, wrong
        wrong += whole.items
        words = without(words, whole)
    return found, wrong
