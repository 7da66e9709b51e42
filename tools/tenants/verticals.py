"""The verticals that are shipped: `verticals/<name>/vertical.yaml`, read and checked whole."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from engine.errors import ConfigError, InputError
from engine.spec.document.files import read_file
from engine.spec.document.place import Place, top
from engine.spec.document.problem import Faults, Problems, suggest
from engine.spec.document.tree import Document, plain
from engine.spec.gathered import like_of
from engine.spec.language.amounts import seconds
from engine.spec.language.conform import conform
from tools.catalog.model import MAIN
from tools.tenants.plan import (
    BranchPlan,
    ClosurePlan,
    EntryPlan,
    Hours,
    KnowledgePlan,
    Plan,
    ResourcePlan,
    ServicePlan,
    StaffPlan,
)
from tools.tenants.shape import KNOWLEDGE_FILE, VERTICAL

ROOT = Path(__file__).resolve().parents[2]
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY_DAY = "daily"
KNOWLEDGE = "knowledge.yaml"
DISCOUNT = "bundle_discount"
SETTINGS = {
    "interval": "interval_minutes",
    "notice": "notice_minutes",
    "horizon": "horizon_days",
    DISCOUNT: "bundle_discount_percent",
}
DAY_S = 86_400


def list_verticals(root: Path = ROOT) -> tuple[str, ...]:
    """Name the verticals there are."""
    return tuple(sorted(path.parent.name for path in (root / "verticals").glob("*/vertical.yaml")))


def load_vertical(name: str, root: Path = ROOT) -> Plan:
    """Read one vertical.

    Raises:
        InputError: there is no such vertical.
        ConfigError: with every fault of its file, each with its line and remedy.
    """
    known = list_verticals(root)
    if name not in known:
        raise InputError(
            "vertical.unknown", f"No vertical '{name}'. {suggest(name, known)}.", vertical=name
        )
    found = read_vertical(root / "verticals" / name / "vertical.yaml", root)
    if isinstance(found, Problems):
        raise ConfigError("vertical.invalid", str(found))
    return found


def read_vertical(path: Path, root: Path) -> Plan | Problems:
    """Read a file; gives the business it describes, or everything that is wrong with it."""
    document = read_file(path, root)
    if isinstance(document, Problems):
        return document
    faults = Faults()
    conform(top(document.root), VERTICAL, faults)
    if not len(faults):
        _check(top(document.root), faults)
        _like(top(document.root), path.parent.name, root, faults)
    facts = read_knowledge(path.with_name(KNOWLEDGE), root)
    if isinstance(facts, Problems):
        return facts
    if len(faults):
        return faults.problems()
    plan = _plan(document)
    return replace(plan, knowledge=(*plan.knowledge, *facts))


def read_knowledge(path: Path, root: Path) -> tuple[KnowledgePlan, ...] | Problems:
    """Read the facts that questions are answered from; none where there is no such file."""
    if not path.exists():
        return ()
    document = read_file(path, root)
    if isinstance(document, Problems):
        return document
    faults = Faults()
    conform(top(document.root), KNOWLEDGE_FILE, faults)
    if len(faults):
        return faults.problems()
    raw: Any = plain(document.root)
    return tuple(_facts(raw["knowledge"]))


def _facts(raw: Iterable[Any]) -> Iterator[KnowledgePlan]:
    for one in raw:
        yield KnowledgePlan(one["category"], one["en"], one["sw"], tuple(one.get("words", ())))


def _check(root: Place, faults: Faults) -> None:
    services = [name for name, _ in _items(root, "services")]
    kinds = [name for name, _ in _items(root, "resources")]
    branches = [name for name, _ in _items(root, "branches")] or [MAIN]
    for _, service in _items(root, "services"):
        _known(service.many("needs"), kinds, "resource", faults)
        _whole(service, faults)
    _related(root, services, faults)
    for section in ("words", "marks"):
        for _, one in _items(root, section):
            _known(one.each(), services, "service", faults)
    for section in ("staff", "resources"):
        for _, one in _items(root, section):
            _known(one.many("branch"), branches, "branch", faults)
    weeks = [root.get("hours"), *(one.get("hours") for _, one in _items(root, "branches"))]
    for week in (*weeks, *(one.get("works") for _, one in _items(root, "staff"))):
        _forwards(week, faults)
    _offered(root, services, faults)


def _like(place: Place, name: str, root: Path, faults: Faults) -> None:
    """One whose flows and phrases lie beneath: another vertical, that is like none itself."""
    like = place.get("like")
    others = [other for other in list_verticals(root) if other != name]
    if like is None:
        return
    _known([like], others, "vertical", faults)
    folder = root / "verticals" / (like.text or "")
    if like.text in others and (further := like_of(folder, root)) is not None:
        faults.add(like.at, like.key, f"'{like.text}' is like another", f"Write '{further}'")


def _related(root: Place, services: list[str], faults: Faults) -> None:
    """What goes with what: categories on the left, services or categories on the right."""
    categories = [
        place.text for _, one in _items(root, "services") if (place := one.get("category"))
    ]
    for _, service in _items(root, "services"):
        _known(service.many("goes_with"), [*services, *categories], "service or category", faults)
    for name, beside in _items(root, "goes_with"):
        if name not in categories:
            fault = f"no service has the category '{name}'"
            faults.add(beside.at, beside.key, fault, suggest(name, categories))
        _known(beside.each(), [*services, *categories], "service or category", faults)
    booking = root.get("booking")
    discount = booking.get(DISCOUNT) if booking else None
    if discount and not _percent(discount.text):
        fault = f"is {discount.text}"
        faults.add(discount.at, discount.key, fault, "Write a whole share from 0% to 100%")


def _percent(text: str) -> bool:
    return text[:-1].isdecimal() and int(text[:-1]) <= 100  # noqa: PLR2004 - percent


def _offered(root: Place, services: list[str], faults: Faults) -> None:
    offered = set[str]()
    for _, person in _items(root, "staff"):
        _known(person.many("services"), services, "service", faults)
        offered |= {place.text for place in person.many("services")}
    for name, service in _items(root, "services"):
        if name not in offered:
            faults.add(service.at, service.key, "is offered by nobody", "Name it under staff")


def _whole(service: Place, faults: Faults) -> None:
    for name in ("price", "minutes", "before", "after"):
        given = service.get(name)
        if given and not isinstance(given.value, int):
            faults.add(given.at, given.key, f"is {given.value}", "Write a whole number")


def _forwards(week: Place | None, faults: Faults) -> None:
    for _, day in week.items() if week else ():
        for span in day.each():
            first, _, last = span.text.partition("-")
            if first >= last:
                faults.add(span.at, span.key, f"'{span.text}' ends before it begins", "Turn it")


def _items(root: Place, section: str) -> Iterator[tuple[str, Place]]:
    found = root.get(section)
    return found.items() if found else iter(())


def _known(places: Iterable[Place], names: list[str], what: str, faults: Faults) -> None:
    for place in places:
        if place.text not in names:
            fault = f"no {what} is called '{place.text}'"
            faults.add(place.at, place.key, fault, suggest(place.text, names))


def _plan(document: Document) -> Plan:
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
        knowledge=tuple(_facts(raw.get("knowledge", ()))),
        settings={SETTINGS[name]: _amount(name, text) for name, text in _terms(raw)},
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
