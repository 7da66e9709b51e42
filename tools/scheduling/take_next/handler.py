"""What is known of the next booking of a customer who wanted several things."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import ANYONE, Value
from tools.args import required, text
from tools.catalog.model import Catalogue
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value
from tools.scheduling.several import TYPE, Wanted, left, people, person, written

DAY = 10
"""Characters of `2026-06-01`."""
NOTHING = Value(TYPE, None)
NOBODY = Value("party", None)


class TakeNext:
    """Gives the next service, or the same once more for the next person: that day or as wanted."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        wanted, others = left(args, catalogue), people(args) - 1
        service = catalogue.services.get(text(args, "service"))
        if wanted:
            rest = written(wanted) if len(wanted) > 1 else NOTHING
            more = {"people": _count(others if others > len(wanted) else 0), TYPE: rest}
            more |= {"staff": person(wanted[0], catalogue)} if wanted[0].who else {}
            more |= {"time": wanted[0].time(_day(args))} if wanted[0].at else {}
            return _taken(args, _first(wanted[0], catalogue), more)
        if others < 1 or service is None:
            return Answer("none")
        more = {"people": _count(others), TYPE: NOTHING}
        return _taken(args, service_value(service, catalogue), more)


def _count(people: int) -> Value:
    """How many are still to come, of whom one is booked now; one alone is nobody besides."""
    return Value("party", people, facts={"earlier": True}) if people > 1 else NOBODY


def _first(wanted: Wanted, catalogue: Catalogue) -> Value:
    """The service; of several that may be meant, which is still to be asked."""
    if len(wanted.services) == 1:
        return service_value(catalogue.services[wanted.services[0]], catalogue)
    return Value("service", None, facts={"candidates": ",".join(wanted.services)})


def _day(args: Args) -> str:
    return str(required(args, "time").value)[:DAY]


def _taken(args: Args, service: Value, rest: dict[str, Value]) -> Answer:
    """The same day if no other was said; who serves is anyone if it was, and open otherwise."""
    hour = str(required(args, "time").value)[DAY + 1 :]
    day = Value("opening", _day(args), facts={"grain": "day", "beside": hour})
    return Answer("taken", {"service": service, "staff": _anyone(args), "time": day, **rest})


def _anyone(args: Args) -> Value:
    staff = args.get("staff")
    free = isinstance(staff, Value) and staff.value == ANYONE
    return Value("staff", ANYONE if free else None)


HANDLER = TakeNext()
