"""A business as its calendar needs it: services, people, rooms, hours, closures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from engine.model.cost import USUAL, CostLimits
from engine.model.value import Scalar

ABOUT = (
    "address",
    "map_link",
    "phone",
    "cancel_notice_hours",
    "seasons",
    "whatsapp_template",
)
"""Settings that are facts of the business: `tenant.address`, ..."""

MAIN = "main"
"""The branch of a business that has only one."""

Span: TypeAlias = tuple[int, int]
"""From one minute of the local day to another, half-open; a day ends at 1440."""

Week: TypeAlias = Mapping[int, tuple[Span, ...]]
"""Spans by ISO weekday (1 = Monday), in order and apart; a day left out has none."""


@dataclass(frozen=True, slots=True)
class Service:
    """What can be booked.

    Attributes:
        price_kes: whole shillings; 0: on request.
        buffer_before, buffer_after: minutes that stay blocked around it.
        needs: kinds of resource it takes beside the person: `room`, `bay`.
        goes_with: ids of services that may be offered beside it, best first.
    """

    id: str
    name_en: str
    name_sw: str
    synonyms: tuple[str, ...]
    category: str
    price_kes: int
    minutes: int
    buffer_before: int = 0
    buffer_after: int = 0
    needs: tuple[str, ...] = ()
    goes_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer of a list of the business's own: an insurer."""

    id: str
    name_en: str
    name_sw: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who serves; `services` are the ids of what they offer."""

    id: str
    name: str
    aka: tuple[str, ...]
    branch: str
    services: frozenset[str]
    week: Week


@dataclass(frozen=True, slots=True)
class Resource:
    """A room, a bay, a chair; `seats` can be taken at once, each a lane of its own."""

    id: str
    kind: str
    branch: str
    seats: int = 1

    @property
    def lanes(self) -> tuple[str, ...]:
        """What is taken of it: `room:1`, `room:1#2`, ..."""
        return (self.id, *(f"{self.id}#{seat}" for seat in range(2, self.seats + 1)))


@dataclass(frozen=True, slots=True)
class Closure:
    """Days on which a branch (None: every branch) is closed, all day or for `span`."""

    branch: str | None
    first: date
    last: date
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """How bookings are taken.

    Attributes:
        interval: minutes between two starts, counted from midnight.
        notice: minutes that must lie between now and a start.
        horizon: days ahead that can be booked, today being 0.
        bundle_discount: percent off the price of two services booked together.
    """

    interval: int = 15
    notice: int = 0
    horizon: int = 60
    bundle_discount: int = 0


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All of it, as it was at one version of the tenant.

    Attributes:
        services: active ones by id, in the catalogue's order.
        people: active ones, in the catalogue's order.
        branches: opening hours by branch; None: not stated, the people's hours decide.
        lists: answers to choose from, in order, by the kind of answer: insurers.
        marks: ids of services by what rules ask of them: `needs_preauth`.
        about: what customers ask of the business itself, by the names of `ABOUT`.
        limits: what models may cost for one booking.
        sure: thresholds that it has set itself.
    """

    services: Mapping[str, Service]
    people: tuple[Person, ...]
    resources: tuple[Resource, ...] = ()
    branches: Mapping[str, Week | None] = field(default_factory=dict)
    closures: tuple[Closure, ...] = ()
    terms: Terms = field(default_factory=Terms)
    about: Mapping[str, Scalar] = field(default_factory=dict)
    lists: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    marks: Mapping[str, frozenset[str]] = field(default_factory=dict)
    limits: CostLimits = USUAL
    sure: Mapping[str, Scalar] = field(default_factory=dict)

    def eligible(self, service: str) -> tuple[Person, ...]:
        """Who offers a service."""
        return tuple(person for person in self.people if service in person.services)

    @property
    def categories(self) -> tuple[str, ...]:
        """Every category that a service has, each once."""
        return tuple(dict.fromkeys(service.category for service in self.services.values()))
