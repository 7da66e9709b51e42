"""Overlays that tests publish, and somebody to publish them."""

from functools import cache

from engine.assembly.library import Library, load_library
from engine.model.tenant import Tenant
from engine.spec.document.problem import Problems
from tools.definitions import load_definitions
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


def text(source: str, tenant: Tenant, file: str = "mine.yaml") -> Written:
    """A document that can be read."""
    found = written(source, file, tenant.slug)
    assert not isinstance(found, Problems), str(found)
    return found


def wish(source: str, tenant: Tenant, base: int = 0, *, note: str = "", pin: bool = False) -> Wish:
    """A wish to publish a document."""
    read = text(source, tenant)
    return Wish(read.name, read, base, note, pin)
