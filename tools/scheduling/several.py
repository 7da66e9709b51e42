"""Several services in one wish, as they were heard: `gel:gel_polish;massage:swedish/tissue`.

One that is wanted at a time of its own bears it, and who is to serve: `cut:haircut@16:00+anna`,
`gel:gel_polish@2026-06-02`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from engine.model.handler import Args
from engine.model.value import Value
from tools.args import optional
from tools.catalog.model import Catalogue
from tools.catalog.values import service_value, staff_value

TYPE = "wanted_services"
_DAY = len("2026-06-01")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One of them: the customer's words, the services that these may mean, when and with whom.

    `at`: an hour of the day of the others, a day, or both; "" where none was said, as for `who`.
    """

    words: str
    services: tuple[str, ...]
    at: str = ""
    who: str = ""

    @property
    def hour(self) -> str:
        """The hour that was said; "" where none was."""
        return self.at.rpartition("T")[2] if ":" in self.at else ""

    @property
    def when(self) -> str:
        """The time as it is shown: `5/6 16:00`, with the day only where it is its own."""
        if self.at == self.hour:
            return self.hour
        day = date.fromisoformat(self.at[:_DAY])
        return f"{day.day}/{day.month} {self.hour}".rstrip()

    def time(self, day: str) -> Value:
        """When it is wanted, beside a booking on `day`."""
        at = f"{day}T{self.at}" if self.at and self.at == self.hour else self.at or day
        return Value("opening", at, facts={"grain": "day" if len(at) == _DAY else "minute"})


def left(args: Args, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """What is wanted beside the service that is booked, in the order in which it was said."""
    several, service = optional(args, TYPE), optional(args, "service")
    wanted = _read(str(several.value), catalogue) if several else ()
    booked = str(service.value) if service else ""
    done = next((one for one in wanted if booked in one.services), None)
    return tuple(one for one in wanted if one is not done)


def later(args: Args, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """What follows the first of them, where times or people told with which one to begin."""
    several = optional(args, TYPE)
    wanted = _read(str(several.value), catalogue) if several else ()
    return wanted[1:] if any(one.at or one.who for one in wanted) else ()


def written(wanted: Sequence[Wanted]) -> Value:
    """The same as it was heard."""
    return Value(TYPE, ";".join(map(_text, wanted)))


def _text(wanted: Wanted) -> str:
    named = f"{wanted.words}:{'/'.join(wanted.services)}"
    at = f"@{wanted.at}" if wanted.at else ""
    return f"{named}{at}+{wanted.who}" if wanted.who else f"{named}{at}"


def shown(wanted: Wanted, catalogue: Catalogue) -> Value:
    """By its name where it is one service, else in the customer's words; with its hour."""
    if len(wanted.services) == 1:
        value = service_value(catalogue.services[wanted.services[0]], catalogue)
    else:
        value = Value("text", wanted.words, {"": wanted.words})
    if not wanted.at:
        return value
    names = {locale: f"{name} ({wanted.when})" for locale, name in value.names.items()}
    return replace(value, names=names)


def person(wanted: Wanted, catalogue: Catalogue) -> Value:
    """Who is to serve, if somebody was named who is there and does it; else it is open."""
    able = (one for id_ in wanted.services for one in catalogue.eligible(id_))
    named = next((one for one in able if one.id == wanted.who), None)
    return staff_value(named) if named else Value("staff", None)


def people(args: Args) -> int:
    """How many people come; 1 where nobody said so."""
    count = optional(args, "people")
    return count.value if count and isinstance(count.value, int) else 1


def _read(text: str, catalogue: Catalogue) -> tuple[Wanted, ...]:
    """Each of them that the business offers."""
    pairs = (one.partition(":") for one in text.split(";"))
    each = (_one(words, ids, catalogue) for words, _, ids in pairs)
    return tuple(one for one in each if one.services)


def _one(words: str, named: str, catalogue: Catalogue) -> Wanted:
    told, _, who = named.partition("+")
    ids, _, at = told.partition("@")
    every = tuple(id_ for id_ in ids.split("/") if id_ in catalogue.services)
    return Wanted(words, every, at, who)
