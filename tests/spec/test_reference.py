"""The reference page: its tables are those of the checks, and its examples are real."""

import re
from pathlib import Path

import pytest

from engine.assembly.library import Library, Repertoire
from engine.document.reader import read
from engine.document.tree import Document
from engine.spec.language.overlay import OVERLAY
from engine.spec.language.reference import FILE, refreshed, tables
from engine.spec.language.vocabulary import FLOW, KINDS
from tools.definitions import load_definitions

PAGE = (Path(__file__).parents[2] / FILE).read_text(encoding="utf-8")
EXAMPLES = [
    text for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) if "ratiba: 1" in text
]


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(load_definitions())


def test_the_page_is_fresh() -> None:
    assert refreshed(PAGE) == PAGE, "Run: python -m engine.spec.language.reference"


def test_every_table_is_on_the_page() -> None:
    shown = re.findall(r"<!-- table: ([a-z_]+) -->", PAGE)
    assert sorted(shown) == sorted(tables())


def test_every_key_is_on_the_page() -> None:
    keys = {*FLOW.fields, *OVERLAY.fields, *(key for kind in KINDS.values() for key in kind.fields)}
    assert [key for key in sorted(keys) if f"| `{key}`" not in PAGE] == []


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 5


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_compiles_on_what_is_shipped(text: str, library: Library) -> None:
    document = read(text, "example.yaml")
    assert isinstance(document, Document), str(document)
    found = library.world("spa", [document])
    assert isinstance(found, Repertoire), str(found)
