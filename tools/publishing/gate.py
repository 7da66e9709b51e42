"""The check that every publish passes: does it compile, does it prove, is nobody stranded."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from engine.assembly.library import Repertoire
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.spec.document.problem import Problem, Problems
from engine.spec.document.reader import read
from engine.spec.document.tree import Document
from tools.publishing.live import Live, homeless
from tools.publishing.past import Past, Worlds
from tools.publishing.records import Report
from tools.publishing.standing import told
from tools.publishing.written import Written


class Prover(Protocol):
    """Explores what flows can come to."""

    def faults(self, repertoire: Repertoire) -> Iterable[Problem]:
        """Find promises that a conversation could break, each with the shortest one that does."""
        ...

    def situations(self, flows: FlowSet) -> Iterable[Session]:
        """Give one conversation for every situation in which one can rest."""
        ...


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a business has in force, and its conversations.

    Attributes:
        sources: the documents in force by name, as they are written.
        past: earlier sets, for conversations that stand in one.
    """

    tenant: Tenant
    sources: Mapping[str, str]
    past: Past
    live: Sequence[Live] = ()

    def with_(self, name: str, document: Document | None) -> tuple[Document, ...]:
        """The documents with one put in, or taken away."""
        found = {key: read(source, f"{key}.yaml") for key, source in self.sources.items()}
        if document is None:
            found.pop(name, None)
        else:
            found[name] = document
        return tuple(one for _, one in sorted(found.items()) if isinstance(one, Document))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says.

    Attributes:
        flows: what would be in force; None where it does not compile.
    """

    report: Report
    flows: FlowSet | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """Checks a document in its place among the others.

    Attributes:
        prover: None: only what is written is checked, for a draft or a first look.
    """

    worlds: Worlds
    prover: Prover | None = None

    def check(self, shelf: Shelf, name: str, text: Written | None, *, pin: bool) -> Verdict:
        """Check what a business would be with a document, or without it.

        Args:
            shelf: what is in force.
            name: of the document.
            text: None: it is taken away.
            pin: conversations that are under way stay in the version they are in.
        """
        own = shelf.with_(name, text.document if text else None)
        newer = self.worlds.world(shelf.tenant.vertical, own)
        if isinstance(newer, Problems):
            return Verdict(Report(name, tuple(newer)))
        faults = tuple(self.prover.faults(newer)) if self.prover else ()
        if faults:
            return Verdict(Report(name, faults, newer.warnings), newer.flows)
        now = self.in_force(shelf)
        if pin or now is None:
            return Verdict(Report(name, (), newer.warnings, live=len(shelf.live)), newer.flows)
        report = self._standing(shelf, name, now, newer)
        return Verdict(_placed(report, text), newer.flows)

    def in_force(self, shelf: Shelf) -> Repertoire | None:
        """What the business says and does now; None: it no longer compiles."""
        found = self.worlds.world(shelf.tenant.vertical, shelf.with_("", None))
        return None if isinstance(found, Problems) else found

    def strangers(self, shelf: Shelf, flows: FlowSet) -> Report:
        """Look only at live conversations: those that moved on while a check was made."""
        now = self.in_force(shelf)
        sessions = [one.session for one in shelf.live]
        lost = homeless(sessions, now.flows, flows, shelf.past) if now else []
        problems = tuple(told(lost, (), now.flows, flows)) if now else ()
        return Report("", problems, stranded=len(lost), live=len(sessions))

    def _standing(self, shelf: Shelf, name: str, now: Repertoire, newer: Repertoire) -> Report:
        sessions = [one.session for one in shelf.live]
        lost = homeless(sessions, now.flows, newer.flows, shelf.past)
        reached = self.prover.situations(now.flows) if self.prover else ()
        could = homeless(reached, now.flows, newer.flows)
        problems = tuple(told(lost, could, now.flows, newer.flows))
        return Report(name, problems, newer.warnings, stranded=len(lost), live=len(sessions))


def _placed(report: Report, text: Written | None) -> Report:
    """What was told at the version in force, which nobody edits, at the head of the newer one."""
    if text is None:
        return report
    root = text.document.root.at
    problems = tuple(
        replace(one, file=root.file, line=root.line) if one.file == f"{text.name}.yaml" else one
        for one in report.problems
    )
    return replace(report, problems=problems)
