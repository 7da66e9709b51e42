"""The sets of flows that a business had, publish by publish, compiled when they are needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from engine.assembly.library import Repertoire
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.spec.problem import Problems
from engine.spec.reader import read
from engine.spec.tree import Document
from tools.publishing.records import Version
from tools.publishing.rows import SetRow

LONGEST = 20
"""Publishes that a conversation is taken through one by one; beyond, it goes at once."""


class Worlds(Protocol):
    """What a business of a vertical can say and do: `engine.assembly.library.Library`."""

    def world(self, vertical: str, own: Sequence[Document] = ()) -> Repertoire | Problems:
        """Compile what is shipped, what the vertical brings and the business's own documents."""
        ...


@dataclass(frozen=True, slots=True)
class Past:
    """Every set of flows of one business; the first is what it had before any publish."""

    worlds: Worlds
    vertical: str
    rows: tuple[SetRow, ...]

    def at(self, session: Session) -> int | None:
        """The newest set in which a conversation stands; None: in none that is known."""
        for place in range(len(self.rows), -1, -1):
            digests = self._digests(place)
            if all(digests.get(frame.flow) == frame.digest for frame in session.frames):
                return place
        return None

    def pinned(self, place: int) -> bool:
        """Whether conversations of a set were left in it by every publish since."""
        later = self.rows[place:]
        return bool(later) and all(row.pinned for row in later)

    def repertoire(self, place: int) -> Repertoire | None:
        """What the business could say and do then; None: what is shipped has changed since."""
        found = self.worlds.world(self.vertical, tuple(self._documents(place)))
        if isinstance(found, Problems):
            return None
        return found if digests(found.flows) == dict(self._digests(place)) else None

    def trail(self, place: int) -> tuple[FlowSet, ...]:
        """The sets from a conversation's own up to the one before the newest, as far as known."""
        places = range(max(place, len(self.rows) - LONGEST), len(self.rows))
        found = (self.repertoire(one) for one in (place, *(p for p in places if p != place)))
        return tuple(one.flows for one in found if one is not None)

    def _digests(self, place: int) -> Mapping[str, str]:
        if place:
            return self.rows[place - 1].digests
        found = self.worlds.world(self.vertical)
        return {} if isinstance(found, Problems) else digests(found.flows)

    def _documents(self, place: int) -> Iterator[Document]:
        sources: dict[str, str] = {}
        for row in self.rows[:place]:
            sources[row.document] = row.source
        return documents(sources)


def digests(flows: FlowSet) -> dict[str, str]:
    """The digest of every flow, by name."""
    return {name: flow.digest for name, flow in flows.flows.items()}


def documents(sources: Mapping[str, str]) -> Iterator[Document]:
    """The documents of a business, by name; the names are the order in which they are laid on."""
    for name, source in sorted(sources.items()):
        document = read(source, f"{name}.yaml") if source else None
        if isinstance(document, Document):
            yield document


def in_force(versions: Sequence[Version]) -> dict[str, str]:
    """The texts in force, by document; one that was taken away is left out."""
    return {one.document: one.source for one in versions if one.source}
