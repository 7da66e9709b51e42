"""A business's own fixtures stand in the way of a publish that they do not hold with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from engine.assembly.library import Repertoire
from engine.document.files import read_file
from engine.document.listing import FIXTURES
from engine.document.problem import Problem, Problems
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.rehearsal.fixtures.read import read_fixtures
from engine.rehearsal.playing.play import play
from engine.rehearsal.playing.report import Fault
from ratiba.publishing.desk import Desk
from ratiba.testing.business import Business, read_business
from tools.publishing.gate import Prover


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Implements `tools.publishing.gate.Prover`: a proof, and then the fixtures.

    Attributes:
        prover: what comes first.
        business: they play in it, as if the document were in force.
        files: of its fixtures.
    """

    prover: Prover
    business: Business
    files: tuple[Path, ...]

    def faults(self, repertoire: Repertoire) -> Iterable[Problem]:
        """What the proof finds; if that is nothing, where a fixture goes otherwise."""
        found = tuple(self.prover.faults(repertoire))
        return found or tuple(self._missed(repertoire))

    def situations(self, flows: FlowSet) -> Iterable[Session]:
        """As the proof knows them."""
        return self.prover.situations(flows)

    def _missed(self, repertoire: Repertoire) -> Iterator[Problem]:
        world = self.business.world(repertoire)
        for file in self.files:
            document = read_file(file, Path())  # named as it is found from here
            if isinstance(document, Problems):
                yield from document
                continue
            vertical = world.tenant.vertical
            found = read_fixtures(document, world.flows, world.book.phrases, vertical, own=True)
            if isinstance(found, Problems):
                yield from found
                continue
            for one in found:
                yield from (
                    _problem(one.name, fault, world.tenant.slug)
                    for fault in play(world, one).faults
                )


def _problem(name: str, fault: Fault, slug: str) -> Problem:
    what = f"{fault.key} should be {fault.expected}, and is {fault.came}"
    watch = f"ratiba test --tenant {slug} {fault.at.file}"
    remedy = f"Mend the flow, or keep it as a draft (`ratiba flow draft`) and see `{watch}`"
    return Problem(fault.at.file, fault.at.line, name, what if fault.key else fault.came, remedy)


async def rehearsing(desk: Desk, *beside: Path) -> Desk:
    """The same desk, at which the fixtures in `<beside>/fixtures` must hold before a publish."""
    folders = dict.fromkeys(folder / FIXTURES for folder in beside)
    files = tuple(file for folder in folders for file in sorted(folder.glob("*.yaml")))
    prover = desk.publishing.gate.prover
    if not files:
        return desk
    held = Rehearsed(prover, await read_business(desk.publishing.database, desk.tenant), files)
    gate = replace(desk.publishing.gate, prover=held)
    return replace(desk, publishing=replace(desk.publishing, gate=gate))
