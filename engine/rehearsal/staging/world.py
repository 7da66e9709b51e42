"""The business that fixtures play in: flows, words and tools, and no database."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import TypeAlias
from zoneinfo import ZoneInfo

from engine.machine.hearing.expecting import expects
from engine.model.flow import FlowSet, Setting
from engine.model.handler import Handler, ReadGate
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.understanding import Hearing, Vocabulary
from engine.model.value import Scalar, Value
from engine.rehearsal.fixtures.fixture import Fixture
from engine.render.book import PhraseBook
from engine.render.called import in_words
from engine.spec.language.amounts import typed

Hours: TypeAlias = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
Shelf: TypeAlias = Callable[[Sequence[tuple[str, str, str]]], ReadGate]
"""Makes the rows that read tools find, of what a fixture says is taken."""

PHONE, CUSTOMER = "+254700000001", "Wanjiru"


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """Everything that conversations of one business meet.

    Attributes:
        handlers: the tools' own code: what they read comes from `shelf`, what they write
            is only planned.
        known: the registry's facts by dotted name.
        opened: the business, of which tools read what a fixture's facts say of it.
        moment: facts of the calendar.
        stated: facts that a business may state of itself, and this one has not.
        samples: some of what the catalogue has, by kind of answer, for tools without rows.
    """

    tenant: Tenant
    flows: FlowSet
    book: PhraseBook
    vocabulary: Vocabulary
    hours: Hours
    handlers: Mapping[str, Handler]
    shelf: Shelf
    known: Mapping[str, Scalar]
    opened: Callable[[Tenant, Mapping[str, Scalar]], Tenant] = lambda tenant, facts: tenant
    moment: Callable[[datetime], Mapping[str, Scalar]] = lambda now: {}
    samples: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    stated: Mapping[str, Scalar] = field(default_factory=dict)

    def facts(self, given: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
        """The registry's facts, with a fixture's own over them."""
        return {**self.known, **given}

    def turned(self, settings: Mapping[str, Scalar]) -> "World":
        """The same business with settings of its flows turned, by `<flow>.<setting>`."""
        return _turned(self, tuple(sorted(settings.items()))) if settings else self

    def tenant_of(self, facts: Mapping[str, Scalar]) -> Tenant:
        """The business with the dials that a fixture turned."""
        dials = {n.removeprefix("dials."): v for n, v in facts.items() if n.startswith("dials.")}
        mpesa = bool(facts.get("tenant.mpesa_enabled"))
        return self.opened(replace(self.tenant, dials=dials, mpesa_enabled=mpesa), facts)

    def instant(self, local: datetime) -> datetime:
        """A local minute of the business as an instant."""
        return local.replace(tzinfo=ZoneInfo(self.tenant.zone))

    def hearing(self, session: Session) -> Hearing:
        """What can be heard where the thread stands, with the choices in customers' words."""
        return replace(in_words(expects(self.flows, session), self.book), hours=self.hours)


@lru_cache(maxsize=256)
def _turned(world: World, settings: tuple[tuple[str, Scalar], ...]) -> World:
    flows = dict(world.flows.flows)
    for name, value in settings:
        flow, _, setting = name.partition(".")
        usual = Setting(typed(value))
        flows[flow] = replace(flows[flow], settings={**flows[flow].settings, setting: usual})
    return replace(world, flows=replace(world.flows, flows=flows))


def about(facts: Mapping[str, Scalar]) -> Mapping[str, Scalar]:
    """Further facts of the business, for phrases: those of the tenant, by their second word."""
    heads = ((name.partition("."), value) for name, value in facts.items())
    return {part: value for (head, _, part), value in heads if head == "tenant" and part}


def fresh(fixture: Fixture, number: int, locale: str) -> Session:
    """A new thread of the customer."""
    thread = f"01F{number:023}"
    return Session(thread, locale=locale, channel=fixture.channel, address=PHONE)
