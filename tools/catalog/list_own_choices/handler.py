"""The answers that a business has written down itself."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from tools.args import named
from tools.catalog.read import read_catalogue
from tools.catalog.values import entry_value

MOST = 10


class ListOwnChoices:
    """Lists the entries of one list in the business's order, a wished one first."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        kind, wished = str(args.get("list")), named(args, "wish")
        entries = sorted(catalogue.lists.get(kind, ()), key=lambda entry: entry.id != wished)
        options = tuple(entry_value(kind, entry) for entry in entries[:MOST])
        exact = options[0] if options and options[0].value == wished else None
        return Answer("done", options=options, exact=exact)


HANDLER = ListOwnChoices()
