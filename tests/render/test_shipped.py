"""Every phrase that is shipped: complete, sayable whatever is known, fit for its channel."""

import re
from collections.abc import Iterator
from itertools import chain, combinations
from typing import Any

import pytest

from engine.model.effect import Say
from engine.model.session import Prompt
from engine.render.book import PhraseBook
from engine.render.entries import RUNGS, base_of, is_heard, is_label
from engine.render.replies import render
from tests.render.scene import ROOT, chip, context, load, shipped_texts, thing

ALWAYS = {
    "booking": {"service": "haircut", "time": "tomorrow", "person": "anna", "price": "price"},
    "payment": {"price": "price", "phone": "verified_phone"},
    "inquiry": {"answer": "asked_haircut", "found": "some_services"},
    "inquiry.fact": {"answer": "told_fact"},
    "inquiry.who": {"found": "some_people"},
    "inquiry.done_by": {"found": "some_people"},
    "inquiry.people": {"found": "some_people"},
    "inquiry.hours": {"found": "open_week"},
    "inquiry.open_on": {"answer": "asked_day"},
    "inquiry.closed_on": {"answer": "asked_day", "found": "open_week"},
    "reminder": {"appointment": "an_appointment"},
    "another": {"next": "haircut"},
    "my_bookings": {"mine": "some_bookings"},
    "cancel": {"appointment": "an_appointment", "other": "an_appointment"},
    "reschedule": {"appointment": "an_appointment", "time": "tomorrow", "person": "anna"},
}
"""What a flow has by the time that it says its phrases, or one of them."""
EXTRA = {"extra": "massage", "extra_time": "tomorrow_later", "extra_person": "mary"}
"""What was offered beside a booking: known together or not at all."""
ALWAYS["cross_sell"] = {
    **ALWAYS["booking"], **EXTRA, "bundle": "price", "apart": "deposit_price",
}  # fmt: skip
ALWAYS["payment.keep_both"] = {**ALWAYS["booking"], **EXTRA}
SOMETIMES = {
    "phone": "typed_phone",
    "staff": "anna",
    "receipt": "receipt",
    "payment": "payment",
    "wanted": "friday",
    "price": "no_price",
}
"""What may be there or not, or be of another sort."""
WHYS = ("past", "closed", "off", "full", "too_soon", "too_late_in_day", "too_far", "unknown")
CHIPS: tuple[list[str], ...] = (
    [],
    ["time=tomorrow", "time=friday"],
    ["time=tomorrow", "time=tomorrow_later", "time=tomorrow_last", "time=tomorrow_first"],
    ["staff=anna", "staff=mary", "staff=jane", "staff=* chips.anyone"],
)
DIALS: tuple[dict[str, float], ...] = (
    {},
    {"formality": 0, "emoji": 1},
    {"formality": 1, "emoji": 0},
)
_SETTINGS = {"min_notice": thing("two_hours"), "give_up_after": thing("quarter_hour")}
"""The settings that shipped phrases name."""
NAMES = "role."
"""Before what is no sentence but a name within one."""
SAID = sorted(
    {
        base_of(name)
        for texts in shipped_texts().values()
        for name in texts
        if not is_label(name) and not name.startswith(NAMES) and not is_heard(name)
    }
)
KINDS_THAT_SAY = ("ask", "choose", "confirm")


def test_nothing_is_wrong_with_them(shipped: PhraseBook) -> None:
    assert [str(problem) for problem in shipped.problems()] == []
    assert shipped.locales == ("en", "sw")


def _worlds(phrase: str) -> Iterator[Say]:
    """Every set of facts with which a phrase may be reached."""
    flow = phrase.partition(".")[0]
    always = {**ALWAYS.get(flow, {}), **ALWAYS.get(phrase, {})}
    maybe = [name for name in SOMETIMES if name not in always or name == "price"]
    some = chain.from_iterable(combinations(maybe, size) for size in range(len(maybe) + 1))
    for names in some:
        held = {**always, **{name: SOMETIMES[name] for name in names}}
        held |= EXTRA if flow in {"booking", "late_payment"} and len(names) % 2 else {}
        values = {slot: thing(name) for slot, name in held.items()}
        for chips in CHIPS:
            prompt = Prompt(7, 1, phrase.partition(".")[2], tuple(map(chip, chips)))
            facts = {"why": WHYS[len(names)], "example": "such an answer"}
            yield Say(phrase, values, facts, prompt, settings=_SETTINGS)


@pytest.mark.parametrize("channel", ["whatsapp", "voice"])
@pytest.mark.parametrize("locale", ["en", "sw"])
@pytest.mark.parametrize("phrase", SAID)
def test_sayable_with_every_set_of_facts(
    shipped: PhraseBook, phrase: str, locale: str, channel: str
) -> None:
    asked = shipped.asks_for(phrase)
    seen = set()
    for said in _worlds(phrase):
        # Facts that the phrase does not look at make no difference.
        key = (frozenset(asked & set(said.values)), bool(said.prompt and said.prompt.chips))
        if key in seen and "options" not in asked:
            continue
        seen.add(key)
        for text in _texts(shipped, said, locale, channel):
            assert text
            _well_formed(text)
            if channel == "voice":
                _fit_for_ears(text)


def _texts(book: PhraseBook, said: Say, locale: str, channel: str) -> Iterator[str]:
    for dials in DIALS:
        for rung in range(len(RUNGS)):
            around = context(
                book,
                locale=locale,
                channel=channel,
                dials=dials,
                customer={"name": "Achieng"} if rung else {},
            )
            once = Say(said.phrase, said.values, said.said, said.prompt, rung, said.settings)
            (reply,) = render((once,), around)
            yield reply.text


def _well_formed(text: str) -> None:
    assert not re.search(r" [,.;:?!]|\(\s|\s\)|  |\{|\}|None|Undefined", text), text
    assert text[0].isupper() or text[0].isdigit(), text
    assert text[-1] in ".?!…" or not text[-1].isascii() or "•" in text or "/" in text, text


def _fit_for_ears(text: str) -> None:
    sentences = [one for one in re.split(r"(?<=[.?!])\s+", text) if one]
    assert len(sentences) <= 2, text
    assert not re.search(r"[*_•~`#\n\d()]", text.replace("M-Pesa", "")), text
    assert all(one.isascii() or one.isalpha() for one in text), text


def _steps() -> Iterator[tuple[str, str, Any]]:
    for path in sorted((ROOT / "flows").glob("**/*.yaml")):
        found = load(path)
        for step, body in found.get("steps", {}).items():
            yield found["flow"], step, body


def _says(node: Any) -> Iterator[str]:
    """Every `say:` within a step, however deep."""
    if isinstance(node, dict):
        if isinstance(node.get("say"), str):
            yield node["say"]
        for value in node.values():
            yield from _says(value)
    elif isinstance(node, list):
        for value in node:
            yield from _says(value)


@pytest.mark.parametrize(("flow", "step", "body"), [*_steps()])
def test_every_step_finds_its_words(
    shipped: PhraseBook, flow: str, step: str, body: dict[str, Any]
) -> None:
    wanted = [name if "." in name else f"{flow}.{name}" for name in _says(body)]
    asks = next((kind for kind in KINDS_THAT_SAY if kind in body), None)
    if asks and "say" not in body:
        wanted.append(f"{flow}.{step}")
    buttons = list(body[asks]) if asks in {"choose", "confirm"} else []

    for locale in shipped.locales:
        assert [name for name in wanted if shipped.entry(locale, name) is None] == []
        for name in buttons:
            own = shipped.entry(locale, f"{flow}.{step}.{name}")
            assert name in {"picked", "none"} or own or shipped.entry(locale, f"chips.{name}"), name


def test_what_a_yes_must_have_been_shown(shipped: PhraseBook) -> None:
    assert {"service", "time", "person", "price", "phone"} <= shipped.prints("booking.summary")
    assert {"price", "phone"} <= shipped.prints("payment.payment_cancelled_by_customer")
    assert {"price", "phone"} <= shipped.prints("payment.payment_failed")


def test_prices_and_times_do_not_change_with_the_dials(shipped: PhraseBook) -> None:
    values = {name: thing(of) for name, of in ALWAYS["booking"].items()}
    for locale in shipped.locales:
        texts = {
            render((Say("booking.summary", values),), context(shipped, locale=locale, dials=dials))
            for dials in DIALS
        }
        assert len(texts) == 1


def test_a_reply_takes_a_fraction_of_a_millisecond(shipped: PhraseBook, benchmark: Any) -> None:
    values = {name: thing(of) for name, of in ALWAYS["booking"].items()}
    asked = Prompt(7, 1, "confirm", (chip("act:affirm chips.yes"), chip("act:change chips.change")))
    around = context(shipped, locale="sw")

    (reply,) = benchmark(lambda: render((Say("booking.summary", values, prompt=asked),), around))

    assert reply.text.startswith("Tuthibitishe: Kunyoa nywele kesho")
