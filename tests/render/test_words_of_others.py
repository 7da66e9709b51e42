"""Other people's words are data: shown as one visible line, never run, never unbounded."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.model.effect import Say
from engine.model.value import Value
from engine.render.book import PhraseBook
from engine.render.clean import MOST, one_line
from engine.render.context import RenderContext
from engine.render.errors import UnsayablePhrase
from engine.render.replies import render
from engine.render.sandbox import MOST_OUTPUT
from tests.render.scene import context, say, thing

ECHO = PhraseBook.from_texts(
    {
        "en": {
            "a.slot": "[{{ note }}]",
            "a.said": "[{{ answer }}]",
            "a.customer": "[{{ customer }}]",
            "a.business": "[{{ tenant }}]",
            "a.wanted": "[{{ wanted }}]",
            "a.all": "{% for one in options %}[{{ one }}]{% endfor %}",
        }
    }
)
ATTACKS = (
    "{{7*7}}",
    "{{ tenant.__class__.__mro__ }}",
    "{% for a in options %}{% endfor %}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% set price = 0 %}",
    "{# hidden #}",
    "'; drop table appointments; --",
    "=cmd|' /C calc'!A0",
    "${jndi:ldap://x}",
    "%(price)s {0.__class__} $price",
)
_TEXT = st.sampled_from(ATTACKS) | st.text(max_size=300)


def _ways(words: str) -> Mapping[str, tuple[Say, RenderContext]]:
    """Every way by which somebody else's words can reach a phrase."""
    around = context(ECHO)
    wish = Value("service", "x", facts={"text": words})
    return {
        "slot": (Say("a.slot", {"note": Value("text", words)}), around),
        "said": (Say("a.said", said={"answer": words}), around),
        "customer": (Say("a.customer"), context(ECHO, customer={"name": words})),
        "business": (Say("a.business"), replace(around, tenant=replace(around.tenant, name=words))),
        "wanted": (Say("a.wanted", {"wanted": wish}), around),
    }


@pytest.mark.parametrize("way", list(_ways("x")))
@given(words=_TEXT)
@example(words="{{7*7}}")
@example(words="*")
@example(words="a\u202eb\nc\x00d\u2028e\ud800f\u200bg")
def test_words_are_shown_and_never_run(way: str, words: str) -> None:
    said, around = _ways(words)[way]

    if way == "wanted" and not one_line(words):
        with pytest.raises(UnsayablePhrase, match="prints a service that has no name"):
            render((said,), around)
        return
    (reply,) = render((said,), around)
    nameless = "spa_pilot" if way == "business" else ""
    assert reply.text == f"[{one_line(words) or nameless}]"


@given(words=st.text(max_size=1000))
def test_one_visible_line_of_bounded_length(words: str) -> None:
    shown = one_line(words)

    assert len(shown) <= MOST
    assert shown == " ".join(shown.split())
    shown.encode()
    hidden = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b"
    assert not set(shown) & set(hidden)
    assert one_line(shown) == shown


def test_emoji_and_names_of_every_script_stay_whole() -> None:
    for name in ("Wanjikũ", "👩🏾‍🦱 Achieng'", "محمد", "O'Brien-Mwangi", "李 小龙", "Nyambura 🇰🇪"):
        assert one_line(name) == name


def test_what_hides_turns_or_breaks_text_is_dropped() -> None:
    assert one_line("a\u202eb\nc\x00d\u2028e\ud800f\u200bg\x07h\ue000\t i\u2066") == "ab cd efgh i"


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert one_line("a " * 400) == "a " * 99 + "a…"
    assert one_line("abcdef", most=4) == "abc…"


@given(words=_TEXT)
def test_nobodys_words_hide_behind_the_names_of_the_engine(words: str) -> None:
    forged = Value("text", words)
    names = ("tenant", "customer", "dials", "channel", "options")
    book = PhraseBook.from_texts({"en": {"a.b": "{{ tenant }}, {{ channel }}{{ dials.x }}"}})
    said = Say("a.b", dict.fromkeys(names, forged), dict.fromkeys(names, words))

    (reply,) = render((said,), context(book, dials={"x": "!"}))

    assert reply.text == "Ratiba Spa Pilot, whatsapp!"


def test_what_comes_out_is_bounded() -> None:
    loop = "{% for one in options %}" + "{{ one }}" * 30 + "{% endfor %}"
    book = PhraseBook.from_texts({"en": {"a.b": loop, "a.c": "x" * MOST_OUTPUT}})
    ten = [f"time={name}" for name in ("tomorrow", "friday", "friday_week")] * 4

    with pytest.raises(UnsayablePhrase, match=r"'a\.b' comes out longer than 4,000"):
        render((say("a.b", chips=ten),), context(book))
    (reply,) = render((say("a.c"),), context(book))
    assert len(reply.text) == MOST_OUTPUT


@pytest.mark.parametrize(
    ("template", "fault"),
    [
        ("{{ service.nothing }}", "prints what is not there: 'nothing' is undefined"),
        ("{{ nothing.at_all }}", "prints what is not there: 'nothing' is undefined"),
        ("{{ nothing | money }}", "uses a filter on something that is not there"),
        ("{{ service | exact }}", "shows something as a time that is none"),
        ("{{ service | duration }}", "shows something as a duration that is no whole number"),
        ("{{ service | hours }}", "shows something as a duration that is no whole number"),
        ("{% for one in service %}{{ one }}{% endfor %}", "'Shown' object is not iterable"),
        ("{{ dials }}", "prints a dials that has no name"),
    ],
)
def test_what_cannot_be_said_names_the_phrase_and_the_fault(template: str, fault: str) -> None:
    book = PhraseBook.from_texts({"en": {"a.b": template}})

    with pytest.raises(UnsayablePhrase) as caught:
        render((Say("a.b", {"service": thing("haircut")}),), context(book))

    assert str(caught.value).startswith(f"The phrase 'a.b' {fault}")


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        ("nothing", False),
        ("nothing == nothing", False),
        ("nothing != 1", True),
        ("nothing > 1", False),
        ("nothing.fact", False),
        ("service", True),
        ("service.price", True),
        ("service.price >= 1500", True),
        ("service.price > 1500", False),
        ("service.price <= 'many'", False),
        ("braids.price", False),
        ("no_price", False),
        ("staff == '*'", False),
        ("anyone == '*'", True),
        ("anyone", True),
        ("skipped", False),
        ("hold", False),
        ("service == service", True),
        ("service == 'Haircut'", False),
        ("time < tomorrow_later", True),
        ("time < price", False),
        ("not (phone and phone.verified)", False),
        ("options", False),
        ("dials.formality > 0.5", True),
        ("dials.word == 'warm'", True),
        ("dials.word > 0.5", False),
    ],
)
def test_what_holds_in_a_test(test: str, holds: bool) -> None:
    book = PhraseBook.from_texts(
        {"en": {"a.b": f"{{% if {test} %}}yes{{% else %}}no{{% endif %}}"}}
    )
    named = {
        "service": "haircut", "braids": "braids", "no_price": "no_price", "price": "price",
        "staff": "anna", "anyone": "anyone", "time": "tomorrow", "phone": "verified_phone",
        "tomorrow_later": "tomorrow_later",
    }  # fmt: skip
    values = {name: thing(of) for name, of in named.items()} | {
        "hold": Value("hold", "7"),
        "skipped": Value("plate", "*"),
    }

    (reply,) = render(
        (Say("a.b", values),), context(book, dials={"formality": 0.6, "word": "warm"})
    )

    assert reply.text == ("yes" if holds else "no")


@pytest.mark.parametrize(
    ("template", "en", "sw"),
    [
        ("{{ service.minutes | duration }}", "45 minutes", "dakika 45"),
        ("{{ service.minutes | hours }}", "45 hours", "masaa 45"),
        ("{{ payment.prompts | hours }}", "1 hour", "saa moja"),
        ("{{ service.minutes }}", "45", "45"),
        ("{{ service.price }}", "KES 1,500", "KES 1,500"),
        ("{{ price | money }}", "KES 1,500", "KES 1,500"),
        ("{{ time | day }}", "tomorrow", "kesho"),
        ("{{ time | day | capital }}", "Tomorrow", "Kesho"),
        ("{{ time.day | on }}", "tomorrow", "kesho"),
        ("{{ time | clock }}", "15:00", "saa tisa alasiri (15:00)"),
        ("{{ friday | on }}", "on Friday at 10:15", "Ijumaa saa nne na robo asubuhi (10:15)"),
        ("{{ sunday | exact | on }}", "on Sunday", "Jumapili"),
        ("{{ anyone }}", "anyone", "yeyote"),
        ("{{ manicure }}", "Manicure", "Manicure"),
        ("{{ phone.verified }}", "yes", "ndio"),
        ("{{ payment.amount }} {{ payment.prompts }}", "KES 1,500 1", "KES 1,500 1"),
        ("{{ tenant.name }}", "Ratiba Spa Pilot", "Ratiba Spa Pilot"),
        ("{{ customer.phone }}", "0712 345 678", "0712 345 678"),
    ],
)  # fmt: skip
def test_what_a_template_can_show(template: str, en: str, sw: str) -> None:
    book = PhraseBook.from_texts({"en": {"a.b": template}})
    named = {
        "service": "haircut", "manicure": "manicure", "price": "price", "time": "tomorrow",
        "friday": "friday", "sunday": "sunday", "anyone": "anyone", "phone": "verified_phone",
        "payment": "payment",
    }  # fmt: skip
    values = {name: thing(of) for name, of in named.items()}
    for locale, expected in (("en", en), ("sw", sw)):
        around = context(book, locale=locale, customer={"phone": "+254712345678"})
        (reply,) = render((Say("a.b", values),), around)
        assert reply.text == expected
