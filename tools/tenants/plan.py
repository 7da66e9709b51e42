"""What a new business begins with, whichever file or form it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.model.value import Scalar
from tools.catalog.model import MAIN

Hours: TypeAlias = tuple[tuple[int, str, str], ...]
"""(ISO weekday, "09:00", "18:00"), one entry a span."""


@dataclass(frozen=True, slots=True)
class ServicePlan:
    """A service; `price` in whole shillings, `before` and `after` are buffers in minutes.

    Attributes:
        goes_with: ids of services that may be offered beside it, best first.
    """

    id: str
    name_en: str
    name_sw: str
    words: tuple[str, ...]
    category: str
    price: int
    minutes: int
    before: int = 0
    after: int = 0
    needs: tuple[str, ...] = ()
    deposit: float | None = None
    goes_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """Somebody who serves, with the ids of what they offer."""

    id: str
    name: str
    services: tuple[str, ...]
    works: Hours
    aka: tuple[str, ...] = ()
    branch: str = MAIN


@dataclass(frozen=True, slots=True)
class ResourcePlan:
    """A room or bay; its id is `<kind>:<something>`."""

    id: str
    kind: str
    name: str
    branch: str = MAIN
    seats: int = 1


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """An answer that customers may choose from a list of the business's own: an insurer."""

    id: str
    en: str
    sw: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BranchPlan:
    """A place of business; no hours: the people's hours decide."""

    id: str
    name: str
    hours: Hours = ()


@dataclass(frozen=True, slots=True)
class ClosurePlan:
    """A day on which everything is closed, ISO date."""

    day: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class KnowledgePlan:
    """A fact that questions are answered from."""

    category: str
    text_en: str
    text_sw: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole business.

    Attributes:
        settings: `interval_minutes`, `notice_minutes`, `horizon_days`,
            `bundle_discount_percent` by name.
        lists: the business's own, in order, by the kind of answer.
        marks: ids of services by what rules ask of them: `needs_preauth`.
    """

    vertical: str
    title: str
    services: tuple[ServicePlan, ...]
    staff: tuple[StaffPlan, ...]
    locale: str = "en"
    branches: tuple[BranchPlan, ...] = (BranchPlan(MAIN, "Main"),)
    resources: tuple[ResourcePlan, ...] = ()
    closures: tuple[ClosurePlan, ...] = ()
    knowledge: tuple[KnowledgePlan, ...] = ()
    settings: Mapping[str, int] = field(default_factory=dict)
    dials: Mapping[str, Scalar] = field(default_factory=dict)
    lists: Mapping[str, tuple[EntryPlan, ...]] = field(default_factory=dict)
    marks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
