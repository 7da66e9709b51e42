"""What a business can say and do: what is shipped, its vertical's, its own, in layers."""

from pathlib import Path

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document
from engine.errors import ConfigError
from tests.spec.folder import rewrite, small_world
from tests.spec.world import TOOLS

CAR = """ratiba: 1
overlay: car
flow: visit
types: {plate: {like: "KAA 999A"}}
add:
  plate: {after: which, ask: plate}
"""
PLATE = "plate: What is the number plate?\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small world, and a garage that asks for a plate."""
    root = small_world(tmp_path)
    (root / "verticals/garage/flows").mkdir(parents=True)
    (root / "verticals/garage/flows/car.yaml").write_text(CAR, "utf-8")
    for locale in ("en", "sw"):
        folder = root / "verticals/garage/prompts" / locale
        folder.mkdir(parents=True)
        (folder / "visit.yaml").write_text(PLATE, "utf-8")
    return root


def own(text: str, file: str = "own.yaml") -> Document:
    found = read(f"ratiba: 1\noverlay: mine\nflow: visit\n{text}", file)
    assert isinstance(found, Document)
    return found


def repertoire(library: Library, vertical: str, *documents: Document) -> Repertoire:
    found = library.world(vertical, documents)
    assert isinstance(found, Repertoire), str(found)
    return found


def told(library: Library, vertical: str, *documents: Document) -> list[str]:
    found = library.world(vertical, documents)
    assert isinstance(found, Problems)
    return [str(problem) for problem in found]


def test_a_vertical_that_brings_nothing_has_what_is_shipped(root: Path) -> None:
    library = Library(TOOLS, root)
    assert library.world("salon") is library.base
    assert library.flows is library.base.flows


@pytest.mark.parametrize("vertical", ["../flows", "", "Garage", "/etc"])
def test_a_name_that_is_none_brings_nothing(vertical: str, root: Path) -> None:
    library = Library(TOOLS, root)
    assert library.world(vertical) is library.base


def test_a_vertical_brings_steps_and_words(root: Path) -> None:
    found = repertoire(Library(TOOLS, root), "garage")
    assert "plate" in found.flows.flows["visit"].states
    assert found.book.has("visit.plate")


def test_a_business_lies_on_its_vertical(root: Path) -> None:
    text = "change: {plate: {remember: true}}\nphrases: {plate: {en: Plate, sw: Namba}}\n"
    library = Library(TOOLS, root)
    found = repertoire(library, "garage", own(text))
    assert found.flows.flows["visit"].slots["plate"].remember
    assert found.book.say("visit.plate", {}, locales=["sw"]) == "Namba"
    below = repertoire(library, "garage")
    assert not below.flows.flows["visit"].slots["plate"].remember


def test_the_same_content_has_one_repertoire(root: Path) -> None:
    library = Library(TOOLS, root)
    one, other = (own("settings: {deposit: 50%}\n", file) for file in ("a.yaml", "b.yaml"))
    assert repertoire(library, "garage", one) is repertoire(library, "garage", other)
    assert repertoire(library, "garage", one) is not repertoire(library, "salon", one)


def test_a_business_is_told_what_it_breaks_of_its_vertical(root: Path) -> None:
    found = told(Library(TOOLS, root), "garage", own("types: {plate: null}\n"))
    assert found == [
        "own.yaml:4: steps.plate.ask: no type is called 'plate' (verticals/garage/flows/car.yaml, "
        "line 6). Say its kind: type: <choice | opening | phone | service | staff | text>."
    ]


def test_a_fault_of_the_vertical_is_not_blamed_on_the_business(root: Path) -> None:
    rewrite(root / "verticals/garage/flows/car.yaml", "ask: plate}", "ask: plate, when: never}")
    library = Library(TOOLS, root)
    alone = told(library, "garage")
    assert alone == [
        "verticals/garage/flows/car.yaml:6: steps.plate.when: no rule is called 'never'. "
        "There are: needs_phone."
    ]
    assert told(library, "garage", own("settings: {deposit: 50%}\n")) == alone


def test_what_is_shipped_must_be_right(root: Path) -> None:
    rewrite(root / "flows/visit.yaml", "{ask: phone,", "{ask: phoen,")
    with pytest.raises(ConfigError, match="no type is called 'phoen'"):
        Library(TOOLS, root)


def test_flows_that_nobody_changed_are_shared(root: Path) -> None:
    library = Library(TOOLS, root)
    shipped, mine = library.flows.flows, repertoire(library, "garage").flows.flows
    assert mine["handoff"] is shipped["handoff"]
    assert mine["visit"] is not shipped["visit"]
