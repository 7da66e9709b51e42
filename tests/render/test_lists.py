"""Lists, opening hours and days of the week, as a phrase goes through them."""

from datetime import datetime

import pytest

from engine.model.effect import Say
from engine.model.session import Chip, Prompt
from engine.model.value import Value
from engine.render.book import PhraseBook
from engine.render.chips import offered
from engine.render.context import RenderContext
from engine.render.replies import render
from tests.render.scene import KINDS, NAIROBI, SPA, THREAD, context

PRICES = Value(
    "list",
    2,
    items=(
        Value("service", "mani", {"en": "Manicure", "sw": "Kucha"}, {"price": 800, "minutes": 30}),
        Value("service", "cut", {"en": "Haircut", "sw": "Kunyoa"}, {"price": 0, "minutes": 90}),
    ),
)
WEEK = Value(
    "list",
    3,
    items=(
        Value("weekdays", "1-5", facts={"opens": "09:00", "closes": "18:00"}),
        Value("weekdays", "6-7", facts={"opens": "10:00", "closes": "24:00"}),
        Value("weekdays", "3"),
    ),
)


def say(text: str, found: Value, locale: str = "en", channel: str = "whatsapp") -> str:
    book = PhraseBook.from_texts({"en": {"t.it": text}, "sw": {"t.it": text}})
    now = datetime(2026, 6, 1, tzinfo=NAIROBI)
    context = RenderContext(book, SPA, locale, channel, now, THREAD, kinds=KINDS)
    (reply,) = render((Say("t.it", {"found": found}),), context)
    return reply.text


def test_a_phrase_goes_through_a_list_and_asks_its_things_for_facts() -> None:
    text = (
        "{% for one in found %}{{ one }} {{ one.minutes | duration }}"
        "{% if one.price %} {{ one.price }}{% endif %}{% if not loop.last %}; {% endif %}"
        "{% endfor %}"
    )

    assert say(text, PRICES) == "Manicure 30 minutes KES 800; Haircut 1 hour and 30 minutes"
    assert say("{{ found }}", PRICES) == "Manicure and Haircut"
    assert say("{{ found }}", PRICES, "sw") == "Kucha na Kunyoa"


@pytest.mark.parametrize(
    ("days", "en", "sw"),
    [
        ("1-5", "Monday to Friday", "Jumatatu hadi Ijumaa"),
        ("6-7", "Saturday and Sunday", "Jumamosi na Jumapili"),
        ("3", "Wednesday", "Jumatano"),
        ("1-7", "every day", "kila siku"),
    ],
)
def test_days_of_the_week(days: str, en: str, sw: str) -> None:
    assert say("{{ found }}", Value("weekdays", days)) == en
    assert say("{{ found }}", Value("weekdays", days), "sw") == sw


def test_hours_are_times_of_day_for_eyes_and_ears() -> None:
    text = (
        "{% for one in found %}{% if one.opens %}{{ one.opens }}-{{ one.closes }} {% endif %}"
        "{% endfor %}"
    )

    assert say(text, WEEK) == "09:00-18:00 10:00-00:00"
    assert say(text, WEEK, channel="voice").startswith("nine in the morning")
    assert say(text, WEEK, "sw").startswith("saa tatu asubuhi (09:00)")


def test_two_bookings_of_one_service_at_one_hour_are_told_apart_by_who_serves() -> None:
    labels = [one.label for one in offered(_asks("Mary", "Anna"), context(PhraseBook({})))]
    assert labels == ["Wed 10:00 Mary", "Wed 10:00 Anna"]


def _asks(*people: str) -> Say:
    facts = {"starts_at": "2026-06-03T10:00"}
    booked = [Value("appointment", f"b-{one}", {"en": "Massage"}, {**facts, "person": one})
              for one in people]  # fmt: skip
    chips = tuple(Chip(f"appointment={one.value}", shows=one) for one in booked)
    return Say("cancel.cancel_which", prompt=Prompt(1, 1, "cancel_which", chips))
