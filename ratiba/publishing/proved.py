"""What `ratiba check --tenant | --tenants` does: what businesses have of their own, proved.

With the code of a release that has not taken traffic yet it tells what that would do to each.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from time import perf_counter

from engine.assembly.library import Library, Repertoire
from engine.document.problem import Problem, Problems
from engine.document.shelf import Shelf
from engine.document.tree import Document
from engine.errors import InputError
from engine.model.flow import Origin
from engine.model.tenant import Tenant
from engine.proof.causes import told_once
from engine.spec.counting import counts
from engine.spec.gathered import Gathered
from engine.spec.phrases.spoken import Texts
from engine.spec.report import Counts, Report
from engine.store.tenancy import TenantGate
from ratiba.checking.places import home
from ratiba.checking.proofs import Proofs, problems
from ratiba.checking.telling import to_people, to_programs
from ratiba.checking.verdict import Checked
from ratiba.publishing.desk import Desk, at_desks
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.progress import Progress
from tools.catalog.read import read_catalogue
from tools.catalog.unmet import Stock, unmet
from tools.definitions import load_definitions
from tools.publishing.overlaying import documents
from tools.publishing.own_words import read_words
from tools.publishing.past import in_force
from tools.publishing.written import Written, written

DRAFT = ".draft"
"""What follows the name of a document of which the draft is meant."""


@dataclass(frozen=True, slots=True)
class Own:
    """What one business has of its own.

    Attributes:
        sources: the documents in force, by name.
        drafts: texts that are not in force yet, by document.
        words: its wordings of single phrases.
        stock: what rules may ask its catalogue for.
    """

    library: Library
    tenant: Tenant
    sources: Mapping[str, str]
    drafts: Mapping[str, str]
    words: Texts
    stock: Stock


@dataclass(frozen=True, slots=True)
class Found:
    """One set of documents of a business, and what they are on what is shipped."""

    own: Own
    documents: tuple[Document, ...]
    world: Repertoire | Problems

    def walkable(self) -> Repertoire | Problems:
        """What conversations can be had with, if only its graph has faults."""
        if isinstance(self.world, Repertoire) or not self.documents:
            return self.world
        own = self.own
        return own.library.walkable(own.tenant.vertical, self.documents, own.words)


def run(slug: str | None, *, json: bool) -> int:
    """Check and prove what a business has in force, and its drafts laid on that.

    Args:
        slug: of the business; None: of every one what is in force alone.
        json: for programs.

    Raises:
        InputError: there is no such business.
        DefinitionError, ConfigError: what is shipped does not hold together, or the schema lacks
            what this release reads. It is not migrated: an older release may be running on it.
    """
    began = perf_counter()
    businesses = at_desks(slug, _read, json=json, migrate=False)
    found = [one for own in businesses for one in _sets(own, drafts=slug is not None)]
    with Progress(quiet=json) as progress:
        checked = _proved(found, Proofs(home(), lambda told: progress.again(f"proving {told}")))
        progress.done()
    tell = to_programs if json else to_people
    tell(checked, len(load_definitions()), (perf_counter() - began) * 1000)
    return FINDINGS if checked.problems else GOOD


async def _read(desk: Desk) -> Own:
    gate = TenantGate(desk.publishing.database, desk.tenant)
    return Own(
        desk.library,
        desk.tenant,
        in_force(await desk.publishing.in_force(desk.tenant)),
        {one.document: one.source for one in await desk.publishing.drafts(desk.tenant)},
        await read_words(gate),
        Stock.of(await read_catalogue(gate, desk.tenant)),
    )


def _sets(own: Own, *, drafts: bool) -> Iterator[Found]:
    """What is in force; then, if there are any, with the drafts in the place of their documents."""
    yield _set(own, own.sources, {})
    if drafts and own.drafts:
        yield _set(own, own.sources, own.drafts)


def _set(own: Own, sources: Mapping[str, str], drafts: Mapping[str, str]) -> Found:
    kept = documents({name: text for name, text in sources.items() if name not in drafts})
    if isinstance(kept, Problems):
        return Found(own, (), kept)
    read = [written(text, f"{name}{DRAFT}.yaml", own.tenant.slug) for name, text in drafts.items()]
    faults = [one for text in read if isinstance(text, Problems) for one in text]
    if faults:
        return Found(own, kept, Problems(tuple(faults)))
    newer = [text.document for text in read if isinstance(text, Written)]
    laid = sorted((*kept, *newer), key=lambda one: one.file.partition(".")[0])
    world = own.library.world(own.tenant.vertical, laid, own.words)
    return Found(own, tuple(laid), world)


def _proved(found: list[Found], proofs: Proofs) -> Checked:
    began = perf_counter()
    walked = [(one, world) for one in found if isinstance(world := one.walkable(), Repertoire)]
    verdicts = proofs.verdicts([world for _, world in walked])
    faults = [
        _of(one, told)
        for (one, world), verdict in zip(walked, verdicts, strict=True)
        for told in problems(world, verdict)
    ]
    report = _report(found)
    ms = (perf_counter() - began) * 1000
    situations = max((verdict.situations for verdict in verdicts), default=0)
    return Checked(report, told_once(report.problems, faults), situations, ms)


def _report(found: list[Found]) -> Report:
    problems = (
        _of(one, problem)
        for one in found
        for problem in (one.world if isinstance(one.world, Problems) else ())
    )
    warnings = (_of(one, warning) for one in found for warning in _warnings(one))
    return Report(tuple(dict.fromkeys(problems)), _counted(found), tuple(dict.fromkeys(warnings)))


def _warnings(found: Found) -> tuple[Problem, ...]:
    if not isinstance(found.world, Repertoire):
        return ()
    return (
        *found.world.warnings,
        *unmet(found.world.flows, found.documents, found.own.stock),
    )


def _counted(found: list[Found]) -> Counts:
    """Everything that was looked at."""
    if not found:
        raise InputError("check.tenants", "There is no business yet. See: ratiba tenant add.")
    library = found[0].own.library
    verticals = dict.fromkeys(one.own.tenant.vertical for one in found)
    shelves = {name: library.shelf(name) for name in verticals}
    own = Shelf(tuple(document for one in found for document in one.documents))
    base = library.base_shelf
    files = sum(len(one.flows) + len(one.phrases) for one in (base, own, *shelves.values()))
    counted = counts(Gathered(base, own, shelves=shelves, files=files))
    return replace(counted, verticals=len(shelves))


def _of(one: Found, problem: Problem) -> Problem:
    at = _pulled(one, Origin(problem.file, problem.line))
    return replace(problem, file=at.file, line=at.line)


def _pulled(one: Found, at: Origin) -> Origin:
    """A place as it is in the file that `flow pull` writes: its first line says the version."""
    slug, own = one.own.tenant.slug, one.own
    name = at.file.removesuffix(".yaml")
    if name in own.sources:
        return Origin(f"{slug}/{at.file}", at.line + 1)
    mine = name.removesuffix(DRAFT) in own.drafts or at.file.startswith("phrases/")
    return Origin(f"{slug}/{at.file}", at.line) if mine else at
