"""What a customer who wanted several things wants next."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import text
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value
from tools.scheduling.several import left, people, shown


class WhatIsNext:
    """Tells the next service, or the same once more for the next person."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        wanted = left(args, catalogue)
        booked = text(args, "service")
        if wanted:
            once_more = wanted[0].services == (booked,) and not wanted[0].at
            return _more(shown(wanted[0], catalogue), once_more=once_more)
        service = catalogue.services.get(booked)
        if people(args) == 1 or service is None:
            return Answer("none")
        return _more(service_value(service, catalogue), once_more=True)


def _more(value: Value, *, once_more: bool) -> Answer:
    facts = {"once_more": True} if once_more else {}
    return Answer("more", {"next": Value(value.type, value.value, value.names, facts)})


HANDLER = WhatIsNext()
