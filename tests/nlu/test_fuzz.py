"""Nothing that can be typed breaks understanding, and nothing makes it work more than it must."""

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.understanding import Understanding
from engine.nlu.tokens import MAX_CHARS, read
from engine.nlu.words import calendar, clock, numbers
from engine.nlu.words.cues import CUES
from tests.nlu.scenes import SUMMARY, heard, hearing
from tests.nlu.test_chips import PEOPLE, TIMES, WAYS

CONTEXTS = (
    hearing(),
    hearing("phone", kind="ask"),
    hearing(standing=SUMMARY, kind="confirm"),
    PEOPLE,
    TIMES,
    WAYS,
)

SPECIALS = (
    "😭",
    "👍🏾",
    "\0",
    "\u202e",
    "مرحبا",
    "שלום",
    "٣",
    "½",
    "İ",
    "ﬁ",
    "\n",
    "'",
    '"',
    "@",
    ":",
    "/",
    "-",
)
WORDS = tuple(
    sorted(
        {
            *calendar.WEEKDAYS, *calendar.MONTHS, *calendar.OFFSETS, *calendar.UNITS, *clock.PARTS,
            *numbers.UNITS_EN, *numbers.UNITS_SW, *numbers.TENS_EN, *numbers.TENS_SW,
            *numbers.ORDINALS_EN, *clock.AT, *clock.AFTER, *clock.BEFORE, *clock.OCLOCK,
            *(word for _, _, lines in CUES
              for word in lines.replace("|", " ").split() if word.isalpha()),
            "saa", "na", "nusu", "robo", "kasoro", "kasorobo", "half", "quarter", "past", "to",
            "pm", "next", "this", "ijayo", "hii", "tarehe", "not", "sitaki", "anna", "massage",
            "anyone",
            *(str(n) for n in range(0, 40)), "1530", "0712345678", "2026", "99999999999999999999",
            *SPECIALS,
        }
    )
)  # fmt: skip


PIECES = (
    "kesho saa tatu na Anna ",
    "a",
    "9",
    "😭",
    "saa ",
    ". ",
    "no ",
    "\u202e\0abc",
    "friday or ",
    "+254 7",
    "İ",
)
MORE_AT_MOST = 2.5
"""Of the work of half a message: what looks at every word from every other one takes four."""
CALLS_A_MESSAGE, CALLS_A_WORD = 1_000, 400


def sound(said: Understanding) -> None:
    """What must hold of every understanding."""
    assert all(0.0 <= act.confidence <= 1.0 for act in said.acts)
    assert all(0.0 <= mention.confidence <= 1.0 for mention in said.mentions)
    assert 0.0 <= said.language.confidence <= 1.0
    assert said.language.locale in {"en", "sw"}


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=120), st.sampled_from(CONTEXTS))
def test_any_text_is_read(text: str, context: object) -> None:
    sound(heard(text, context))  # type: ignore[arg-type]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from(CONTEXTS), st.booleans())
def test_any_words_of_ours_in_any_order_are_read(
    words: list[str], context: object, glued: bool
) -> None:
    sound(heard(("" if glued else " ").join(words), context))  # type: ignore[arg-type]


@pytest.mark.parametrize("piece", PIECES)
def test_a_hundred_kilobytes_are_cut(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert len(read(text).text) <= MAX_CHARS
    said = heard(text)
    sound(said)
    assert said == heard(text[:MAX_CHARS])


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_words_are_twice_the_work(piece: str) -> None:
    text = piece * (MAX_CHARS // len(piece))
    assert _calls(text) < MORE_AT_MOST * _calls(text[: len(text) // 2])


def test_ordinary_messages_take_little_work() -> None:
    for message in (
        "Hi I want to book a haircut tomorrow at 3pm",
        "nipange kunyoa kesho saa nane mchana",
        "kesho at 3", "yes", "not Anna, Mary", "what time do you open on Saturday?",
    ):  # fmt: skip
        assert _calls(message) < CALLS_A_MESSAGE + CALLS_A_WORD * len(message.split())


def _calls(text: str) -> int:
    """How many functions understanding calls: the same on every machine, however busy."""
    counted = 0

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    heard(text)  # what is read once and kept is not counted
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        heard(text)
    finally:
        sys.setprofile(before)
    return counted
