"""The phrase book: layers, languages, rungs, and what it is certain to show."""

from dataclasses import replace

import pytest

from engine.render.book import PhraseBook
from engine.render.errors import UnknownPhrase, UnsayablePhrase
from engine.render.shown import Shown
from engine.render.style import Style
from tests.render.scene import context, thing

BASE = PhraseBook.from_texts(
    {
        "en": {
            "a.hello": "Hello",
            "a.hello.again": "Hello again",
            "a.hello.again2": "Hello once more",
            "a.bye": {"text": "Bye", "voice": "Goodbye"},
            "a.bye.again": "Bye bye",
            "a.english": "English only",
            "chips.yes": "Yes",
            "a.step.no": "Never",
        },
        "sw": {"a.hello": "Habari", "chips.yes": "Ndio"},
    }
)


def test_the_nearest_rung_that_is_written_is_said() -> None:
    said = [BASE.say("a.hello", {}, locales=("en",), rung=rung) for rung in range(5)]

    assert said == ["Hello", "Hello again", *["Hello once more"] * 3]
    assert BASE.say("a.bye", {}, locales=("en",), rung=2) == "Bye bye"
    assert BASE.say("a.hello", {}, locales=("sw",), rung=2) == "Habari"


def test_ears_have_their_own_wording() -> None:
    assert BASE.say("a.bye", {}, locales=("en",), spoken=True) == "Goodbye"
    assert BASE.say("a.hello", {}, locales=("en",), spoken=True) == "Hello"


def test_another_language_is_better_than_silence() -> None:
    assert BASE.say("a.english", {}, locales=("sw", "en")) == "English only"
    assert BASE.say("a.english", {}, locales=("sw",)) == "English only"


def test_a_phrase_in_no_language_is_an_error_with_a_remedy() -> None:
    with pytest.raises(UnknownPhrase) as caught:
        BASE.say("a.helo", {}, locales=("en",))

    assert str(caught.value) == "No phrase is called 'a.helo'. Add it to the phrase files."
    assert caught.value.code == "phrase.unknown"
    with pytest.raises(UnknownPhrase):
        BASE.prints("a.helo")


def test_a_business_speaks_over_the_shipped_words_with_its_voice_too() -> None:
    own = BASE.with_overrides({"en": {"a.bye": "Cheers"}, "fr": {"a.hello": "Salut"}})

    assert own.say("a.bye", {}, locales=("en",)) == "Cheers"
    assert own.say("a.bye", {}, locales=("en",), spoken=True) == "Cheers"
    assert own.say("a.hello", {}, locales=("en",)) == "Hello"
    assert own.say("a.hello", {}, locales=("fr",)) == "Salut"
    assert own.locales == ("en", "sw", "fr")
    assert BASE.say("a.bye", {}, locales=("en",)) == "Bye"


def test_labels_fall_back_to_the_common_ones() -> None:
    assert BASE.label("a.step.no", "en") == "Never"
    assert BASE.label("a.step.yes", "sw") == "Ndio"
    assert BASE.label("a.step.another_day", "en") == "Another day"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ service }} {{ time }}", {"service", "time"}),
        ("{{ service.minutes }}", {"service"}),
        ("{% if service %}{{ time }}{% endif %}", set()),
        ("{% if price %}for {{ price }}{% endif %}", {"price"}),
        ("{% if phone and not phone.verified %}{{ phone }}{% endif %}", {"phone"}),
        ("{% if phone and not customer.phone %}{{ phone }}{% endif %}", set()),
        ("{% if phone or price %}{{ phone }}{% endif %}", set()),
        ("{% if not price %}{{ price }}{% endif %}", set()),
        ("{% if dials.x %}{{ service }}{% else %}{{ service }} {{ time }}{% endif %}", {"service"}),
        ("{% if a %}{{ price }}{% elif b %}{{ price }}{% else %}{{ price }}{% endif %}", {"price"}),
        ("{% if a %}{{ price }}{% elif b %}x{% else %}{{ price }}{% endif %}", set()),
        ("{{ time | exact | capital }}", {"time"}),
        ("{{ time | on }}", {"time"}),
        ("{{ time | day }} {{ price | money }}", {"price"}),
        ("{% for one in options %}{{ one }}{{ service }}{% endfor %}", {"options"}),
        ("{# {{ service }} #}{% raw %}{{ time }}{% endraw %}", set()),
    ],
)  # fmt: skip
def test_what_is_certain_to_be_shown(template: str, shown: set[str]) -> None:
    assert PhraseBook.from_texts({"en": {"a.b": template}}).prints("a.b") == shown


def test_every_wording_must_show_it() -> None:
    both = "{{ service }} {{ time }}"
    texts = {"en": {"a.b": both}, "sw": {"a.b": both}}
    book = PhraseBook.from_texts(texts)

    assert book.prints("a.b") == {"service", "time"}
    for hiding in ({"a.b": {"text": both, "voice": "{{ time }}"}}, {"a.b.again": "{{ time }}"}):
        assert book.with_overrides({"sw": hiding}).prints("a.b") == {"time"}
    own = book.with_overrides({"sw": {"a.b": "{{ service }} {{ price }}"}})
    assert own.prints("a.b") == {"service"}
    assert book.prints("a.b") == {"service", "time"}


def test_every_name_that_is_asked_for() -> None:
    text = {"text": "{% if why == 'x' %}{{ service.price }}{% endif %}", "voice": "{{ time }}"}
    loop = "{% for one in options %}{{ one }}{% if not loop.last %}, {% endif %}{% endfor %}"
    book = PhraseBook.from_texts({"en": {"a.b": text, "a.b.again": loop}})

    assert book.asks_for("a.b") == {"why", "service", "time", "options"}


def test_printing_what_is_not_there_is_an_error_that_names_it() -> None:
    book = PhraseBook.from_texts({"en": {"a.b": "{{ service }}"}})

    with pytest.raises(UnsayablePhrase, match=r"'a\.b' prints what is not there: 'service' is"):
        book.say("a.b", {}, locales=("en",))


def test_an_id_without_a_name_is_never_shown() -> None:
    book = PhraseBook.from_texts({"en": {"a.b": "{{ hold }}"}})
    style = Style("en", spoken=False, today=context(book).now.date())
    hold = replace(thing("haircut"), type="hold", names={})

    with pytest.raises(UnsayablePhrase, match="prints a hold that has no name"):
        book.say("a.b", {"hold": Shown(hold, style)}, locales=("en",))
