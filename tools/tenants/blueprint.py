"""From a vertical's checked file to the plan of a business."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from engine.document.tree import Document, plain
from engine.model.thresholds import SETTINGS as SURE
from engine.spec.language.amounts import seconds
from tools.catalog.model import MAIN
from tools.tenants.knowledge import facts
from tools.tenants.plan import (
    BranchPlan,
    ClosurePlan,
    EntryPlan,
    Hours,
    Plan,
    ResourcePlan,
    ServicePlan,
    StaffPlan,
)

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY = "daily"
DISCOUNT = "bundle_discount"
SETTINGS = {
    "interval": "interval_minutes",
    "notice": "notice_minutes",
    "horizon": "horizon_days",
    DISCOUNT: "bundle_discount_percent",
}
DAY_S = 86_400


def planned(document: Document) -> Plan:
    """The business of a checked file, as it is seeded."""
    raw: Any = plain(document.root)
    hours = _hours(raw.get("hours", {}))
    branches = raw.get("branches") or {MAIN: {"name": raw["title"]["en"]}}
    return Plan(
        vertical=raw["vertical"],
        title=raw["title"]["en"],
        locale=raw.get("locale", "en"),
        services=tuple(_services(raw["services"], raw.get("words", {}), raw.get("goes_with", {}))),
        staff=tuple(_staff(id_, one) for id_, one in raw["staff"].items()),
        branches=tuple(
            BranchPlan(id_, one["name"], _hours(one["hours"]) if "hours" in one else hours)
            for id_, one in branches.items()
        ),
        resources=tuple(_resources(raw.get("resources", {}))),
        closures=tuple(ClosurePlan(day) for day in raw.get("closures", ())),
        knowledge=tuple(facts(raw.get("knowledge", ()))),
        settings={
            **{SETTINGS[name]: _amount(name, text) for name, text in _terms(raw)},
            **{SURE[name]: one for name, one in raw.get("thresholds", {}).items()},
        },
        dials=raw.get("dials", {}),
        lists={name: tuple(_entries(one)) for name, one in raw.get("lists", {}).items()},
        marks={name: tuple(ids) for name, ids in raw.get("marks", {}).items()},
    )


def _terms(raw: Any) -> Iterable[tuple[str, str]]:  # noqa: ANN401 - a checked file's own values
    terms: Mapping[str, str] = raw.get("booking", {})
    return terms.items()


def _amount(name: str, text: str) -> int:
    if name == DISCOUNT:
        return int(text[:-1])
    return (seconds(text) or 0) // (DAY_S if name == "horizon" else 60)


def _services(
    raw: Mapping[str, Any], shared: Mapping[str, list[str]], beside: Mapping[str, list[str]]
) -> Iterator[ServicePlan]:
    for id_, one in raw.items():
        words = [*one.get("words", ()), *(word for word, ids in shared.items() if id_ in ids)]
        yield ServicePlan(
            id=id_,
            name_en=one["name"]["en"],
            name_sw=one["name"]["sw"],
            words=tuple(words),
            category=one["category"],
            price=one["price"],
            minutes=one["minutes"],
            before=one.get("before", 0),
            after=one.get("after", 0),
            needs=tuple(one.get("needs", ())),
            deposit=one.get("deposit"),
            goes_with=_goes_with(id_, raw, beside),
        )


def _goes_with(
    id_: str, raw: Mapping[str, Any], beside: Mapping[str, list[str]]
) -> tuple[str, ...]:
    """What is offered beside a service: its own list, else its category's, else nothing.

    A category stands for each of its services that has a price, in their order.
    """
    one = raw[id_]
    found: list[str] = []
    for name in one.get("goes_with", beside.get(one["category"], ())):
        if name in raw:
            found.append(name)
        else:
            found += [other for other, it in raw.items() if it["category"] == name and it["price"]]
    return tuple(other for other in dict.fromkeys(found) if other != id_)


def _entries(raw: Mapping[str, Any]) -> Iterator[EntryPlan]:
    for id_, one in raw.items():
        yield EntryPlan(id_, one["en"], one["sw"], tuple(one.get("words", ())))


def _staff(id_: str, raw: Mapping[str, Any]) -> StaffPlan:
    return StaffPlan(
        id=id_,
        name=raw["name"],
        services=tuple(raw["services"]),
        works=_hours(raw["works"]),
        aka=tuple(raw.get("aka", ())),
        branch=raw.get("branch", MAIN),
    )


def _resources(raw: Mapping[str, Any]) -> Iterator[ResourcePlan]:
    for kind, one in raw.items():
        for number in range(1, one["count"] + 1):
            name = f"{one['en']} {number}"
            yield ResourcePlan(f"{kind}:{number}", kind, name, one.get("branch", MAIN))


def _hours(raw: Mapping[str, str | list[str]]) -> Hours:
    spans = []
    for key, given in raw.items():
        for day in DAYS if key == EVERY_DAY else (key,):
            for span in [given] if isinstance(given, str) else given:
                first, _, last = span.partition("-")
                spans.append((DAYS.index(day) + 1, first, last))
    return tuple(spans)
