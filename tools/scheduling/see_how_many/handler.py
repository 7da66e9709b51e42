"""Whether one wish is for several bookings."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import optional
from tools.catalog.read import read_catalogue
from tools.scheduling.several import TYPE, later, left, people, shown


class SeeHowMany:
    """Tells what follows the booking at hand: further services, or further people."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory; what was told with an earlier booking is no news.

        Which services follow can only be told once it is known with which one to begin: by what is
        booked, or by times of their own.
        """
        if optional(args, "people") is None and _news(args, "uncounted"):
            return Answer("uncounted")
        catalogue = await read_catalogue(turn.read, turn.tenant)
        first = optional(args, "service")
        every = left(args, catalogue)
        follows = every if first else later(args, catalogue)
        wanted = follows if _news(args, TYPE) else ()
        more = people(args) > len(every) + bool(first) and people(args) > 1
        if wanted and not more:
            items = tuple(shown(one, catalogue) for one in wanted)
            return Answer("services", {"to_follow": Value("list", len(items), items=items)})
        unsaid = bool(first) or len(every) == 0  # else it is asked with which one to begin
        return Answer("people" if more and unsaid and _news(args, "people") else "alone")


def _news(args: Args, name: str) -> bool:
    value = optional(args, name)
    return value is not None and not value.facts.get("earlier")


HANDLER = SeeHowMany()
