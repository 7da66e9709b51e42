"""Overlays that tests publish, and somebody to publish them."""

from dataclasses import dataclass
from functools import cache

from engine.assembly.library import ROOT, Library, Repertoire, load_library
from engine.document.problem import Problem, Problems
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.proof.proof import prove, sessions
from engine.proof.result import Proof
from engine.proof.switches import prepared
from ratiba.checking.proofs import Proofs, told
from tools.definitions import load_definitions
from tools.publishing.gate import Gate
from tools.publishing.records import Editor, Role, Wish
from tools.publishing.written import Written, written

AMINA = Editor("Amina", Role.OWNER)
BARAKA = Editor("Baraka", Role.MANAGER)
DESK = Editor("Chao", Role.DESK)

COLOURS = """
ratiba: 1
overlay: colours
flow: booking
add:
  colour: {before: hold, ask: colour, choices: [red, blue]}
phrases:
  colour: {en: "Which colour would you like?", sw: "Ungependa rangi gani?"}
  colour.red: {en: "Red", sw: "Nyekundu"}
  colour.blue: {en: "Blue", sw: "Buluu"}
"""
SHAPE = """
ratiba: 1
overlay: shape
flow: booking
add:
  shape: {after: colour, ask: shape, choices: [round, square]}
phrases:
  shape: {en: "Which shape?", sw: "Umbo gani?"}
  shape.round: {en: "Round", sw: "Mviringo"}
  shape.square: {en: "Square", sw: "Mraba"}
"""
"""It stands on a step of `COLOURS`: neither order of two publishes would do as well as one."""
PATIENT = """
ratiba: 1
overlay: patience
flow: booking
settings: {give_up_after: 45m}
"""
PERSON_FIRST = """
ratiba: 1
overlay: person
flow: booking
remove: [collect_staff]
add:
  pick_person:
    after: collect_service
    ask: staff
    needs: [service]
    optional: true
    only_one: take
    exits: {none: save_lead}
phrases:
  pick_person: {en: "Who shall it be?", sw: "Uhudumiwe na nani?"}
"""
PERSON_MOVED = PERSON_FIRST + "moved: {steps: {collect_staff: pick_person}}\n"


@cache
def library() -> Library:
    """What is shipped, read once."""
    return load_library(load_definitions())


@dataclass(frozen=True)
class Part:
    """Proves small flows and none that is edited here: for what comes after a proof."""

    roots: tuple[str, ...] = ("feedback",)

    def faults(self, repertoire: Repertoire) -> list[Problem]:
        return [told(repertoire, one) for one in self._proof(repertoire).faults]

    def situations(self, flows: FlowSet) -> list[Session]:
        ready, units = prepared(flows), self._proof(Repertoire(flows, library().book)).units
        return [one for found in units.values() for one in sessions(ready, found, units)]

    def _proof(self, repertoire: Repertoire) -> Proof:
        return prove(repertoire.flows, repertoire.book, self.roots)


@cache
def gate() -> Gate:
    """A gate that does not keep tests waiting; `whole_gate` is the one of every publish."""
    return Gate(library(), Part())


@cache
def whole_gate() -> Gate:
    """What was proved once on this machine is not proved by every test."""
    return Gate(library(), Proofs(ROOT / ".ratiba"))


def text(source: str, tenant: Tenant, file: str = "mine.yaml") -> Written:
    """A document that can be read."""
    found = written(source, file, tenant.slug)
    assert not isinstance(found, Problems), str(found)
    return found


def wish(source: str, tenant: Tenant, base: int = 0, *, note: str = "", pin: bool = False) -> Wish:
    """A wish to publish a document."""
    read = text(source, tenant)
    return Wish(read.name, read, base, note, pin)
