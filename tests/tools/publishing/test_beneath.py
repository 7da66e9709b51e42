"""What an upgrade of what is shipped changes beneath a business's documents."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from engine.assembly.library import ROOT, Library
from engine.assembly.shipped import Shipped, shipped
from engine.assembly.sources import Files
from engine.document.tree import Document
from tests.publishing import AMINA, PERSON_FIRST, gate, library, wish
from tests.tools.conftest import Business
from tools.definitions import load_definitions
from tools.publishing.beneath import Laid, compared
from tools.publishing.records import Published
from tools.publishing.service import Publishing

MINE = """ratiba: 1
overlay: mine
flow: booking
settings: {give_up_after: 45m}
add:
  colour: {before: hold, ask: colour, choices: [red, blue]}
phrases:
  colour: {en: "Which colour?", sw: "Rangi gani?"}
  colour.red: {en: "Red", sw: "Nyekundu"}
  colour.blue: {en: "Blue", sw: "Buluu"}
  no_openings: {en: "Sorry, nothing is open.", sw: "Pole, hakuna nafasi."}
"""


STAFF = "collect_staff: {ask: staff, remember: true,"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what is shipped, to be changed into the next release."""
    for name in ("flows", "prompts", "verticals"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def newer(folder: Path) -> Library:
    return Library(load_definitions(), folder)


def told(now: Shipped, source: str = MINE) -> list[str]:
    then = library().shipped("spa")
    found = compared([Laid("mine", 3, source, then.digest)], now, {then.digest: then}, "my_spa")
    return [str(one.problem) for one in found]


def test_nothing_changed_is_nothing_said() -> None:
    assert told(library().shipped("spa")) == []


def test_each_change_is_told_at_the_line_of_the_pulled_file(folder: Path) -> None:
    edit(folder, "flows/booking.yaml", "give_up_after: 30m", "give_up_after: 20m")
    edit(folder, "flows/booking.yaml", "  hold: {do: tentatively", "  held: {do: tentatively")
    edit(folder, "prompts/en/booking.yaml", "no_openings:\n", "no_openings: Oh!\nother:\n")
    found = told(Shipped(newer_texts(folder)))
    assert found[0].startswith("my_spa/mine.yaml:5: settings.give_up_after:")
    assert 'was "30m" beneath, and is "20m" now' in found[0]
    assert any(line.startswith("my_spa/mine.yaml:7: ") and "'hold'" in line for line in found)
    assert any("'no_openings' of phrases was" in line for line in found)


def newer_texts(folder: Path) -> dict[str, str]:
    """As texts, without compiling: a release may not fit everything that lies on it."""
    files = Files(folder)
    types = files.types()
    assert isinstance(types, Document)
    return dict(shipped(types, (files.base(), files.vertical("spa"))).texts)


def test_a_flow_in_the_place_of_a_shipped_one_hears_of_its_changes(folder: Path) -> None:
    own = (ROOT / "flows/cancel.yaml").read_text("utf-8")
    assert told(library().shipped("spa"), own) == []
    edit(folder, "flows/cancel.yaml", "title:", "title: Calling off #")
    (line,) = told(newer(folder).shipped("spa"), own)
    assert "the shipped flow 'cancel', for which it stands, has changed" in line


async def test_conflicts_of_a_business_until_somebody_has_looked(
    spa: Business, folder: Path
) -> None:
    before = Publishing(spa.database, gate(), spa.clock)
    done = await before.publish(spa.tenant, AMINA, wish(PERSON_FIRST, spa.tenant))
    assert isinstance(done, Published)
    assert await before.conflicts(spa.tenant) == ()
    edit(folder, "flows/booking.yaml", "collect_staff: {ask: staff,", STAFF)
    after = Publishing(spa.database, replace(gate(), worlds=newer(folder)), spa.clock)
    (found,) = await after.conflicts(spa.tenant)
    assert (found.document, found.version) == ("person", 1)
    assert "'collect_staff' was" in found.problem.fault
    assert found.problem.file == f"{spa.tenant.slug}/person.yaml"
    await after.seen(spa.tenant, AMINA)
    assert await after.conflicts(spa.tenant) == ()
    assert len(await before.conflicts(spa.tenant)) == 1
