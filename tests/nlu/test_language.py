"""Which language a message is in, and in which the answer goes out."""

from dataclasses import replace

import pytest

from engine.model.thresholds import Thresholds
from tests.nlu.scenes import heard, hearing


@pytest.mark.parametrize(
    ("words", "label", "locale"),
    [
        ("I want to book for tomorrow", "en", "en"),
        ("nataka kuweka nafasi ya kesho", "sw", "sw"),
        ("Habari", "sw", "sw"),
        ("hapana", "sw", "sw"),
        ("yes please", "en", "en"),
        ("kesho at 3", "mixed", "en"),
        ("nina time Monday saa kumi jioni", "mixed", "sw"),
        ("mnatoboa masikio?", "sw", "sw"),
        ("unibookie slot ya kesho", "sw", "sw"),
    ],
)
def test_words_tell_the_language(words: str, label: str, locale: str) -> None:
    said = heard(words).language
    assert (said.label, said.locale) == (label, locale)
    assert said.confidence >= 0.70


@pytest.mark.parametrize("words", ["Anna", "ok", "2", "3pm", "👍", "", "haircut"])
def test_too_little_evidence_keeps_the_locale(words: str) -> None:
    for locale in ("en", "sw"):
        said = heard(words, hearing(locale=locale)).language
        assert said.locale == locale
        assert said.confidence < 0.70


def test_names_belong_to_no_language() -> None:
    assert heard("kinyozi", hearing(locale="en")).language.locale == "en"


@pytest.mark.parametrize(
    ("words", "from_", "locale"),
    [
        ("hapana", 0.72, "sw"),
        ("hapana", 0.73, "en"),
        ("nina time Monday saa kumi jioni", 0.95, "sw"),
        ("unibookie slot ya kesho", 0.95, "en"),
    ],
)
def test_a_business_says_how_surely_a_language_must_be_told(
    words: str, from_: float, locale: str
) -> None:
    here = replace(hearing(locale="en"), thresholds=Thresholds(language=from_))
    assert heard(words, here).language.locale == locale


@pytest.mark.parametrize("words", ["yes", "ok", "yes please", "sure", "two", "Yes, ok"])
def test_an_answer_of_a_word_keeps_the_language_of_the_talk(words: str) -> None:
    assert heard(words, hearing(locale="sw")).language.locale == "sw"
    assert heard("yes, book a haircut for me", hearing(locale="sw")).language.locale == "en"
