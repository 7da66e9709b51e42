"""The people who offer a service."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Scalar
from tools.args import named, text
from tools.catalog.last_time import LEFT, NEVER_HERE, LastTime, last_time, wants_last
from tools.catalog.model import Catalogue
from tools.catalog.read import read_catalogue
from tools.catalog.values import staff_value

MOST = 10
NOT_THEIRS = "not_theirs"


class ListEligibleStaff:
    """Lists people in the catalogue's order, a wished one first."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory; with one read where the last one is wished for."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        service = text(args, "service")
        if not wants_last(args):
            return _listed(catalogue, service, named(args, "wish"), {})
        last = await last_time(turn.read, turn)
        wished = last.staff if last else None
        return _listed(catalogue, service, wished, _why(catalogue, last))


def _listed(
    catalogue: Catalogue, service: str, wished: str | None, why: dict[str, Scalar]
) -> Answer:
    people = catalogue.eligible(service)
    ordered = sorted(people, key=lambda person: person.id != wished)
    options = tuple(staff_value(person) for person in ordered[:MOST])
    exact = options[0] if options and options[0].value == wished else None
    return Answer("done", options=options, exact=exact, said={} if exact else why)


def _why(catalogue: Catalogue, last: LastTime | None) -> dict[str, Scalar]:
    """Why the person of the last time is not to be had, if they are not."""
    if last is None:
        return {"why": NEVER_HERE}
    works = any(person.id == last.staff for person in catalogue.people)
    return {"why": NOT_THEIRS if works else LEFT, "who": last.person}


HANDLER = ListEligibleStaff()
