"""Several services in one wish, as they were heard: `gel:gel_polish;massage:swedish/tissue`."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.model.handler import Args
from engine.model.value import Value
from tools.args import optional
from tools.catalog.model import Catalogue
from tools.catalog.values import service_value

TYPE = "wanted_services"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of them: the customer's words, and the services that these may mean."""

    words: str
    services: tuple[str, ...]


def left(args: Args, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """What is wanted beside the service that is booked, in the order in which it was said."""
    several, service = optional(args, TYPE), optional(args, "service")
    wanted = _read(str(several.value), catalogue) if several else ()
    booked = str(service.value) if service else ""
    done = next((one for one in wanted if booked in one.services), None)
    return tuple(one for one in wanted if one is not done)


def written(wanted: Sequence[Wanted]) -> Value:
    """The same as it was heard."""
    text = ";".join(f"{one.words}:{'/'.join(one.services)}" for one in wanted)
    return Value(TYPE, text)


def shown(wanted: Wanted, catalogue: Catalogue) -> Value:
    """By its name where it is one service, else in the customer's words."""
    if len(wanted.services) == 1:
        return service_value(catalogue.services[wanted.services[0]], catalogue)
    return Value("text", wanted.words, {"": wanted.words})


def people(args: Args) -> int:
    """How many people come; 1 where nobody said so."""
    count = optional(args, "people")
    return count.value if count and isinstance(count.value, int) else 1


def _read(text: str, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """Each of them that the business offers."""
    pairs = (one.partition(":") for one in text.split(";"))
    each = (
        Wanted(words, tuple(id_ for id_ in ids.split("/") if id_ in catalogue.services))
        for words, _, ids in pairs
    )
    return tuple(one for one in each if one.services)
