"""The people who offer a service."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from tools.args import named, text
from tools.catalog.read import read_catalogue
from tools.catalog.values import staff_value

MOST = 10


class ListEligibleStaff:
    """Lists people in the catalogue's order, a wished one first."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        wished = named(args, "wish")
        people = catalogue.eligible(text(args, "service"))
        ordered = sorted(people, key=lambda person: person.id != wished)
        options = tuple(staff_value(person) for person in ordered[:MOST])
        exact = options[0] if options and options[0].value == wished else None
        return Answer("done", options=options, exact=exact)


HANDLER = ListEligibleStaff()
