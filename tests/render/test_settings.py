"""Settings in phrases: each shown by its kind, in both languages; a gap is never left."""

import pytest

from engine.model.effect import Say
from engine.model.value import Scalar, Value
from engine.render.book import PhraseBook
from engine.render.errors import UnsayablePhrase
from engine.render.replies import render
from tests.render.scene import context

WORDS = "{% if settings.one %}It is {{ settings.one }}.{% else %}None.{% endif %}"
BOOK = PhraseBook.from_texts({locale: {"a.b": WORDS} for locale in ("en", "sw")})


def shown(kind: str, value: Scalar, locale: str = "en", channel: str = "whatsapp") -> str:
    said = Say("a.b", settings={"one": Value(kind, value)})
    (reply,) = render((said,), context(BOOK, locale=locale, channel=channel))
    return reply.text


@pytest.mark.parametrize(
    ("kind", "value", "en", "sw"),
    [
        ("span", 7200, "2 hours", "masaa 2"),
        ("share", 0.5, "50%", "50%"),
        ("share", 1, "100%", "100%"),
        ("share", 0.125, "12.5%", "12.5%"),
        ("number", 3, "3", "3"),
        ("text", "17:30", "17:30", "17:30"),
        ("flag", True, "yes", "ndio"),
    ],
)
def test_each_kind_is_shown_in_its_own_way(kind: str, value: Scalar, en: str, sw: str) -> None:
    assert shown(kind, value) == f"It is {en}."
    assert shown(kind, value, "sw") == f"It is {sw}."


def test_aloud_there_are_no_figures() -> None:
    assert shown("share", 0.5, channel="voice") == "It is fifty percent."
    assert shown("share", 0.5, "sw", "voice") == "It is asilimia hamsini."
    assert shown("span", 7200, "sw", "voice") == "It is masaa mawili."
    assert shown("number", 3, channel="voice") == "It is three."


@pytest.mark.parametrize("nothing", [0, "", None])
def test_nothing_is_no_in_a_test(nothing: Scalar) -> None:
    assert shown("number", nothing) == "None."


def test_a_number_may_be_money() -> None:
    words = {"a.b": "{{ settings.fee | money }}"}
    said = Say("a.b", settings={"fee": Value("number", 1500)})
    (reply,) = render((said,), context(PhraseBook.from_texts({"en": words})))
    assert reply.text == "KES 1,500"


@pytest.mark.parametrize("words", ["{{ settings.two }}", "{{ settings }}"])
def test_what_is_not_there_is_never_said(words: str) -> None:
    book = PhraseBook.from_texts({"en": {"a.b": words}})
    with pytest.raises(UnsayablePhrase):
        render((Say("a.b", settings={"one": Value("number", 3)}),), context(book))


def test_a_book_knows_which_settings_its_phrases_name() -> None:
    book = PhraseBook.from_texts(
        {
            "en": {
                "a.b": "{% if settings.one %}x{% endif %}",
                "a.b.again": "{{ settings.two | capital }}",
                "a.plain": "The settings are ours.",
                "a.bare": "{{ settings }}",
                "a.whole": "Done{{ details }}",
                "a.ask.summary": "{{ plate }} for {{ settings.three }}",
            },
        }
    )
    assert book.settings("en", "a.b") == {"one"}
    assert book.tells("a.b") == {"one", "two"}
    assert book.tells("a.whole") == {"three"}
    assert book.settings("en", "a.plain") == frozenset()
    assert book.settings("en", "a.bare") == {""}
