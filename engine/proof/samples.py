"""Values to say a phrase with: one of each kind, as the tools and the channel would give it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from engine.model.effect import Say
from engine.model.facts import NUMBER, Kinds, fact_kinds, kind_of
from engine.model.flow import Duration, FlowSet, Kind
from engine.model.tenant import Tenant
from engine.model.value import ANYONE, WORDED, Scalar, Value
from engine.proof.lookup import Lookup
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
_OF_KIND: Mapping[str, Scalar] = {
    **_SCALARS,
    "number": 45,
    "flag": True,
    "day": "2030-01-02",
    "clock": "09:00",
}
"""A fact of each kind; one that is plain words is shown by its name."""
_COUNTS = frozenset({"count", "percent", "total", "hours", "minutes"})
"""Facts said along with a phrase that are numbers: no definition tells of these."""


class Facts(Lookup):
    """The facts that a value may be asked for, each with something to show."""

    def __init__(self, kinds: Kinds) -> None:
        super().__init__()
        self._kinds = kinds

    def fact(self, name: str) -> Scalar:
        """A fact by its kind."""
        return None if name in {"verified", "text", WORDED} else fact(name, self._kinds)


def fact(name: str, kinds: Kinds) -> Scalar:
    """A sample of a fact."""
    kind = NUMBER if name in _COUNTS else kind_of(name, kinds)
    return _OF_KIND.get(kind, name.replace("_", " "))


class Samples:
    """Makes values for one set of flows."""

    def __init__(self, flows: FlowSet) -> None:
        self.kinds = fact_kinds(flows.tools.values())
        self._flows = flows.flows
        self._given = frozenset(_given(flows))

    def fact(self, name: str) -> Scalar:
        """A sample of a fact."""
        return fact(name, self.kinds)

    def settings(self, phrase: str) -> tuple[Mapping[str, Value], ...]:
        """The settings that a phrase names: as they usually are, and without what may be empty."""
        flow = self._flows.get(phrase.partition(".")[0])
        if flow is None or phrase not in flow.told:
            return ({},)
        usual = {
            name: Value(kind, _plain(flow.settings[name].usually))
            for name, kind in flow.told[phrase].items()
        }
        empty = {n: Value(v.type, None) for n, v in usual.items() if (flow.name, n) in self._given}
        return (usual, {**usual, **empty}) if empty else (usual,)

    def value(self, kind: str, form: str = "filled") -> Value:
        """A value of a kind.

        Args:
            kind: the slot's type.
            form: `filled`; `heard`, as the customer said it, unchecked; `anyone`.
        """
        facts = Facts(self.kinds)
        if form == "anyone":
            return Value(kind, ANYONE, facts=facts)
        scalar = _SCALARS.get(kind, "x")
        if form == "heard":
            return Value(kind, scalar, facts={"text": "what was said", "grain": "minute"})
        if kind == "list":
            return Value(kind, "x", {}, facts, (self.value("service"), self.value("staff")))
        name = _NAMES.get(kind, kind)
        names = {} if kind in _NAMELESS or kind in _SCALARS else {"": name}
        return Value(kind, scalar, names, facts)

    def context(self, book: PhraseBook, locale: str, channel: str) -> RenderContext:
        """The surroundings of a said phrase."""
        customer = {"phone": "+254712345678", "name": None}
        key = "01HXY0000000000000000000AB"
        return RenderContext(book, TENANT, locale, channel, NOW, key, customer, ABOUT, self.kinds)


def _plain(value: Scalar | Duration) -> Scalar:
    return value.seconds if isinstance(value, Duration) else value


def _given(flows: FlowSet) -> Iterator[tuple[str, str]]:
    """Settings that a caller gives from an answer or a fact, which may not be there."""
    for flow in flows.flows.values():
        sure = {*flow.settings, *flow.rules}
        for state in flow.states.values():
            if state.kind is Kind.CALL:
                given = ((name, one.name) for name, one in state.args.items() if one.name)
                yield from ((state.what, name) for name, source in given if source not in sure)


HEARD = frozenset({"service", "staff", "opening", "phone"})
"""Kinds that words can name before anything is checked."""


def spoken_text(flows: FlowSet, book: PhraseBook, said: Say) -> str:
    """What a phrase of the prover says, in English; its id where it cannot be said."""
    samples = Samples(flows)
    values = {name: samples.value(one.type) for name, one in said.values.items()}
    plain = replace(said, values=values, said=dict.fromkeys(said.said, "x"), prompt=None)
    try:
        replies = render((plain,), samples.context(book, "en", "whatsapp"))
    except (UnknownPhrase, UnsayablePhrase):
        return said.phrase
    return " ".join(reply.text for reply in replies) or said.phrase
