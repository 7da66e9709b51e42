"""What a template may not be: hostile ones as data, each with its exact refusal."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.render.book import PhraseBook
from engine.render.errors import UnknownPhrase
from engine.render.guard import MOST_DEPTH, MOST_SOURCE, SANDBOX, read
from tests.render.scene import HERE, load

_CASES = load(HERE / "hostile.yaml")


@pytest.mark.parametrize("case", _CASES, ids=[case["template"] for case in _CASES])
def test_refused_with_its_reason(case: dict[str, Any]) -> None:
    tree, complaints = read(case["template"])

    assert tree is None
    assert sorted(f"{fault}. {remedy}" for fault, remedy in complaints) == case["refused"]


@pytest.mark.parametrize("case", _CASES, ids=[case["template"] for case in _CASES])
def test_never_runs_and_leaves_the_layer_beneath_to_speak(case: dict[str, Any]) -> None:
    shipped = PhraseBook.from_texts({"en": {"booking.taken": "Taken."}})
    book = shipped.with_overrides({"en": {"booking.taken": case["template"], "x.y": "{{ 7*7 }}"}})

    assert book.say("booking.taken", {}, locales=("en",)) == "Taken."
    with pytest.raises(UnknownPhrase, match=r"No phrase is called 'x\.y'"):
        book.say("x.y", {}, locales=("en",))


@pytest.mark.parametrize(
    "template",
    [
        "{{ " + "(" * 500 + "a" + ")" * 500 + " }}",
        "{{ " + "not " * 900 + "a }}",
        "{% if a %}" * 150 + "x" + "{% endif %}" * 150,
        "{% if " + " and ".join("a" * 1 for _ in range(400)) + " %}x{% endif %}",
    ],
    ids=["brackets", "not", "if", "and"],
)
def test_depth_is_bounded(template: str) -> None:
    tree, complaints = read(template)

    assert tree is None
    assert complaints == (
        (f"nests more than {MOST_DEPTH} levels deep", "Split it into phrases of their own."),
    )


def test_length_is_bounded() -> None:
    assert read("a" * MOST_SOURCE)[0] is not None
    assert read("a" * (MOST_SOURCE + 1))[1][0][0] == "is longer than 4,000 characters"


_PIECES = st.sampled_from(
    [
        "{{", "}}", "{%", "%}", "{#", "#}", " ", "a", "service", ".", "price", "|", "money", "(",
        ")", "[", "]", "'", '"', "if", "else", "elif", "endif", "for", "in", "endfor", "options",
        "set", "=", "==", "not", "and", "or", "+", "*", "~", ",", ":", "is", "loop", "macro",
        "__class__", "raw", "endraw", "-", "7", "\n", "\x00", "\u202e", "ñ", "🎉", "recursive",
    ]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_any_text_is_either_refused_or_compiles(source: str) -> None:
    tree, complaints = read(source)

    assert (tree is None) == bool(complaints)
    if tree is not None:
        SANDBOX.from_string(source)
