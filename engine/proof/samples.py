"""Values to say a phrase with: one of each kind, as the tools and the channel would give it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from engine.model.effect import Say
from engine.model.flow import FlowSet
from engine.model.tenant import Tenant
from engine.model.value import ANYONE, WORDED, Scalar, Value
from engine.render.book import PhraseBook
from engine.render.context import RenderContext
from engine.render.errors import UnknownPhrase, UnsayablePhrase
from engine.render.replies import render

NOW = datetime(2030, 1, 1, 9, tzinfo=UTC)
TENANT = Tenant(1, "proof", "the business", "any", "en", 1)
ABOUT: Mapping[str, Scalar] = {
    "address": "Ngong Road",
    "map_link": "https://maps.example/here",
    "phone": "+254712345678",
    "cancel_notice_hours": 24,
}
_NAMES = {"service": "haircut", "staff": "Anna"}
_NAMELESS = frozenset({"contact", "hold", "payment"})
_SCALARS: Mapping[str, Scalar] = {
    "opening": "2030-01-02T15:00",
    "money": 1500,
    "phone": "+254712345678",
    "number": 2,
}
_FACTS: Mapping[str, Scalar] = {
    "price": 1500,
    "amount": 1500,
    "minutes": 45,
    "day": "2030-01-02",
    "phone": "+254712345678",
    "prompts": 1,
    "starts_at": "2030-01-02T15:00",
    "ends_at": "2030-01-02T16:00",
    "opens": "09:00",
    "closes": "18:00",
}
_NUMBERS = ("_hours", "_minutes", "count", "percent", "total", "hours", "minutes", "price")


class Facts(dict[str, Scalar]):
    """The facts that a value may be asked for, each with something to show."""

    def get(self, name: str, default: Scalar = None) -> Scalar:  # type: ignore[override]
        """A fact by what its name says it is."""
        if name in self:
            return self[name]
        if name in {"verified", "text", WORDED}:
            return default
        return fact(name)


def fact(name: str) -> Scalar:
    """A sample of a fact."""
    if name in _FACTS:
        return _FACTS[name]
    if name.startswith(("is_", "has_", "can_")):
        return True
    if name.endswith(_NUMBERS):
        return 45
    if name.endswith(("_at", "time", "starts")):
        return "2030-01-02T15:00"
    return name.replace("_", " ")


def value(kind: str, form: str = "filled") -> Value:
    """A value of a kind.

    Args:
        kind: the slot's type.
        form: `filled`; `heard`, as the customer said it, unchecked; `anyone`.
    """
    if form == "anyone":
        return Value(kind, ANYONE, facts=Facts())
    scalar = _SCALARS.get(kind, "x")
    if form == "heard":
        return Value(kind, scalar, facts={"text": "what was said", "grain": "minute"})
    if kind == "list":
        return Value(kind, "x", {}, Facts(), (value("service"), value("staff")))
    name = _NAMES.get(kind, kind)
    names = {} if kind in _NAMELESS or kind in _SCALARS else {"": name}
    return Value(kind, scalar, names, Facts())


HEARD = frozenset({"service", "staff", "opening", "phone"})
"""Kinds that words can name before anything is checked."""


def context(book: PhraseBook, locale: str, channel: str) -> RenderContext:
    """The surroundings of a said phrase."""
    customer = {"phone": "+254712345678", "name": None}
    return RenderContext(
        book, TENANT, locale, channel, NOW, "01HXY0000000000000000000AB", customer, ABOUT
    )


def spoken_text(flows: FlowSet, book: PhraseBook, said: Say) -> str:
    """What a phrase of the prover says, in English; its id where it cannot be said."""
    values = {name: value(one.type) for name, one in said.values.items()}
    plain = replace(said, values=values, said=dict.fromkeys(said.said, "x"), prompt=None)
    try:
        replies = render((plain,), context(book, "en", "whatsapp"))
    except (UnknownPhrase, UnsayablePhrase):
        return said.phrase
    return " ".join(reply.text for reply in replies) or said.phrase
