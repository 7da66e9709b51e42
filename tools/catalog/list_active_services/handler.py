"""The services that can be booked."""

from dataclasses import replace

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Scalar
from tools.args import named
from tools.catalog.last_time import NEVER_HERE, NO_MORE, LastTime, last_time, wants_last
from tools.catalog.model import Catalogue, Service
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value

MOST = 10


class ListActiveServices:
    """Lists services in the catalogue's order, a wished one first."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory; with one read where the last one is wished for."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        if not wants_last(args):
            return _listed(catalogue, catalogue.services.get(named(args, "wish") or ""))
        last = await last_time(turn.read, turn)
        answer = _listed(catalogue, catalogue.services.get(last.service) if last else None)
        if answer.exact is None:
            return replace(answer, said=_why(last, turn.locale))
        again = {**answer.exact.facts, "as_before": True}
        return replace(answer, exact=replace(answer.exact, facts=again))


def _listed(catalogue: Catalogue, wished: Service | None) -> Answer:
    ordered = sorted(catalogue.services.values(), key=lambda service: service is not wished)
    options = tuple(service_value(service, catalogue) for service in ordered[:MOST])
    return Answer("done", options=options, exact=options[0] if wished else None)


def _why(last: LastTime | None, locale: str) -> dict[str, Scalar]:
    return {"why": NO_MORE, "who": last.name(locale)} if last else {"why": NEVER_HERE}


HANDLER = ListActiveServices()
