"""The sets of flows that a business had, publish by publish, compiled when they are needed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from engine.assembly.library import Repertoire
from engine.assembly.shipped import Shipped
from engine.document.problem import Problem, Problems
from engine.model.flow import FlowSet
from engine.model.handler import ReadGate
from engine.model.session import Session
from engine.spec.phrases.spoken import Texts
from tools.publishing.overlaying import Worlds, laid, said
from tools.publishing.records import Version
from tools.publishing.rows import SetRow, past
from tools.publishing.shelves import Shelves

LONGEST = 20
"""Publishes that a conversation is taken through one by one; beyond, it goes at once."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A set of flows that a business had.

    Attributes:
        place: after how many publishes.
        beneath: what was shipped then, by digest; None: it was not kept.
        digests: of every flow, by name.
    """

    place: int
    beneath: str | None
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Past:
    """Every set of flows of one business; the first is what it had before any publish.

    Attributes:
        shelves: what was shipped in earlier releases, by digest.
    """

    worlds: Worlds
    vertical: str
    rows: tuple[SetRow, ...]
    shelves: Mapping[str, Shipped] = field(default_factory=dict)

    def at(self, session: Session) -> Stand | None:
        """The newest set in which a conversation stands; None: in none that is known."""
        for stand in self._stands():
            if all(stand.digests.get(frame.flow) == frame.digest for frame in session.frames):
                return stand
        return None

    def pinned(self, stand: Stand) -> bool:
        """Whether conversations of a set were left in it by every publish since."""
        later = self.rows[stand.place :]
        return bool(later) and all(row.pinned for row in later)

    def repertoire(self, stand: Stand) -> Repertoire | None:
        """What the business could say and do then; None: it can no longer be made."""
        if not stand.digests:
            return None  # one of several documents that came into force together: never alone
        worlds = self._worlds(stand.beneath)
        if isinstance(worlds, Problems):
            return None
        found = laid(worlds, self.vertical, self._sources(stand.place))
        if isinstance(found, Problems):
            return None
        return found if digests(found.flows) == dict(stand.digests) else None

    def newest(self) -> tuple[Stand, Repertoire]:
        """The last set that still holds together, on what was shipped when it was published.

        The first of all sets is what is shipped, which always does.
        """
        made = ((stand, self.repertoire(stand)) for stand in self._stands() if stand.digests)
        whole = ((stand, found) for stand, found in made if found is not None)
        return next(whole, (Stand(0, None, {}), self.worlds.base))

    def saying(self, stand: Stand, words: Texts) -> tuple[Repertoire | None, tuple[Problem, ...]]:
        """The same with the business's own wordings, and what is wrong with those left out."""
        found, worlds = self.repertoire(stand), self._worlds(stand.beneath)
        if found is None or isinstance(worlds, Problems):
            return None, ()
        whole, unsaid = said(worlds, self.vertical, self._sources(stand.place), words)
        return found if isinstance(whole, Problems) else whole, unsaid

    def trail(self, stand: Stand) -> tuple[FlowSet, ...]:
        """The sets from a conversation's own up to the one before the newest, as far as known."""
        places = range(max(stand.place + 1, len(self.rows) - LONGEST), len(self.rows))
        found = (self.repertoire(one) for one in (stand, *map(self._after, places)))
        return tuple(one.flows for one in found if one is not None)

    def _stands(self) -> Iterator[Stand]:
        """The newest first: as each publish found it, before that as the one before left it."""
        for place in range(len(self.rows), -1, -1):
            if place < len(self.rows) and self.rows[place].before:
                row = self.rows[place]
                yield Stand(place, row.beneath, row.before)
            if place and self.rows[place - 1].held:
                row = self.rows[place - 1]
                yield Stand(place, row.held_on, row.held)
            yield self._after(place)

    def _after(self, place: int) -> Stand:
        if place:
            row = self.rows[place - 1]
            return Stand(place, row.beneath, row.digests)
        found = self.worlds.world(self.vertical)
        return Stand(0, None, {} if isinstance(found, Problems) else digests(found.flows))

    def _worlds(self, beneath: str | None) -> Worlds | Problems:
        if beneath is None or beneath == self.worlds.shipped(self.vertical).digest:
            return self.worlds
        texts = self.shelves.get(beneath)
        return self.worlds.as_of(texts) if texts is not None else self.worlds

    def _sources(self, place: int) -> Mapping[str, str]:
        return {row.document: row.source for row in self.rows[:place]}


async def read_past(gate: ReadGate, worlds: Worlds, vertical: str, shelves: Shelves) -> Past:
    """Read every set of flows that a business had, and what was shipped beneath each."""
    rows = await past(gate)
    now = worlds.shipped(vertical).digest
    wanted = {one for row in rows for one in (row.beneath, row.held_on)} - {now}
    older = [one for one in wanted if one is not None]
    return Past(worlds, vertical, rows, await shelves.of(gate, older))


def digests(flows: FlowSet) -> dict[str, str]:
    """The digest of every flow, by name."""
    return {name: flow.digest for name, flow in flows.flows.items()}


def in_force(versions: Sequence[Version]) -> dict[str, str]:
    """The texts in force, by document; one that was taken away is left out."""
    return {one.document: one.source for one in versions if one.source}
