"""Free times near the wished one."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from tools.args import named, optional, text
from tools.catalog.model import Catalogue, Person
from tools.catalog.read import read_catalogue
from tools.scheduling.search import Request, Search
from tools.scheduling.wish import read_wish


class GetAvailableSlots:
    """Lists openings for a service, with one person or with anyone."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer with one read of what is taken, two if the wished day has nothing left."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        service = catalogue.services.get(text(args, "service"))
        people = _asked_for(catalogue, args)
        if service is None or not people:
            return Answer("done")
        request = Request(
            service,
            people,
            read_wish(args.get("wish")),
            turn.now,
            turn.tenant.zone,
            turn.thread_id,
        )
        found = await Search(turn.read, catalogue, request).run()
        said = {"why": str(found.why)} if found.why and not found.exact else {}
        return Answer("done", options=found.options, exact=found.exact, said=said)


def _asked_for(catalogue: Catalogue, args: Args) -> tuple[Person, ...]:
    """The person named, or everybody who offers the service but those not wanted."""
    people = catalogue.eligible(text(args, "service"))
    name, staff = named(args, "staff"), optional(args, "staff")
    unwanted = str(staff.facts.get("excluded", "")).split(",") if staff else []
    return tuple(
        person for person in people if person.id not in unwanted and name in (None, person.id)
    )


HANDLER = GetAvailableSlots()
