"""Our YAML is JSON with comments: nothing else is guessed, and every value knows its line."""

import pytest

from engine.document.place import top
from engine.document.problem import Problems
from engine.document.reader import MAX_BYTES, MAX_DEPTH, MAX_NODES, read
from engine.document.tree import Document, plain
from engine.model.value import Scalar


def document(text: str | bytes) -> Document:
    found = read(text, "a.yaml")
    assert isinstance(found, Document), str(found)
    return found


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("0", 0),
        ("-12", -12),
        ("1500", 1500),
        ("0.5", 0.5),
        ("-1.25e3", -1250.0),
        ("1e2", 100.0),
        ("'1500'", "1500"),
        ('"true"', "true"),
        ("''", ""),
        *(
            (text, text)
            for text in (
                *("yes", "no", "on", "off", "y", "n", "True", "NULL", "~", "Yes"),
                *("15:00", "0712345670", "+254712345678", "2026-06-01", "2026-06-01T15:00"),
                *("100%", "30m", "0x1F", "0o17", "1_000", ".5", "5.", ".inf", ".nan", "1,500"),
                *("KAA 999A", "=", "nyoa kesho", "-", "--1", "01", "1e", "1.2.3"),
            )
            if text != "-"
        ),
    ],
)
def test_a_scalar_means_what_json_would_say(written: str, value: Scalar) -> None:
    found = plain(document(f"key: {written}\n").root)
    assert found == {"key": value}
    assert type(found["key"]) is type(value)


def test_every_key_and_value_knows_its_line() -> None:
    root = top(
        document(
            "# a comment\n"
            "one: first\n"
            "two:\n"
            "  deep:\n"
            "    - a\n"
            "    - b\n"
            "  long: |\n"
            "    words\n"
            "three:\n"
            "  value\n"
            "four: {a: 1,\n"
            "  b: [2,\n"
            "   3]}\n"
        ).root
    )
    two, four = root.get("two"), root.get("four")
    assert two is not None
    assert four is not None
    assert root.key_at("one").line == 2
    assert two.at.line == 3
    assert [item.at.line for item in two.many("deep")] == [5, 6]
    assert two.key_at("long").line == 7
    assert (root.key_at("three").line, _line(root.get("three"))) == (9, 10)
    assert [item.at.line for item in four.many("b")] == [12, 13]
    assert [item.key for item in two.many("deep")] == ["two.deep.0", "two.deep.1"]
    assert root.key_at("one").file == "a.yaml"


def _line(place: object) -> int:
    return int(place.at.line)  # type: ignore[attr-defined]


def test_the_order_of_keys_stays() -> None:
    found = plain(document("b: 1\na: 2\nc: 3\n").root)
    assert list(found) == ["b", "a", "c"]  # type: ignore[arg-type]


def test_a_mark_of_utf8_and_an_explicit_start_are_allowed() -> None:
    assert plain(document("\ufeff---\nkey: é\n".encode()).root) == {"key": "é"}
    assert plain(document("key: 'Ninyolewe 😀'\n...\n").root) == {"key": "Ninyolewe 😀"}


def test_text_in_blocks_is_text() -> None:
    found = plain(document("a: |\n  true\nb: >-\n  15\nc: 'no'\n").root)
    assert found == {"a": "true\n", "b": "15", "c": "no"}


def test_bounds_are_inclusive() -> None:
    deep = "".join(f"{'  ' * level}a:\n" for level in range(MAX_DEPTH - 1))
    assert isinstance(read(f"{deep}{'  ' * (MAX_DEPTH - 1)}a: 1\n", "a.yaml"), Document)
    assert isinstance(read(f"{deep}{'  ' * (MAX_DEPTH - 1)}a: {{a: 1}}\n", "a.yaml"), Problems)
    items = "- x\n" * (MAX_NODES - 1)
    assert isinstance(read(items, "a.yaml"), Document)
    assert isinstance(read(f"{items}- x\n", "a.yaml"), Problems)
    assert isinstance(read(f"a: {'x' * (MAX_BYTES - 4)}\n", "a.yaml"), Document)
    assert isinstance(read(f"a: {'x' * (MAX_BYTES - 3)}\n", "a.yaml"), Problems)


def test_all_problems_come_at_once() -> None:
    found = read("a: 1\na: 2\nb: &x 1\nc: !y 2\nd: *x\n5: 1\n", "a.yaml")
    assert isinstance(found, Problems)
    assert [problem.line for problem in found] == [2, 3, 4, 5, 6]
