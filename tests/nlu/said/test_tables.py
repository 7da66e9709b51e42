"""What customers say, as data: every table reads, and a slip in one is told at its line."""

from pathlib import Path

import pytest

from engine.document.problem import Faults
from engine.errors import ConfigError
from engine.nlu.said.lists import lists
from engine.nlu.said.table import HERE, MEANT, note_faults, rows, table, word_classes
from engine.nlu.words.classes import CLASSES_ELSEWHERE

FILES = {path.relative_to(HERE).with_suffix("").as_posix(): path for path in HERE.rglob("*.yaml")}
TABLES = sorted(name for name, path in FILES.items() if "- act: " in path.read_text())
CLASS_FILES = sorted(FILES.keys() - {*TABLES})


@pytest.mark.parametrize("name", TABLES)
def test_every_entry_means_an_act_and_every_class_is_there(name: str) -> None:
    for act, sure, said in rows(name):
        assert act in MEANT
        assert 0.5 <= sure <= 1
        named = {part[1:].rstrip("?") for part in said.replace("|", " ").split() if part[0] == "@"}
        assert named - {"role"} <= CLASSES_ELSEWHERE.keys()


@pytest.mark.parametrize("name", TABLES)
def test_no_pattern_stands_twice_in_a_table(name: str) -> None:
    lines = [(act, line) for act, _, said in rows(name) for line in said.splitlines() if line]
    assert sorted(set(lines)) == sorted(lines)


@pytest.mark.parametrize("name", CLASS_FILES)
def test_every_class_has_words(name: str) -> None:
    assert all(word_classes(HERE / f"{name}.yaml").values())


def test_all_slips_are_told_at_once_at_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "slips.yaml"
    file.write_text(
        "- act: book\n  confidence: 1.5\n  said: |\n    book me\n"
        "- act: cancel\n  confidence: 0.9\n  sayd: cancel it\n"
    )
    with pytest.raises(ConfigError) as told:
        table(file, "act")
    lines = str(told.value).splitlines()
    assert [line.partition("slips.yaml:")[2] for line in lines] == [
        "2: 0.confidence: is no confidence. Write a number above 0 and up to 1.",
        "5: 1.said: is missing. Write 'said: ...'.",
        "7: 1.sayd: is no key of an entry. Write 'said'.",
    ]


def test_what_keeps_a_pattern_from_matching_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "slips.yaml"
    patterns = [
        "@wantt it",
        "book| it",
        "..",
        "^ $",
        "please?",
        ".. book",
        "book|? it",
        "ask @role",
    ]
    file.write_text(
        "- act: book\n  confidence: 0.9\n  said: |\n"
        + "".join(f"    {one}\n" for one in patterns)
        + "- act: book\n  confidence: 0.9\n  said: book @vist\n"
    )
    with pytest.raises(ConfigError) as told:
        table(file, "act")
    lines = str(told.value).splitlines()
    needed = "has no word that must be said. Write one, without '?' behind it."
    assert [line.partition("slips.yaml:")[2] for line in lines] == [
        "4: 0.said: '@wantt it' names '@wantt', which is no class. Write 'want'.",
        "5: 0.said: 'book| it' has nothing on one side of '|'. "
        "Write a word there, or '?' behind the other.",
        f"6: 0.said: '..' {needed}",
        f"7: 0.said: '^ $' {needed}",
        f"8: 0.said: 'please?' {needed}",
        "9: 0.said: '.. book' begins with any words. Leave '..' out.",
        "14: 1.said: 'book @vist' names '@vist', which is no class. Write 'visit'.",
    ]


def test_a_table_has_the_classes_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "slips.yaml"
    file.write_text("- act: book\n  confidence: 0.9\n  said: book @zebras\n")
    (tmp_path / "classes_slips.yaml").write_text("zebras: zebra zebras\n")
    assert table(file, "act") == (("book", 0.9, "book @zebras"),)


def test_a_class_without_words_is_told(tmp_path: Path) -> None:
    file = tmp_path / "classes.yaml"
    file.write_text("want:\n  - want\n")
    with pytest.raises(ConfigError, match=r"classes.yaml:1: want: has no words"):
        word_classes(file)


def test_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be opened"):
        table(tmp_path / "none.yaml", "act")


def test_an_act_that_there_is_none_of_is_told_at_its_line(tmp_path: Path) -> None:
    file = tmp_path / "slips.yaml"
    file.write_text("- act: cancle\n  confidence: 0.9\n  said: cancel it\n")
    faults = Faults()
    note_faults(file, faults)
    (told,) = faults.problems()
    assert (told.line, told.key, told.remedy) == (1, "0.act", "Write 'cancel'")


def test_classes_and_tables_are_told_apart_by_their_form(tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text("firm: >-\n  sure certain\nfaint:\n")
    faults = Faults()
    note_faults(file, faults)
    (told,) = faults.problems()
    assert (told.line, told.key, told.fault) == (3, "faint", "has no words")


def test_a_list_that_rules_need_and_is_not_there_is_told() -> None:
    with pytest.raises(ConfigError) as told:
        lists("both/several").words("jions")
    assert str(told.value).endswith("several.yaml:1: jions: is missing. Write 'jions: ...'.")


def test_phrases_have_commas_between_them() -> None:
    assert ("as", "well") in lists("both/several").phrases("adds_both")
