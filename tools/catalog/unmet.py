"""Rules that ask a catalogue for what it has not: they never hold, and nobody would notice."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from engine.document.place import top
from engine.document.problem import Faults, Problem, near, suggest
from engine.document.tree import Document
from engine.model.flow import Flow, FlowSet
from engine.model.reading import comparisons, literals, names
from engine.model.rule import Expression, Name
from tools.catalog.model import Catalogue

IS, NEEDS, CATEGORY = "is_", "needs_", "category"
SERVICE, STAFF = "service", "staff"


@dataclass(frozen=True, slots=True)
class Stock:
    """What rules may ask a catalogue for: ids of services and people, categories and marks."""

    services: Collection[str]
    people: Collection[str]
    categories: Collection[str]
    marks: Collection[str] = field(default_factory=tuple)

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Stock":
        """What a business has."""
        people = tuple(person.id for person in catalogue.people)
        return cls(tuple(catalogue.services), people, catalogue.categories, tuple(catalogue.marks))


NOTHING = Stock((), (), ())
"""Of a catalogue that is not known."""


def unmet(flows: FlowSet, documents: Iterable[Document], stock: Stock) -> Iterator[Problem]:
    """Yield a warning for each rule that asks for what no service or person is.

    Args:
        flows: as they are with the documents.
        documents: whose rules are looked at.
        stock: what the catalogue has; one without services says nothing.
    """
    faults = Faults()
    for document in documents if stock.services else ():
        root = top(document.root)
        name, rules = root.get("flow"), root.get("rules")
        flow = flows.flows.get(name.text) if name else None
        for rule, place in rules.items() if rules and flow else ():
            written = flow.rules.get(rule) if flow else None
            for fault, remedy in _strange(written, flow, stock) if written and flow else ():
                faults.add(place.at, place.key, fault, remedy)
    yield from faults.problems()


def _strange(rule: Expression, flow: Flow, stock: Stock) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys(names(rule)):
        head, _, fact = name.partition(".")
        if _kind(head, flow) == SERVICE:
            yield from _flag(head, fact, stock)
    for one in comparisons(rule):
        if isinstance(one.left, Name) and one.operator in {"=", "!=", "in"}:
            what, known = _known(one.left.name, flow, stock)
            for value in literals(one.right) if what else ():
                if value not in known:
                    yield f"{what} '{value}'", suggest(str(value), known)


def _flag(head: str, fact: str, stock: Stock) -> Iterator[tuple[str, str]]:
    """`service.is_hair`, `service.needs_preauth`."""
    asked: Mapping[str, tuple[str, Collection[str]]] = {
        IS: ("no service has the category", [f"{IS}{one}" for one in stock.categories]),
        NEEDS: ("no service has the mark", stock.marks),
    }
    for start, (what, known) in asked.items():
        if fact.startswith(start) and fact not in known:
            shown = fact.removeprefix(IS)
            meant = near(fact, known)
            there = suggest(shown, [one.removeprefix(IS) for one in known])
            yield f"{what} '{shown}'", f"Write '{head}.{meant}'" if meant else there


def _known(name: str, flow: Flow, stock: Stock) -> tuple[str, Collection[str]]:
    """What a name may be compared with, and what is said of anything else; "": anything."""
    head, dot, fact = name.partition(".")
    kind = _kind(head, flow)
    if kind == SERVICE and fact == CATEGORY:
        return "no service has the category", stock.categories
    if not dot and kind == SERVICE:
        return "no service is called", stock.services
    if not dot and kind == STAFF:
        return "nobody is called", stock.people
    return "", ()


def _kind(slot: str, flow: Flow) -> str:
    return flow.slots[slot].type.name if slot in flow.slots else ""
