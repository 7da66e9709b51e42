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
        if wanted:
            return Answer("more", {"next": shown(wanted[0], catalogue)})
        service = catalogue.services.get(text(args, "service"))
        if people(args) == 1 or service is None:
            return Answer("none")
        value = service_value(service, catalogue)
        return Answer(
            "more", {"next": Value("service", value.value, value.names, {"once_more": True})}
        )


HANDLER = WhatIsNext()
