"""Every dial does something, and is described where operators read it."""

from pathlib import Path

import pytest

from engine.assembly.library import Repertoire
from engine.document.problem import Problems
from ratiba.testing.worlds import library
from tools.tenants.dials import known_dials, read_in
from tools.tenants.personality import FILE, described, read_dials
from tools.tenants.verticals import list_verticals, load_vertical


def test_every_dial_that_is_read_is_described_and_the_other_way_round() -> None:
    assert set(described()) == known_dials()


def test_no_kind_of_business_sets_a_dial_that_does_nothing() -> None:
    for name in list_verticals():
        assert set(load_vertical(name).dials) <= known_dials(), name


@pytest.mark.parametrize("kind", list_verticals())
def test_a_phrase_goes_by_the_same_dials_in_each_language(kind: str) -> None:
    found = library().world(kind)
    assert isinstance(found, Repertoire)
    book = found.book
    for phrase in book.phrases:
        read = {
            locale: read_in(" ".join(entry.variants()))
            for locale in book.locales
            if (entry := book.entry(locale, phrase))
        }
        assert len(set(read.values())) == 1, (phrase, read)


def test_a_faulty_file_of_dials_is_told_whole(tmp_path: Path) -> None:
    (tmp_path / "verticals").mkdir()
    text = "ratiba: 1\ndials:\n  loud: {unset: 2}\n  soft: {say: quietly}\n"
    (tmp_path / FILE).write_text(text, "utf-8")
    found = read_dials(tmp_path)
    assert isinstance(found, Problems)
    told = str(found)
    assert "verticals/dials.yaml:3: dials.loud" in told
    assert "verticals/dials.yaml:4: dials.soft" in told
