"""Services, people, phones, names and a vertical's own answers, named in messages."""

import pytest

from engine.model.flow import SlotType
from engine.model.session import Chip
from engine.model.understanding import Term, Vocabulary
from engine.model.value import ANYONE, Value
from engine.nlu.rules import understand
from tests.nlu.scenes import NOW, SUMMARY, TYPES, VOCABULARY, heard, hearing, only

STAFF = hearing("staff", kind="ask")
SUMMARY_ASKED = hearing(kind="confirm", standing=SUMMARY)


def test_exact_names_and_synonyms() -> None:
    for words in ("haircut", "Kunyoa", "a HAIRCUT please", "haircuts"):
        found = only(heard(words).mentions)
        assert (found.type, found.value) == ("service", "cut"), words
        assert found.confidence >= 0.95, words


def test_written_in_one_word_or_with_a_hyphen() -> None:
    for words in ("follow-up", "follow up", "followup", "follow-up session"):
        assert only(heard(words).mentions).value == "follow", words


def test_a_word_of_several_is_a_choice() -> None:
    found = only(heard("I want a massage").mentions)
    assert found.value is None
    assert set(found.candidates) == {"swedish", "tissue"}
    assert 0.40 <= found.confidence < 0.70, "asked, never assumed"


def test_a_word_of_several_beside_a_telling_one_is_that_one() -> None:
    assert only(heard("masaji ya deep tissue").mentions).value == "tissue"
    assert only(heard("a massage, swedish massage please").mentions).value == "swedish"
    assert only(heard("haircut only, the last massage was long").mentions).value == "cut"
    assert only(heard("my massage with a haircut").mentions).value is None


def test_a_verb_is_narrowed_by_what_it_is_done_to() -> None:
    both = (Term("service", "cut", ("kunyoa",)), Term("service", "beard", ("ndevu",)))
    for words, values in (
        ("nataka kunyoa ndevu kesho", {"beard"}),
        ("nataka kunyoa na ndevu kesho", {"cut", "beard"}),
        ("kunyoa, ndevu", {"cut", "beard"}),
    ):
        mentions = understand(words, hearing(), both, NOW).mentions
        found = only(tuple(one for one in mentions if one.type == "service"))
        assert {found.value, *found.candidates} - {None} == values, words


@pytest.mark.parametrize(
    "words",
    [
        "wacha masaji, kunyoa tu",
        "achana na hiyo masaji, nataka kunyoa",
        "badala ya masaji nataka kunyoa",
        "forget the massage, a haircut please",
        "nataka masaji, samahani, kunyoa",
        "a massage, sorry I mean a haircut",
        "masaji hapana, kunyoa",
        "kunyoa tu, masaji wacha",
        "kunyoa, masaji achana nayo",
        "just a haircut, leave the massage",
        "a haircut only, no massage",
    ],
)
def test_what_is_let_go_of_is_not_wanted(words: str) -> None:
    wanted = [one for one in heard(words).mentions if one.type == "service" and not one.excluded]
    assert only(tuple(wanted)).value == "cut"


def test_let_me_is_no_letting_go() -> None:
    cut = (Term("service", "cut", ("nikate nywele",)),)
    found = only(understand("wacha nikate nywele kesho", hearing(), cut, NOW).mentions)
    assert not found.excluded


def test_the_longer_name_wins() -> None:
    assert only(heard("deep tissue massage").mentions).value == "tissue"
    assert only(heard("masaji ya tishu").mentions).value == "tissue"


def test_a_telling_word_is_enough_to_assume() -> None:
    found = only(heard("swedish then").mentions)
    assert found.value == "swedish"
    assert 0.70 <= found.confidence < 0.85


def test_a_word_of_a_name_that_says_which_is_that_one() -> None:
    for words in (
        "iwe ya tishu",
        "nataka ile ya tishu",
        "badilisha, ya tishu",
        "so the tissue one",
    ):
        found = only(heard(words, SUMMARY_ASKED).mentions)
        assert found.value == "tissue", words
        assert found.confidence >= 0.85, words
    assert only(heard("karatasi ya tishu").mentions).confidence < 0.85


@pytest.mark.parametrize(
    ("words", "service"),
    [
        ("ninyolewe kesho", "cut"),
        ("nataka uninyoe", "cut"),
        ("mtoto anyolewe Ijumaa", "cut"),
        ("mnioshee gari kesho", "wash"),
        ("gari ioshwe leo", "wash"),
        ("nisukwe na Anna", "braid"),
        ("nataka nisukwe nywele na Anna", "braid"),
    ],
)
def test_a_verb_of_a_name_is_heard_however_it_is_bent(words: str, service: str) -> None:
    names = (
        Term("service", "cut", ("haircut", "kunyoa")),
        Term("service", "wash", ("kuosha gari", "kuosha")),
        Term("service", "braid", ("kusuka", "nywele")),
        Term("service", "dry", ("blow dry", "nywele")),
    )
    found = [
        one for one in understand(words, hearing(), names, NOW).mentions if one.type == "service"
    ]
    assert only(tuple(found)).value == service


def test_a_verb_that_orders_is_no_slip_of_a_service() -> None:
    whitening = (Term("service", "white", ("kungarisha",)),)
    assert understand("naomba kuahirisha", hearing(), whitening, NOW).mentions == ()
    assert only(understand("naomba kungarsha", hearing(), whitening, NOW).mentions).value == "white"


def test_no_trouble_is_no_slip_of_a_name() -> None:
    saida = (Term("staff", "st_7", ("saida",)),)
    assert understand("hakuna shida", STAFF, saida, NOW).mentions == ()


def test_slips_of_the_thumb() -> None:
    assert only(heard("I need a hairct").mentions).value == "cut"
    assert only(heard("with Annah", STAFF).mentions).value == "st_1"


SALON: Vocabulary = (
    Term("service", "box", ("box braids", "braids")),
    Term("service", "knotless", ("knotless braids", "braids")),
    Term("service", "wash", ("wash and blow dry", "wash")),
    Term("service", "care", ("hair treatment",)),
    Term("service", "cut", ("haircut", "kunyoa")),
    Term("service", "child", ("kids haircut", "kunyoa mtoto")),
    Term("service", "clean", ("teeth cleaning", "teeth")),
    Term("service", "white", ("teeth whitening", "teeth")),
    Term("service", "fade", ("skin fade",)),
)


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("natka kunyoa mtto kesho", {"child"}),
        ("kids hircut tomorrow", {"child"}),
        ("knotles braids on saturday", {"knotless"}),
        ("teeth whitenning friday", {"white"}),
        ("haircut and knotles braids", {"cut", "knotless"}),
        ("i need my hair braided", {"box", "knotless"}),
        ("i want my hair washed on friday", {"wash"}),
        ("get my teeth cleaned", {"clean"}),
        ("can you whiten my teeth", {"white"}),
        ("something for my hair tomorrow", set()),
        ("skin fede friday", {"fade"}),
    ],
)
def test_a_slip_or_a_verb_beside_a_word_of_several_says_which(words: str, values: set[str]) -> None:
    found = understand(words, hearing(), SALON, NOW).mentions
    told = (v for m in found if m.type == "service" for v in (m.value, *m.candidates))
    assert {*told} - {None} == values


def test_two_that_are_both_wanted_are_a_choice() -> None:
    found = only(heard("Anna or Mary", STAFF).mentions)
    assert found.value is None
    assert found.candidates == ("st_1", "st_2")


@pytest.mark.parametrize(
    "words", ["anyone", "anybody is fine", "yeyote", "mtu yeyote", "any", "no preference"]
)
def test_anyone(words: str) -> None:
    found = only(heard(words, STAFF).mentions)
    assert (found.type, found.value) == ("staff", ANYONE)


def test_any_time_is_not_anyone() -> None:
    for words in ("any time tomorrow", "saa yoyote", "is anyone there?"):
        assert not heard(words).mentions, words


def test_a_name_that_is_a_month() -> None:
    with_may = heard("with May on May 5th")
    assert only(with_may.mentions).value == "st_3"
    assert with_may.time is not None
    assert with_may.time.value == "2027-05-05"
    assert not heard("5 May").mentions
    assert not heard("may I book a slot?").mentions
    assert only(heard("May", STAFF).mentions).value == "st_3"


def test_something_we_do_not_have_is_told_and_not_guessed() -> None:
    found = only(heard("I want to book a tattoo tomorrow").mentions)
    assert (found.type, found.value, found.text) == ("service", "tattoo", "tattoo")
    asked = hearing("service", kind="ask")
    assert only(heard("tattoo removal", asked).mentions).value == "tattoo removal"
    assert not heard("tell me a story").mentions
    assert not heard("I want to book an appointment").mentions


def test_names_when_a_name_is_asked_or_told() -> None:
    asked = hearing("name", types={**TYPES, "name": SlotType("name", 0.90)})
    for words in ("Wanjiru", "my name is Wanjiru", "naitwa Wanjiru", "jina langu ni Wanjiru"):
        found = only(heard(words, asked).mentions)
        assert (found.type, found.value) == ("name", "Wanjiru"), words
        assert found.confidence >= 0.90, words
    alone = hearing("name", types={"name": SlotType("name")})
    assert only(heard("mary wambui kamau", alone).mentions).value == "Mary Wambui Kamau"
    assert only(heard("my name is Otieno").mentions).value == "Otieno"
    assert not heard("Otieno").mentions


def test_numbers_options_and_free_text_when_asked() -> None:
    number = hearing("guests", types={"guests": SlotType("number")})
    assert only(heard("we are four", number).mentions).value == 4
    size = hearing(
        "size", types={"size": SlotType("choice", options=("small", "very large", "large"))}
    )
    assert only(heard("very large please", size).mentions).value == "very large"
    assert not heard("either", size).mentions
    reason = hearing("reason", types={"reason": SlotType("text")})
    assert only(heard("something came up", reason).mentions).value == "something came up"
    level = hearing("level", types={"level": SlotType("text", options=("primary", "college"))})
    assert only(heard("form 2", level).mentions).value == "form 2"
    assert not heard("yes please", level).mentions
    assert not heard("hapana", level).mentions


def test_one_vocabulary_is_indexed_once_and_two_do_not_mix() -> None:
    other = (Term("staff", "x_1", ("anna",)),)
    first = understand("Anna", STAFF, VOCABULARY, NOW)
    second = understand("Anna", STAFF, other, NOW)
    again = understand("Anna", STAFF, VOCABULARY, NOW)
    assert [u.mentions[0].value for u in (first, second, again)] == ["st_1", "x_1", "st_1"]


def test_a_shown_value_outside_the_vocabulary_is_heard_by_its_chip() -> None:
    chips = (
        Chip("booking=b1", shows=Value("appointment", "b1", {"en": "Brow shaping, Mon 10:00"})),
        Chip("booking=b2", shows=Value("appointment", "b2", {"en": "Gel polish, Tue 10:00"})),
    )
    which = hearing("booking", chips=chips, types={"booking": SlotType("appointment", lister="x")})
    assert only(heard("the brows", which).mentions).value == "b1"
    assert only(heard("gel", which).mentions).value == "b2"
    assert only(heard("2", which).mentions).value == "b2"


@pytest.mark.parametrize(
    "words", ["my name is Anna", "I am Anna", "naitwa Anna", "mimi ni Anna", "jina langu ni Anna"]
)
def test_who_has_a_name_of_the_team_calls_nobody(words: str) -> None:
    assert "staff" not in {mention.type for mention in heard(words).mentions}
    assert "staff" in {mention.type for mention in heard("with Anna please").mentions}


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("I am Mary", "Mary"),
        ("mimi ni Mary", "Mary"),
        ("Hi, I'm Otieno.", "Otieno"),
        ("I am late", None),
        ("mimi ni mjamzito", None),
        ("I am Mary and I am running late", None),
    ],
)
def test_who_introduces_themselves_calls_nobody_of_the_team(text: str, called: str | None) -> None:
    mentions = heard(text, hearing(standing=SUMMARY, kind="confirm")).mentions
    assert [one.value for one in mentions if one.type == "name"] == ([called] if called else [])
    assert not [one for one in mentions if one.type == "staff"]


def test_a_month_is_no_slip_of_a_name() -> None:
    jane = (*VOCABULARY, Term("staff", "st_9", ("jane",)))
    for words, value in (("1st Jan", "2027-01-01"), ("Jan 5th at 3pm", "2027-01-05T15:00")):
        said = understand(words, hearing(), jane, NOW)
        assert said.time is not None
        assert (said.time.value, said.mentions) == (value, ())
    with_her = understand("3pm tomorrow with Jan", hearing(), jane, NOW)
    assert [m.value for m in with_her.mentions] == ["st_9"]
