"""Answers from a catalogue: what is asked, what was talked of before, and what is not known."""

from datetime import date

import pytest

from engine.model.tool import Answer
from engine.model.value import Value
from tools.catalog.model import Catalogue, Closure, Person, Service
from tools.knowledge.answers import answer
from tools.knowledge.asked import asked
from tools.knowledge.snippets import snippet

DAY = ((540, 1080),)
WEEK = dict.fromkeys(range(1, 6), DAY) | {6: ((600, 960),)}
CUT = Service("cut", "Haircut", "Kunyoa", (), "hair", 1500, 45)
BRAIDS = Service("braids", "Braids", "Kusuka", (), "hair", 0, 180)
NAILS = Service("nails", "Nails", "Kucha", (), "nails", 900, 30)
CATALOGUE = Catalogue(
    {one.id: one for one in (CUT, BRAIDS, NAILS)},
    (
        Person("anna", "Anna", (), "main", frozenset({"cut", "braids"}), WEEK),
        Person("mary", "Mary", (), "main", frozenset({"nails"}), WEEK),
    ),
    branches={"main": WEEK},
    closures=(Closure(None, date(2026, 6, 3), date(2026, 6, 3)),),
)
FACTS = (snippet("parking", "Behind the house.", "Nyuma ya nyumba."),)


def ask(question: str, **slots: Value) -> Answer:
    args = {"question": Value("question", question), **slots}
    return answer(asked(args, CATALOGUE), CATALOGUE, FACTS)


def service(id_: str | None, **facts: str | bool) -> Value:
    return Value("service", id_, facts=facts)


def kind(found: Answer) -> object:
    return found.gives["answer"].value if found.gives else found.outcome


def named(found: Answer) -> list[object]:
    return [item.value for item in found.gives["found"].items]


def test_a_fact_is_asked_for_in_the_words_of_either_language() -> None:
    facts = (
        snippet("location", "Mbagathi Way.", "Barabara ya Mbagathi."),
        snippet("waiting", "There is a lounge.", "Kuna ukumbi."),
        snippet("delivery", "Within four days.", "Ndani ya siku nne."),
    )
    for words, told in (
        ("kuna mahali pa kusubiri?", "Kuna ukumbi."),
        ("where can I wait?", "Kuna ukumbi."),
        ("zitakuwa tayari lini?", "Ndani ya siku nne."),
        ("mko mahali gani?", "Barabara ya Mbagathi."),
        ("When will I get the photos?", "Ndani ya siku nne."),
    ):
        found = answer(asked({"question": Value("question", words)}, CATALOGUE), CATALOGUE, facts)
        assert found.gives["answer"].names["sw"] == told, words


def test_one_price_is_told_with_its_time() -> None:
    found = ask("how much is a haircut?", service=service("cut"))
    assert kind(found) == "price"
    assert found.gives["answer"].facts == {"price": 1500, "minutes": 45}
    assert found.gives["answer"].names == {"en": "Haircut", "sw": "Kunyoa"}


def test_a_word_for_several_gives_each_ones_price() -> None:
    found = ask("how much for hair?", service=service(None, candidates="cut,braids"))
    assert (kind(found), named(found)) == ("prices", ["cut", "braids"])


def test_what_is_no_service_is_told_by_the_fact_that_holds_it() -> None:
    facts = (snippet("turnaround", "Glazing takes four days.", "Vioo huchukua siku nne."),)
    for words, told in (
        ("how long does glazing take?", "fact"),
        ("how long does it take?", "durations"),
        ("how much do you charge?", "prices"),
    ):
        found = answer(asked({"question": Value("question", words)}, CATALOGUE), CATALOGUE, facts)
        assert kind(found) == told, words


def test_no_service_gives_every_price() -> None:
    assert named(ask("price list")) == ["cut", "braids", "nails"]


def test_what_was_talked_of_before_answers_only_what_needs_it() -> None:
    before = service("cut", earlier=True)
    assert kind(ask("what's the cost?", service=before)) == "price"
    assert kind(ask("is there parking?", service=before)) == "fact"
    assert kind(ask("do you do tattoos?", service=before)) == "not_offered"
    assert kind(ask("do you have a garden?", service=before)) == "unknown"


def test_a_service_that_there_is_none_of_is_named_back() -> None:
    found = ask("how much is a tattoo?", service=service("tattoo", text="tattoo"))
    assert (kind(found), found.gives["answer"].facts["wanted"]) == ("not_offered", "tattoo")


@pytest.mark.parametrize(
    ("day", "what", "facts"),
    [
        ("2026-06-01", "open_on", {"day": "2026-06-01", "opens": "09:00", "closes": "18:00"}),
        ("2026-06-06T15:00", "open_on", {"day": "2026-06-06", "opens": "10:00", "closes": "16:00"}),
        ("2026-06-07", "closed_on", {"day": "2026-06-07"}),
        ("2026-06-03", "closed_on", {"day": "2026-06-03"}),
    ],
)
def test_hours_of_a_day(day: str, what: str, facts: dict[str, str]) -> None:
    found = ask("are you open then?", time=Value("opening", day))
    assert (kind(found), found.gives["answer"].facts) == (what, facts)


def test_hours_of_the_week_are_told_in_stretches() -> None:
    found = ask("opening hours")
    told = [(item.value, item.facts.get("opens")) for item in found.gives["found"].items]
    assert told == [("1-5", "09:00"), ("6", "10:00"), ("7", None)]


def test_who_does_it() -> None:
    assert named(ask("who does nails?", service=service("nails"))) == ["mary"]
    assert kind(ask("who works there?")) == "people"


def test_a_parking_price_is_no_price_of_a_service() -> None:
    assert kind(ask("how much is parking?")) == "fact"
    assert kind(ask("how much is a haircut with parking?", service=service("cut"))) == "price"


def test_the_place_is_told_if_it_is_known() -> None:
    assert kind(ask("where are you?")) == "unknown"
