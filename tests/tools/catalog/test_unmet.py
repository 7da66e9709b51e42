"""A rule that asks the catalogue for what it has not is told, with what was meant."""

from pathlib import Path

import pytest

from engine.assembly.library import Repertoire
from engine.document.problem import Problems
from engine.document.reader import read
from ratiba.testing.worlds import library
from tools.catalog.unmet import NOTHING, Stock, unmet
from tools.tenants.dials import ROOT
from tools.tenants.unmet import stock_of, unmet_in
from tools.tenants.verticals import list_verticals, load_vertical

HEAD = "ratiba: 1\noverlay: mine\nflow: booking\nrules:\n"


def told(rule: str, stock: Stock | None = None) -> list[tuple[str, str]]:
    """What is told of a rule in a salon."""
    document = read(f"{HEAD}  mine: {rule}\n", "mine.yaml")
    assert not isinstance(document, Problems)
    world = library().world("salon", (document,))
    assert isinstance(world, Repertoire), str(world)
    known = stock or stock_of(load_vertical("salon"))
    found = list(unmet(world.flows, (document,), known))
    assert {(one.file, one.line, one.key) for one in found} <= {("mine.yaml", 5, "rules.mine")}
    return [(one.fault, one.remedy) for one in found]


@pytest.mark.parametrize(
    ("rule", "fault", "remedy"),
    [
        ("service.is_briads", "no service has the category 'briads'", "Write 'service.is_braids'"),
        (
            "service.category = 'briads'",
            "no service has the category 'briads'",
            "Write 'braids'",
        ),
        (
            "service.price > 0 and not service.category in ('braids', 'evnets')",
            "no service has the category 'evnets'",
            "Write 'events'",
        ),
        ("service = 'knotless_brads'", "no service is called 'knotless_brads'", "Write 'knotless_"),
        ("staff = 'nobody_at_all'", "nobody is called 'nobody_at_all'", "There are: "),
        ("service.needs_patch_test", "no service has the mark 'needs_patch_test'", ""),
    ],
)
def test_what_no_service_or_person_is_is_told(rule: str, fault: str, remedy: str) -> None:
    ((found, mend),) = told(rule)
    assert found == fault
    assert mend.startswith(remedy)


@pytest.mark.parametrize(
    "rule",
    [
        "service.is_braids",
        "service.category = 'braids' and service.price > 100",
        "staff is filled",
        "dials.emoji > 0.5",
        "service.category != 'braids'",
    ],
)
def test_what_there_is_is_not_told(rule: str) -> None:
    assert told(rule) == []


def test_of_a_catalogue_that_nobody_knows_nothing_is_told() -> None:
    assert told("service.is_briads", NOTHING) == []


@pytest.mark.parametrize("name", list_verticals())
def test_no_shipped_vertical_asks_in_vain(name: str) -> None:
    world = library().world(name)
    assert isinstance(world, Repertoire)
    assert list(unmet_in(ROOT / "verticals" / name, ROOT, world.flows)) == []


def test_a_vertical_that_asks_in_vain_is_told_at_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "verticals" / "salon"
    (folder / "flows").mkdir(parents=True)
    text = (ROOT / "verticals" / "salon" / "vertical.yaml").read_text("utf-8")
    (folder / "vertical.yaml").write_text(text, "utf-8")
    overlay = f"{HEAD}  mine: service.is_briads\n"
    (folder / "flows" / "mine.yaml").write_text(overlay, "utf-8")
    document = read(overlay, "mine.yaml")
    assert not isinstance(document, Problems)
    world = library().world("salon", (document,))
    assert isinstance(world, Repertoire)
    (found,) = unmet_in(folder, tmp_path, world.flows)
    assert (found.file, found.line) == ("verticals/salon/flows/mine.yaml", 5)
