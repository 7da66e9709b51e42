"""The check that every publish passes: does it compile, does it prove, is nobody stranded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from engine.assembly.library import Repertoire
from engine.document.problem import Problem, Problems
from engine.document.tree import Document
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.proof.causes import told_once
from engine.spec.phrases.spoken import Texts
from tools.catalog.unmet import NOTHING, Stock, unmet
from tools.publishing.live import Live, homeless
from tools.publishing.overlaying import Worlds, documents
from tools.publishing.past import Past, in_force
from tools.publishing.records import Report, Version
from tools.publishing.serving import Served, fallen_back, served
from tools.publishing.stranded import told
from tools.publishing.suggested import Change, standing
from tools.publishing.written import Written

Changes = Mapping[str, Written | None]
"""Document -> what it is to say; None: it is taken away. All of them come into force together."""


class Prover(Protocol):
    """Explores what flows can come to."""

    def faults(self, repertoire: Repertoire) -> Iterable[Problem]:
        """Find promises that a conversation could break, each with the shortest one that does."""
        ...

    def situations(self, flows: FlowSet) -> Iterable[Session]:
        """Give one conversation for every situation in which one can rest."""
        ...


@dataclass(frozen=True, slots=True)
class Business:
    """What a business has in force, and its conversations.

    Attributes:
        held: the versions in force, by name; one that was taken away has no text.
        past: earlier sets, for conversations that stand in one.
        words: its own wordings, by language and phrase.
        stock: what rules may ask its catalogue for.
    """

    tenant: Tenant
    held: Sequence[Version]
    past: Past
    live: Sequence[Live] = ()
    words: Texts = field(default_factory=dict)
    stock: Stock = NOTHING

    @property
    def sources(self) -> dict[str, str]:
        """The documents in force by name, as they are written."""
        return in_force(self.held)

    def with_(self, changes: Changes) -> tuple[Document, ...] | Problems:
        """The documents with some put in, or taken away, in the order in which they are laid on.

        Problems: one that is in force and stays cannot be read.
        """
        kept = {name: source for name, source in self.sources.items() if name not in changes}
        found = documents(kept)
        if isinstance(found, Problems):
            return found
        own = dict(zip(sorted(name for name, source in kept.items() if source), found, strict=True))
        own |= {name: text.document for name, text in changes.items() if text is not None}
        return tuple(own[name] for name in sorted(own))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says.

    Attributes:
        now: what customers meet until then.
        flows: what would be in force; None where it does not compile.
    """

    report: Report
    now: Served
    flows: FlowSet | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Checks documents in their places among the others; nothing is published without a proof."""

    worlds: Worlds
    prover: Prover

    def check(
        self, business: Business, changes: Changes, *, pin: bool, prove: bool = True
    ) -> Verdict:
        """Check what a business would be with some documents, or without them.

        Args:
            business: what is in force.
            changes: what is to be.
            pin: conversations that are under way stay in the version they are in.
            prove: False: a first look at a draft, which puts nothing in force.
        """
        name, now = ", ".join(changes), self.served(business)
        own = business.with_(changes)
        newer = own if isinstance(own, Problems) else self._world(business, own)
        if isinstance(newer, Problems):
            shown = self._shown(business, own, newer) if prove else tuple(newer)
            return Verdict(Report(name, shown), now)
        live = None if pin else [one.session for one in business.live]
        found = self.screen(now.repertoire.flows, newer, live, business.past, changes, prove=prove)
        written = () if isinstance(own, Problems) else own
        unasked = tuple(unmet(newer.flows, written, business.stock))
        found = replace(found, warnings=(*found.warnings, *unasked))
        return Verdict(replace(found, document=name, live=len(business.live)), now, newer.flows)

    def screen(
        self,
        now: FlowSet,
        newer: Repertoire,
        live: Sequence[Session] | None,
        past: Past | None = None,
        changes: Changes | None = None,
        *,
        prove: bool = True,
    ) -> Report:
        """Prove a newer set, and find who would have no place in it.

        Args:
            now: what customers meet.
            newer: what is to be; it compiles.
            live: the conversations that are under way; None: they stay where they are.
            past: earlier sets, for those who have not said anything since.
            changes: the documents that make the difference.
            prove: False: a first look.
        """
        faults = tuple(self.prover.faults(newer)) if prove else ()
        if faults or live is None:
            return Report("", faults, newer.warnings)
        reached = self.prover.situations(now) if prove else ()
        found = _placed(homes(now, newer.flows, live, reached, past), changes or {})
        return replace(found, warnings=newer.warnings)

    def reword(self, business: Business, words: Texts) -> Report:
        """Check what a business would say with other wordings of its own, proved."""
        own, business = business.with_({}), replace(business, words=words)
        found = own if isinstance(own, Problems) else self._world(business, own)
        if isinstance(found, Problems):
            return Report("", self._shown(business, own, found))
        return Report("", tuple(self.prover.faults(found)), found.warnings)

    def served(self, business: Business) -> Served:
        """What customers meet now; conversations go on from there."""
        vertical = business.tenant.vertical
        found = served(self.worlds, vertical, business.sources, business.words)
        return (
            fallen_back(business.past, business.words, found)
            if isinstance(found, Problems)
            else found
        )

    def strangers(self, business: Business, verdict: Verdict) -> Report:
        """Look only at live conversations: those that moved on while a check was made."""
        now, live = verdict.now.repertoire.flows, [one.session for one in business.live]
        newer = verdict.flows
        found = homes(now, newer, live, (), business.past) if newer else verdict.report
        return replace(found, document=verdict.report.document)

    def _shown(
        self, business: Business, own: Sequence[Document] | Problems, wrong: Problems
    ) -> tuple[Problem, ...]:
        """What keeps documents from being compiled, with conversations where one shows it."""
        if isinstance(own, Problems):
            return tuple(wrong)
        found = self.worlds.walkable(business.tenant.vertical, own, business.words)
        proved = tuple(self.prover.faults(found)) if isinstance(found, Repertoire) else ()
        return told_once(tuple(wrong), proved)

    def _world(self, business: Business, own: Sequence[Document]) -> Repertoire | Problems:
        return self.worlds.world(business.tenant.vertical, own, business.words)


def homes(
    now: FlowSet,
    newer: FlowSet,
    live: Sequence[Session],
    reached: Iterable[Session],
    past: Past | None = None,
) -> Report:
    """Find who would have no place in a newer set of flows.

    Args:
        now: what customers meet.
        newer: what is to be.
        live: the conversations that are under way.
        reached: a conversation for every situation that the proof of `now` came to.
        past: earlier sets, for those who have not said anything since.
    """
    reached, lost = tuple(reached), homeless(live, now, newer, past)
    change = Change(now, newer, standing((*live, *reached), now))
    problems = tuple(told(lost, homeless(reached, now, newer), change))
    return Report("", problems, stranded=len(lost), live=len(live))


def _placed(report: Report, changes: Changes) -> Report:
    """What was told at a version in force, which nobody edits, at the head of the newer one."""
    heads = {f"{name}.yaml": text.document.root.at for name, text in changes.items() if text}
    problems = tuple(
        replace(one, file=heads[one.file].file, line=heads[one.file].line)
        if one.file in heads
        else one
        for one in report.problems
    )
    return replace(report, problems=problems)
