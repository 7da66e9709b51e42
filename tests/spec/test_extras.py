"""An extra that a tool may have made must have been shown, like everything a yes covers."""

from pathlib import Path

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.files import read_file
from engine.document.tree import Document
from tools.definitions import load_definitions

SHORT = """ratiba: 1
overlay: short
flow: cross_sell
change: {bundle_confirm: {say: short}}
phrases:
  short:
    en: "Both for {{ price }}: {{ service }} {{ time | on }} with {{ person }}, and {{ extra }}?"
    sw: "Zote kwa {{ price }}: {{ service }} {{ time | on }} na {{ person }}, na {{ extra }}?"
"""
UNASKED = """ratiba: 1
overlay: unasked
flow: cross_sell
remove: [bundle_confirm]
"""
WITHOUT = """ratiba: 1
overlay: without
flow: booking
remove: [cross_sell]
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(load_definitions())


def told(library: Library, folder: Path, text: str) -> str:
    """What is wrong with the shipped flows once this overlay lies on them; "" if nothing is."""
    path = folder / "overlay.yaml"
    path.write_text(text, "utf-8")
    document = read_file(path, folder)
    assert isinstance(document, Document), str(document)
    found = library.world("spa", [document])
    return "" if isinstance(found, Repertoire) else str(found)


def test_a_yes_that_hides_when_and_with_whom_the_extra_is_covers_no_pair(
    library: Library, tmp_path: Path
) -> None:
    found = told(library, tmp_path, SHORT)
    assert "steps.bundle_confirm.say: its question hides extra_person and extra_time" in found
    assert "a promise names the step (flows/cross_sell.yaml, line 9)" in found


def test_without_its_confirm_a_pair_is_refused(library: Library, tmp_path: Path) -> None:
    assert "bundle_confirm" in told(library, tmp_path, UNASKED)


def test_a_booking_without_an_extra_hides_nothing(library: Library, tmp_path: Path) -> None:
    assert told(library, tmp_path, WITHOUT) == ""
