"""What a vertical's file says fits together: every name is one of its own, every value can be."""

from collections.abc import Iterable, Iterator

from engine.document.place import Place
from engine.document.problem import Faults, suggest
from tools.catalog.model import MAIN
from tools.tenants.blueprint import DISCOUNT


def check(root: Place, faults: Faults) -> None:
    """Note every name that stands for nothing in the file, and every value that cannot be."""
    services = [name for name, _ in _items(root, "services")]
    kinds = [name for name, _ in _items(root, "resources")]
    branches = [name for name, _ in _items(root, "branches")] or [MAIN]
    for _, service in _items(root, "services"):
        known(service.many("needs"), kinds, "resource", faults)
        _whole(service, faults)
    _related(root, services, faults)
    for section in ("words", "marks"):
        for _, one in _items(root, section):
            known(one.each(), services, "service", faults)
    for section in ("staff", "resources"):
        for _, one in _items(root, section):
            known(one.many("branch"), branches, "branch", faults)
    weeks = [root.get("hours"), *(one.get("hours") for _, one in _items(root, "branches"))]
    for week in (*weeks, *(one.get("works") for _, one in _items(root, "staff"))):
        _forwards(week, faults)
    _offered(root, services, faults)


def _related(root: Place, services: list[str], faults: Faults) -> None:
    """What goes with what: categories on the left, services or categories on the right."""
    categories = [
        place.text for _, one in _items(root, "services") if (place := one.get("category"))
    ]
    for _, service in _items(root, "services"):
        known(service.many("goes_with"), [*services, *categories], "service or category", faults)
    for name, beside in _items(root, "goes_with"):
        if name not in categories:
            fault = f"no service has the category '{name}'"
            faults.add(beside.at, beside.key, fault, suggest(name, categories))
        known(beside.each(), [*services, *categories], "service or category", faults)
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
        known(person.many("services"), services, "service", faults)
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


def known(places: Iterable[Place], names: list[str], what: str, faults: Faults) -> None:
    """Note each of the places that names none of `names`."""
    for place in places:
        if place.text not in names:
            fault = f"no {what} is called '{place.text}'"
            faults.add(place.at, place.key, fault, suggest(place.text, names))
