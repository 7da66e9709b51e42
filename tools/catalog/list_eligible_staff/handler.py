"""The people who offer a service."""

from collections.abc import Sequence

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Scalar, Value
from tools.args import named, optional, text
from tools.catalog.last_time import LEFT, NEVER_HERE, LastTime, last_time, wants_last
from tools.catalog.model import Catalogue, Person
from tools.catalog.read import read_catalogue
from tools.catalog.values import staff_value

MOST = 10
NOT_THEIRS = "not_theirs"
ONLY_THEM = "only_them"
"""Why there is nobody but those who are not wanted."""
EXCLUDED = "excluded"
"""The fact of "anyone" that tells who is not wanted: ids with commas."""


class ListEligibleStaff:
    """Lists people in the catalogue's order, a wished one first."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory; with one read where the last one is wished for."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        service, wish = text(args, "service"), optional(args, "wish")
        if wish is not None and wish.facts.get(EXCLUDED):
            return _others(catalogue.eligible(service), wish)
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


def _others(people: Sequence[Person], wish: Value) -> Answer:
    """Anyone but those who are not wanted, if anybody else offers the service."""
    unwanted = str(wish.facts[EXCLUDED]).split(",")
    options = tuple(staff_value(person) for person in people[:MOST])
    if any(person.id not in unwanted for person in people):
        return Answer("done", options=options)
    names = ", ".join(person.name for person in people)
    return Answer("done", options=options, said={"why": ONLY_THEM, "who": names})


def _why(catalogue: Catalogue, last: LastTime | None) -> dict[str, Scalar]:
    """Why the person of the last time is not to be had, if they are not."""
    if last is None:
        return {"why": NEVER_HERE}
    works = any(person.id == last.staff for person in catalogue.people)
    return {"why": NOT_THEIRS if works else LEFT, "who": last.person}


HANDLER = ListEligibleStaff()
