"""How many bookings come of one wish."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import optional
from tools.catalog.read import read_catalogue
from tools.scheduling.several import left, people, shown


class SeeHowMany:
    """Counts what follows the booking at hand: further services, or further people."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer from the catalogue in memory; what was told with an earlier booking is no news."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        wanted = left(args, catalogue) if _news(args, "several") else ()
        later = tuple(shown(one, catalogue) for one in wanted)
        others = people(args) - 1 if _news(args, "people") and not later else 0
        gives = {
            "later": Value("list", len(later), facts={"count": len(later)}, items=later),
            "to_come": Value("number", len(later) or others),
        }
        return Answer("counted", gives)


def _news(args: Args, name: str) -> bool:
    value = optional(args, name)
    return value is not None and not value.facts.get("earlier")


HANDLER = SeeHowMany()
