"""A business as the protocol writes it, checked; and the plan of a tenant that comes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from tools.tenants.blueprint import DAYS
from tools.tenants.plan import (
    BranchPlan,
    ClosurePlan,
    Hours,
    KnowledgePlan,
    Plan,
    ServicePlan,
    StaffPlan,
)
from tools.tenants.verticals import list_verticals, load_vertical

CATEGORY = "services"
"""The protocol tells none: rules that ask for a category are met by no service."""
GENERIC = "generic"
"""A business of a kind that is not shipped: only what all kinds have in common."""

Clock: TypeAlias = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$|^24:00$")]
Day: TypeAlias = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Week: TypeAlias = Mapping[Day, tuple[tuple[Clock, Clock], ...]]


class Read(BaseModel):
    """What is not known here is passed over: the protocol may grow."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Both(Read):
    """Words in both languages."""

    en: str
    sw: str


class Service(Read):
    """What can be booked; `price_kes` in whole shillings."""

    id: str
    name: Both
    price_kes: Annotated[int, Field(ge=0)]
    duration_min: Annotated[int, Field(gt=0)]
    synonyms: tuple[str, ...] = ()


class Person(Read):
    """Somebody who serves."""

    id: str
    name: str
    aka: tuple[str, ...] = ()
    services: tuple[str, ...]
    schedule: Week


class CrossSell(Read):
    """What goes with what."""

    pairs: tuple[tuple[str, str], ...] = ()
    bundle_discount_pct: Annotated[int, Field(ge=0, le=100)] = 0


class Policy(Read):
    """How late a booking may be changed by chat."""

    cancel_notice_h: Annotated[int, Field(ge=0)] | None = None


class Fact(Read):
    """Something that customers ask."""

    category: str
    en: str
    sw: str


class Business(Read):
    """A whole business, in local wall-clock times.

    Attributes:
        generic_words: words that may mean several services, with the ids of those.
    """

    name: str
    vertical: str
    locale: str = "en"
    zone: str = "Africa/Nairobi"
    area: str | None = None
    slot_grid_min: Annotated[int, Field(gt=0)] = 15
    buffer_min: Annotated[int, Field(ge=0)] = 0
    hours: Week = {}
    closures: tuple[str, ...] = ()
    services: tuple[Service, ...]
    generic_words: Mapping[str, tuple[str, ...]] = {}
    staff: tuple[Person, ...]
    cross_sell: CrossSell = CrossSell()
    policy: Policy = Policy()
    knowledge: tuple[Fact, ...] = ()


def planned(business: Business) -> Plan:
    """The tenant to be seeded: its dials and terms are its vertical's, all else is what it tells.

    What it does not tell, a list of insurers, rooms, facts, it does not have.
    """
    beneath = _beneath(business.vertical)
    return replace(
        beneath,
        title=business.name,
        locale="sw" if business.locale == "sw" else "en",
        services=tuple(_services(business)),
        staff=tuple(_staff(business)),
        branches=(BranchPlan("main", business.name, _hours(business.hours)),),
        resources=(),
        lists={},
        closures=tuple(ClosurePlan(day) for day in business.closures),
        knowledge=tuple(KnowledgePlan(one.category, one.en, one.sw) for one in business.knowledge),
        settings={**beneath.settings, **_terms(business)},
        marks={},
    )


def _beneath(vertical: str) -> Plan:
    if vertical in list_verticals():
        return load_vertical(vertical)
    return Plan(vertical=GENERIC, title=GENERIC, services=(), staff=())


def _terms(business: Business) -> dict[str, int]:
    """Nothing is said of how far ahead one must book: whatever has not begun can be had."""
    return {
        "interval_minutes": business.slot_grid_min,
        "notice_minutes": 0,
        "bundle_discount_percent": business.cross_sell.bundle_discount_pct,
    }


def _services(business: Business) -> Iterator[ServicePlan]:
    for one in business.services:
        shared = (word for word, ids in business.generic_words.items() if one.id in ids)
        yield ServicePlan(
            id=one.id,
            name_en=one.name.en,
            name_sw=one.name.sw,
            words=(*one.synonyms, *shared),
            category=CATEGORY,
            price=one.price_kes,
            minutes=one.duration_min,
            after=business.buffer_min,
            goes_with=tuple(_beside(one.id, business.cross_sell)),
        )


def _beside(service: str, cross_sell: CrossSell) -> Iterator[str]:
    """A pair may be offered either way round."""
    for first, second in cross_sell.pairs:
        if service in {first, second}:
            yield second if service == first else first


def _staff(business: Business) -> Iterator[StaffPlan]:
    for one in business.staff:
        yield StaffPlan(one.id, one.name, one.services, _hours(one.schedule), one.aka)


def _hours(week: Week) -> Hours:
    return tuple(
        (DAYS.index(day) + 1, first, last) for day, spans in week.items() for first, last in spans
    )
