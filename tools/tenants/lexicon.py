"""The lexicons of a vertical: words that are to mean what nothing understands are told."""

from pathlib import Path

from engine.document.files import read_file
from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.model.understanding import Term, Vocabulary
from tools.catalog.understood import fault_of
from tools.tenants.plan import Plan

FILES = "prompts/*/lexicon.yaml"


def check_lexicons(folder: Path, root: Path, plan: Plan, faults: Faults) -> None:
    """Note every list of words under a word that is none of the rules' nor of the catalogue's.

    Args:
        folder: of the vertical. A file that cannot be read is told with the other phrases.
        root: files are named from there.
        plan: its catalogue.
        faults: takes what is found.
    """
    words = vocabulary_of(plan)
    for path in sorted(folder.glob(FILES)):
        document = read_file(path, root)
        if isinstance(document, Problems):
            continue
        for name, place in top(document.root).items():
            if found := fault_of(name, words):
                faults.add(place.at, place.key, *found)


def vocabulary_of(plan: Plan) -> Vocabulary:
    """How customers name what a business of this kind begins with."""
    services = [(one.id, one.name_en, one.name_sw, *one.words) for one in plan.services]
    people = [(one.id, one.name, *one.aka) for one in plan.staff]
    entries = [(e.id, e.en, e.sw, *e.words) for each in plan.lists.values() for e in each]
    return tuple(
        Term(kind, id_, tuple(word.lower() for word in words))
        for kind, several in (("service", services), ("staff", people), ("entry", entries))
        for id_, *words in several
    )
