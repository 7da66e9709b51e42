"""Words and phrases that come as data: a new Sheng word is a line of a phrase file."""

import pytest

from engine.assembly.roles import heard_terms
from engine.model.understanding import Heard, Understanding
from engine.nlu.acts.strange import strange
from engine.nlu.rules import understand
from engine.nlu.tokens import key
from engine.render.book import PhraseBook
from tests.nlu.scenes import BOOK, NOW, VOCABULARY, decided, hearing


def said(text: str, **lists: str) -> Understanding:
    """What is understood where a business adds these lists to its lexicon."""
    book = BOOK.with_overrides({"sw": {f"lexicon.{name}": words for name, words in lists.items()}})
    catalogue = tuple(term for term in VOCABULARY if not isinstance(term.type, Heard))
    return understand(text, hearing("staff", kind="ask"), (*catalogue, *heard_terms(book)), NOW)


def test_a_word_means_another() -> None:
    assert said("blixi saa tisa").time is not None
    told = said("blixi saa tisa", **{"word.kesho": "blixi, bliksi"}).time
    assert told is not None
    assert told.value == "2026-06-11T15:00"


def test_a_phrase_is_an_act_whatever_stands_in_its_gap() -> None:
    assert not decided(said("zungusha booking yangu"))
    own = {"act.cancel": "zungusha .. yangu"}
    assert "cancel" in decided(said("zungusha booking yangu", **own))


def test_layers_add_to_those_beneath() -> None:
    terms = heard_terms(BOOK.with_overrides({"en": {"lexicon.word.kesho": "blixi"}}))
    (words,) = (one.words for one in terms if (one.type, one.value) == (Heard.WORD, "kesho"))
    assert {"kesh", "blixi"} <= set(words)


def test_phrases_that_leave_it_to_us_and_things_that_are_nobody() -> None:
    assert [m.value for m in said("yule wa zamu").mentions if m.type == "staff"] == []
    told = said("yule wa zamu", anyone="yule wa zamu").mentions
    assert [m.value for m in told if m.type == "staff"] == ["*"]
    assert [m.value for m in said("with blixi").mentions] == ["blixi"]
    assert not said("with blixi", things="blixi").mentions


TRADE = "blixologist, blixi doctor"


@pytest.mark.parametrize(
    "words",
    [
        "I am after a blixologist", "could you find me a good blixologist near Karen",
        "natafuta blixi doctor", "I need a check from a blixologist",
    ],
)  # fmt: skip
def test_whoever_looks_for_one_of_the_trade_wants_to_book(words: str) -> None:
    assert "book" not in decided(said(words))
    found = said(words, trade=TRADE)
    assert decided(found) == {"book"}
    assert not [one for one in found.mentions if one.type == "service"]


@pytest.mark.parametrize(
    "words",
    ["I don't need a blixologist", "my blixologist told me so", "how old is your blixologist?"],
)
def test_who_only_speaks_of_one_does_not(words: str) -> None:
    assert "book" not in decided(said(words, trade=TRADE))


def test_a_name_of_the_catalogue_keeps_its_own_meaning() -> None:
    told = said("kinyozi", **{"word.nataka": "kinyozi"})
    assert [m.value for m in told.mentions if m.type == "service"] == ["cut"]


@pytest.mark.parametrize(
    ("name", "words", "fault", "remedy"),
    [
        ("act.cancell", "x", "no act is called 'cancell'", "Write 'cancel'."),
        ("word.", "x", "stands for no word", "Write word.<a word that is understood>: ..."),
        ("thing", "x", "is no part of a lexicon", "Write 'things'."),
        ("word.leo", "hii leo", "'hii leo' is more than a word", "Write it under act.<act>."),
        ("word.leo", "kesh", "'kesh' means 'kesho' already", "Write it in one place only."),
        ("anyone", "{{ staff }}", "holds signs that nobody writes",
         "Write plain words with commas between."),
        ("things", " , ", "holds no words", "Write words with commas between, or delete it."),
    ],
)  # fmt: skip
def test_what_cannot_be_a_list_is_told(name: str, words: str, fault: str, remedy: str) -> None:
    book = PhraseBook.from_texts({"sw": {f"lexicon.{name}": words, "lexicon.word.kesho": "kesh"}})
    assert (fault, remedy) in {(one.fault, one.remedy) for one in book.problems()}


def test_what_is_shipped_stands_for_words_that_are_known_and_is_not_known_itself() -> None:
    words = [term for term in heard_terms(BOOK) if term.type == Heard.WORD]
    assert words
    assert not [one.value for one in words if strange(key(one.value))]
    assert not BOOK.problems()
