"""The worlds of the verticals that are shipped, each made once a process."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias

from engine.assembly.library import Library, Repertoire, load_library
from engine.assembly.roles import heard_terms
from engine.document.problem import Problems
from engine.errors import ConfigError
from engine.explore.probes import looked_at
from engine.model.flow import FlowSet
from engine.model.tenant import Tenant
from engine.model.value import Scalar, Value
from engine.rehearsal.staging.world import PHONE, World
from engine.runtime.almanac import calendar
from engine.runtime.facts import facts
from ratiba.testing.shelf import Shelf, catalogue_of
from tools.catalog.hours import hours_of
from tools.catalog.model import ABOUT, Catalogue
from tools.catalog.read import keep
from tools.catalog.values import service_value, staff_value
from tools.catalog.vocabulary import vocabulary_of
from tools.definitions import load_definitions
from tools.knowledge.snippets import Snippet, snippet
from tools.knowledge.snippets import keep as keep_snippets
from tools.registry import load_handlers
from tools.tenants.plan import Plan
from tools.tenants.verticals import load_vertical

FEW, MOST = 2, 8
STATED = {"tenant.address": "Moi Avenue, Nairobi", "tenant.phone": "+254711000000"}
Opener: TypeAlias = Callable[[Tenant, Mapping[str, Scalar]], Tenant]


@dataclass(frozen=True, slots=True, eq=False)
class Goods:
    """What a business has and knows.

    Attributes:
        places: its rooms and bays, id and name.
    """

    catalogue: Catalogue
    snippets: Sequence[Snippet] = ()
    places: Sequence[tuple[str, str]] = ()


@cache
def library() -> Library:
    """The shipped flows and phrases.

    Raises:
        ConfigError: they do not hold together.
    """
    return load_library(load_definitions())


@cache
def world_of(vertical: str) -> World:
    """A fresh business of a kind, with M-Pesa.

    Raises:
        InputError: there is no such vertical.
        ConfigError: its files do not hold together.
    """
    found = library().world(vertical)
    if isinstance(found, Problems):
        raise ConfigError("flows.invalid", str(found))
    return world_with(found, load_vertical(vertical))


def world_with(shipped: Repertoire, plan: Plan) -> World:
    """A business of a plan, on these flows."""
    tenant = Tenant(
        id=0,
        slug=f"fixture_{plan.vertical}",
        name=plan.title,
        vertical=plan.vertical,
        locale=plan.locale,
        version=0,
        mpesa_enabled=True,
        dials=plan.dials,
    )
    told = plan.knowledge
    snippets = [snippet(one.category, one.text_en, one.text_sw, one.words) for one in told]
    places = [(one.id, one.name) for one in plan.resources]
    return world_on(shipped, tenant, Goods(catalogue_of(plan), snippets, places))


def world_on(shipped: Repertoire, tenant: Tenant, goods: Goods) -> World:
    """A business on these flows, with what it has."""
    catalogue, book = goods.catalogue, shipped.book
    seasons = catalogue.about.get("seasons")
    return World(
        tenant=tenant,
        flows=shipped.flows,
        book=book,
        vocabulary=(*vocabulary_of(catalogue), *heard_terms(book)),
        hours=hours_of(catalogue),
        handlers=load_handlers(),
        shelf=lambda busy: Shelf(tenant.zone, busy, goods.places),
        opened=_opener(goods),
        moment=lambda now: calendar(now, tenant.zone, seasons),
        samples=_samples(catalogue, shipped.flows),
        stated=STATED,
        known=facts(tenant, None, PHONE, book.locales, catalogue.about),
    )


def _opener(goods: Goods) -> Opener:
    """Lets tools read what a fixture says of the business, over what is so."""
    catalogue, opened = goods.catalogue, set[str]()

    def open_(tenant: Tenant, said: Mapping[str, Scalar]) -> Tenant:
        given = {name: said[f"tenant.{name}"] for name in ABOUT if f"tenant.{name}" in said}
        about = {n: v for n, v in {**catalogue.about, **given}.items() if v is not None}
        differs = "".join(f"_{name}_{about[name]}" for name in about if about != catalogue.about)
        known = replace(tenant, slug=tenant.slug + differs)
        if known.slug not in opened:
            opened.add(known.slug)
            keep(known, replace(catalogue, about=about))
            keep_snippets(known, goods.snippets)
        return known

    return open_


def _samples(catalogue: Catalogue, flows: FlowSet) -> dict[str, tuple[Value, ...]]:
    """The first services, one of each sort that rules tell apart, who offers the first of all."""
    services = [service_value(one, catalogue) for one in catalogue.services.values()]
    read = sorted(looked_at(flows, "service") - {""})
    sorts = {tuple(one.facts.get(fact) for fact in read): one for one in reversed(services)}
    others = [one for one in services if any(one is each for each in sorts.values())]
    chosen = [*services[:FEW], *(one for one in others if one not in services[:FEW])]
    people = catalogue.eligible(str(services[0].value))[:FEW] if services else ()
    return {"service": tuple(chosen[:MOST]), "staff": tuple(map(staff_value, people))}
