"""Words are said to mean words that are understood: by the rules, or of the catalogue."""

from pathlib import Path

import pytest

from engine.document.problem import Problems
from engine.nlu.understood import understands
from tests.tools.tenants.test_verticals import SMALLEST
from tools.catalog.understood import fault_of
from tools.tenants.dials import ROOT
from tools.tenants.lexicon import vocabulary_of
from tools.tenants.verticals import load_vertical, read_vertical

HEAD = "ratiba: 1\nvertical: tyres\ntitle: {en: Tyres, sw: Matairi}\n"
LEXICON = """word.kehso: kesh
word.kesho: keshoo
word.napenda: napendaga
word.cut: kat
act.book: nishikie
word.quux: zzz
"""


def test_a_word_that_nothing_understands_is_told_with_what_was_meant(tmp_path: Path) -> None:
    folder = tmp_path / "verticals" / "tyres"
    (folder / "prompts" / "sw").mkdir(parents=True)
    (folder / "vertical.yaml").write_text(HEAD + SMALLEST, "utf-8")
    (folder / "prompts" / "sw" / "lexicon.yaml").write_text(LEXICON, "utf-8")
    found = read_vertical(folder / "vertical.yaml", tmp_path)
    assert isinstance(found, Problems)
    file = "verticals/tyres/prompts/sw/lexicon.yaml"
    assert str(found).splitlines() == [
        f"{file}:1: word.kehso: nothing understands 'kehso'. Write 'word.kesho'.",
        f"{file}:6: word.quux: nothing understands 'quux'. "
        "Write a word that is understood, or one of a service or person.",
    ]


@pytest.mark.parametrize("word", ["kesho", "tomorrow", "nataka", "napenda", "bei", "ijumaa"])
def test_words_of_every_table_and_verbs_built_on_a_stem_are_understood(word: str) -> None:
    assert understands(word)


@pytest.mark.parametrize("word", ["kehso", "tomorow1", "xyzzy"])
def test_what_is_in_no_table_is_not(word: str) -> None:
    assert not understands(word)


def test_every_word_of_the_shipped_lexicons_means_one_that_is_understood() -> None:
    spa = vocabulary_of(load_vertical("spa"))
    lines = [
        line
        for path in ROOT.glob("prompts/*/lexicon.yaml")
        for line in path.read_text("utf-8").splitlines()
    ]
    names = [line.partition(":")[0] for line in lines if line.startswith("word.")]
    assert len(names) > 20
    assert [name for name in names if fault_of(name, spa)] == []
