"""Services and people as a conversation keeps and shows them."""

from engine.model.value import Scalar, Value
from tools.catalog.model import Catalogue, Entry, Person, Service


def service_value(service: Service, catalogue: Catalogue) -> Value:
    """Make the value of a service, with what rules and the hold will ask of it."""
    facts: dict[str, Scalar] = {
        "price": service.price_kes,
        "minutes": service.minutes,
        "category": service.category,
    }
    if service.buffer_before or service.buffer_after:
        facts |= {"buffer_before": service.buffer_before, "buffer_after": service.buffer_after}
    facts |= {f"is_{name}": name == service.category for name in catalogue.categories}
    facts |= {mark: service.id in marked for mark, marked in catalogue.marks.items()}
    return Value("service", service.id, {"en": service.name_en, "sw": service.name_sw}, facts)


def entry_value(kind: str, entry: Entry) -> Value:
    """Make the value of an answer from a list of the business's own."""
    return Value(kind, entry.id, {"en": entry.name_en, "sw": entry.name_sw})


def staff_value(person: Person) -> Value:
    """Make the value of somebody who serves."""
    return Value("staff", person.id, {"": person.name})
