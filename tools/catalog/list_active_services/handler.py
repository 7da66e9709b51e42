"""The services that can be booked."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from tools.args import named
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value

MOST = 10


class ListActiveServices:
    """Lists services in the catalogue's order, a wished one first."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        wished = catalogue.services.get(named(args, "wish") or "")
        ordered = sorted(catalogue.services.values(), key=lambda service: service is not wished)
        options = tuple(service_value(service, catalogue) for service in ordered[:MOST])
        return Answer("done", options=options, exact=options[0] if wished else None)


HANDLER = ListActiveServices()
