"""What a customer who wanted several things wants next."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import required, text
from tools.catalog.model import Catalogue
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value
from tools.scheduling.several import TYPE, Wanted, left, people, shown, written

NONE = Answer("none")
DAY = 10
"""Characters of `2026-06-01`."""


class WhatIsNext:
    """Gives the next service, or the same once more for the next person, on the same day."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        wanted = left(args, catalogue)
        if wanted:
            return _of_services(wanted, catalogue, args)
        others = people(args) - 1
        service = catalogue.services.get(text(args, "service"))
        if others < 1 or service is None:
            return NONE
        value = service_value(service, catalogue)
        once_more = Value("service", value.value, value.names, {"same": True})
        count = Value("party", others if others > 1 else None)
        return _more(args, value, once_more, {"people": count, TYPE: Value(TYPE, None)})


def _of_services(wanted: tuple[Wanted, ...], catalogue: Catalogue, args: Args) -> Answer:
    first = wanted[0]
    known = shown(first, catalogue)
    open_ = Value("service", None, facts={"candidates": ",".join(first.services)})
    service = known if len(first.services) == 1 else open_
    rest = written(wanted) if len(wanted) > 1 else Value(TYPE, None)
    return _more(args, service, known, {"people": Value("party", None), TYPE: rest})


def _more(args: Args, service: Value, shown_as: Value, rest: dict[str, Value]) -> Answer:
    """The same day; who serves is open, since not everyone does everything."""
    day = Value("opening", str(required(args, "time").value)[:DAY], facts={"grain": "day"})
    staff = Value("staff", None)
    return Answer(
        "more", {"service": service, "next": shown_as, "staff": staff, "time": day, **rest}
    )


HANDLER = WhatIsNext()
