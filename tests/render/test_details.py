"""What a vertical asks beside the shipped answers is shown by the shipped summary and recap."""

import pytest

from engine.model.value import Value
from engine.render.book import PhraseBook
from engine.render.shown import Shown
from tests.render.scene import context

SAYS = "Confirm {{ service }}\n  {{- details }}{% if price %} at {{ price }}{% endif %}."
LISTS = "Booked!\n• {{ service }}\n{{ details.lines }}\n• done\n"
BASE = PhraseBook.from_texts(
    {
        "en": {
            "visit.summary": {"text": SAYS, "voice": SAYS},
            "visit.recap": {"text": LISTS, "voice": "Booked."},
        }
    }
)
CAR = {"visit.plate.summary": "car {{ plate }}"}
GROUP = {"visit.party.summary": "{% if party and big %}{{ party }} people{% endif %}"}


def seen(**texts: str) -> dict[str, Shown]:
    style = context(BASE).style
    names = ("service", "plate", "party", "big", "price")
    return {name: Shown(Value("text", texts.get(name)), style) for name in names}


@pytest.mark.parametrize(
    ("own", "known", "said"),
    [
        ({}, {"service": "Wash"}, "Confirm Wash."),
        (CAR, {"service": "Wash", "plate": "KDA 123A"}, "Confirm Wash, car KDA 123A."),
        (CAR, {"service": "Wash"}, "Confirm Wash."),
        (GROUP, {"service": "Shoot", "party": "8", "big": "yes"}, "Confirm Shoot, 8 people."),
        (GROUP, {"service": "Shoot", "party": "8"}, "Confirm Shoot."),
        (
            {**CAR, **GROUP},
            {"service": "A", "plate": "B", "party": "2", "big": "yes"},
            "Confirm A, car B, 2 people.",
        ),
    ],
)
def test_each_answer_stands_in_the_sentence_where_it_is_known(
    own: dict[str, str], known: dict[str, str], said: str
) -> None:
    book = BASE.with_overrides({"en": own})
    assert book.say("visit.summary", seen(**known), locales=("en",)) == said
    assert (
        BASE.say("visit.summary", seen(**known), locales=("en",)) == f"Confirm {known['service']}."
    )


def test_each_is_a_line_of_a_list() -> None:
    book = BASE.with_overrides({"en": CAR})
    known = seen(service="Wash", plate="KDA 123A")
    assert book.say("visit.recap", known, locales=("en",)) == (
        "Booked!\n• Wash\n• Car KDA 123A\n• done"
    )
    assert BASE.say("visit.recap", known, locales=("en",)) == "Booked!\n• Wash\n• done"


def test_what_is_shown_so_counts_as_shown() -> None:
    book = BASE.with_overrides({"en": CAR})
    assert "plate" in book.prints("visit.summary")
    assert "plate" in book.asks_for("visit.recap")
    assert "plate" not in BASE.prints("visit.summary")
    assert not [fault for fault in book.problems() if fault.locale == "en"]
