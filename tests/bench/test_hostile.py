"""Hostile words: a small part of what `python -m bench.hostile` hears, counted in steps."""

import sys
from types import FrameType

from bench.hostile.run import heard
from bench.hostile.texts import KINDS, texts
from bench.listener import Listener, listener
from engine.nlu.tokens import MAX_CHARS, MAX_TOKENS, read

COUNT, SEED = 1_600, 7
STEPS_A_MESSAGE, STEPS_A_WORD = 2_000, 1_500
"""Functions called; those that look along the message make the words' share."""
LONGEST = 100_000


def test_no_text_breaks_understanding() -> None:
    assert not [one for one in heard(listener(), COUNT, SEED) if one.error]


def test_the_same_seed_is_the_same_texts_and_another_is_not() -> None:
    assert [*texts(80, SEED)] == [*texts(80, SEED)]
    assert [*texts(80, SEED)] != [*texts(80, SEED + 1)]


def test_texts_are_long_and_of_every_kind() -> None:
    found = [*texts(COUNT, SEED)]
    assert max(map(len, found)) > LONGEST / 2
    assert len({*found}) > COUNT * 0.9
    assert all(any(not text.isascii() for text in found[n :: len(KINDS)]) for n in (1, 2, 3))


def test_work_grows_with_the_words_that_are_read_and_no_faster() -> None:
    ours = listener()
    for text in texts(COUNT // 10, SEED):
        words = min(len(read(text)), MAX_TOKENS)
        assert steps(ours, text) < STEPS_A_MESSAGE + STEPS_A_WORD * words, text[:60]


def test_what_lies_behind_the_bounds_is_not_read() -> None:
    assert len(read("@" * LONGEST)) == MAX_TOKENS
    assert len(read("kesho " * LONGEST).text) == MAX_CHARS


def steps(ours: Listener, text: str) -> int:
    """How many functions understanding calls: the same on every machine, however busy."""
    counted = 0

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    ours.hear(text)  # what is read once and kept is not counted
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        ours.hear(text)
    finally:
        sys.setprofile(before)
    return counted
