"""Which answer a question gets: the kind of phrase, and what it names. The words are phrases."""

from collections.abc import Callable, Mapping, Sequence

from engine.model.tool import Answer
from engine.model.value import Scalar, Value
from tools.catalog.hours import hours_of
from tools.catalog.model import Catalogue, Service
from tools.catalog.values import service_value, staff_value
from tools.knowledge import week
from tools.knowledge.asked import Asked
from tools.knowledge.snippets import Snippet, best, of_category, telling

MOST = 10
UNKNOWN = Answer("unknown")
_CATEGORIES = {
    "where": ("location",),
    "payment": ("payment",),
    "cancellation": ("cancellation",),
    "delivery": ("delivery", "results"),
    "bring": ("bring", "materials", "preparation"),
    "preparation": ("preparation", "fasting", "bring"),
}
"""Topics that a fact of the business answers before we do, or alone."""
_OF_EACH = frozenset({"price", "duration"})
"""Topics that each service has its own of: of what is none, a fact may tell it."""


def answer(asked: Asked, catalogue: Catalogue, snippets: Sequence[Snippet]) -> Answer:
    """Answer from what is known; what is not known is said to be so, never guessed.

    A fact that the question asks for by its words comes first, unless a service is named: "how
    much is parking?" is not about prices. Then the topics, the surest first; last a fact that
    only contains a word of the question.
    """
    hit = best(snippets, asked.text)
    chosen = asked.named and asked.services
    if hit and hit.asked and not chosen:
        return _fact(hit.snippet)
    for topic in asked.topics:
        found = _told_of(topic, snippets) or _told_beside(topic, asked, snippets)
        if found is None and topic in _TOPICS:
            found = _TOPICS[topic](asked, catalogue)
        if found is not None:
            return found
    if hit:
        return _fact(hit.snippet)
    return (_price(asked, catalogue) if asked.named else None) or UNKNOWN


def _told_of(topic: str, snippets: Sequence[Snippet]) -> Answer | None:
    """A fact about the topic, if the business tells one."""
    facts = (of_category(snippets, name) for name in _CATEGORIES.get(topic, ()))
    return next((_fact(one) for one in facts if one), None)


def _told_beside(topic: str, asked: Asked, snippets: Sequence[Snippet]) -> Answer | None:
    """A fact that holds what is asked about, which is no service: "how long do lenses take"."""
    if topic not in _OF_EACH or asked.services or asked.unknown:
        return None
    hit = best(snippets, " ".join(telling(asked.rest)))
    return _fact(hit.snippet) if hit else None


def _fact(snippet: Snippet) -> Answer:
    return _answer("fact", {"en": snippet.text_en, "sw": snippet.text_sw})


def _answer(
    kind: str,
    names: Mapping[str, str] | None = None,
    found: Sequence[Value] = (),
    **facts: Scalar,
) -> Answer:
    known = {name: fact for name, fact in facts.items() if fact is not None}
    gives = {"answer": Value("answer", kind, names or {}, known)}
    gives["found"] = Value("list", len(found), items=tuple(found))
    return Answer("answered", gives)


def _price(asked: Asked, catalogue: Catalogue) -> Answer | None:
    return _of_service("price", asked, catalogue)


def _duration(asked: Asked, catalogue: Catalogue) -> Answer | None:
    """How long it takes; beside its price, which tells both, where that is asked as well."""
    return _of_service("price" if "price" in asked.topics else "duration", asked, catalogue)


def _of_service(kind: str, asked: Asked, catalogue: Catalogue) -> Answer | None:
    """Of the one service that is meant, or of each that may be."""
    if asked.unknown:
        return _missing(asked, catalogue)
    if len(asked.services) == 1:
        return _one(kind, asked.services[0], catalogue)
    return _list(f"{kind}s", asked.services or tuple(catalogue.services.values()), catalogue)


def _one(kind: str, service: Service, catalogue: Catalogue) -> Answer:
    value = service_value(service, catalogue)
    names = {"en": service.name_en, "sw": service.name_sw}
    return _answer(kind, names, (value,), price=service.price_kes, minutes=service.minutes)


def _list(kind: str, services: Sequence[Service], catalogue: Catalogue) -> Answer | None:
    found = [service_value(service, catalogue) for service in services[:MOST]]
    return _answer(kind, None, found, more=len(services) > MOST) if found else None


def _services(asked: Asked, catalogue: Catalogue) -> Answer | None:
    return _list("services", tuple(catalogue.services.values()), catalogue)


def _offered(asked: Asked, catalogue: Catalogue) -> Answer | None:
    if not (asked.named and asked.services):
        return _missing(asked, catalogue)
    if len(asked.services) == 1:
        return _one("offered", asked.services[0], catalogue)
    return _list("prices", asked.services, catalogue)


def _missing(asked: Asked, catalogue: Catalogue) -> Answer | None:
    """A service that the catalogue has not: what there is."""
    every = tuple(catalogue.services.values())
    found = [service_value(service, catalogue) for service in every[:MOST]]
    return _answer("not_offered", None, found, wanted=asked.unknown, more=len(every) > MOST)


def _who(asked: Asked, catalogue: Catalogue) -> Answer | None:
    wanted = {service.id for service in asked.services}
    people = [one for one in catalogue.people if not wanted or wanted & one.services]
    if not people:
        return None
    found = [staff_value(one) for one in people[:MOST]]
    if len(asked.services) != 1:
        return _answer("done_by" if wanted else "people", None, found)
    (service,) = asked.services
    return _answer("who", {"en": service.name_en, "sw": service.name_sw}, found)


def _people(asked: Asked, catalogue: Catalogue) -> Answer | None:
    found = [staff_value(one) for one in catalogue.people[:MOST]]
    return _answer("people", None, found) if found else None


def _hours(asked: Asked, catalogue: Catalogue) -> Answer | None:
    hours = hours_of(catalogue)
    if not hours:
        return None
    if asked.day is None:
        return _answer("hours", None, week.told(hours))
    spans = week.on(hours, catalogue, asked.day)
    day = asked.day.isoformat()
    if not spans:
        return _answer("closed_on", None, week.told(hours), day=day)
    return _answer("open_on", None, (), day=day, opens=spans[0][0], closes=spans[-1][1])


def _where(asked: Asked, catalogue: Catalogue) -> Answer | None:
    return _answer("where") if catalogue.about.get("address") else None


def _phone(asked: Asked, catalogue: Catalogue) -> Answer | None:
    return _answer("phone") if catalogue.about.get("phone") else None


def _payment(asked: Asked, catalogue: Catalogue) -> Answer | None:
    return _answer("payment")


def _cancellation(asked: Asked, catalogue: Catalogue) -> Answer | None:
    return _answer("cancellation")


_TOPICS: Mapping[str, Callable[[Asked, Catalogue], Answer | None]] = {
    "price": _price,
    "duration": _duration,
    "who": _who,
    "people": _people,
    "hours": _hours,
    "where": _where,
    "payment": _payment,
    "cancellation": _cancellation,
    "phone": _phone,
    "offered": _offered,
    "services": _services,
}
