"""Holds a time for a booking that is to be moved to it."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import named, optional, required, text, whole
from tools.scheduling.holding import claim_of
from tools.scheduling.moving import hold_to_move
from tools.scheduling.option import Choice, first_choice


class ReserveMove:
    """Holds the new time for five minutes; the booking itself stands until it is moved."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Choose who serves: the booking's own person if free and nobody else is wanted."""
        choice = _choice(args)
        if choice is None:
            return Answer("taken")
        gives = {
            "hold": Value("hold", turn.new_id()),
            "person": Value("staff", choice.id, {"": choice.name}),
        }
        return Answer("held", gives=gives)

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Take every lane that the booking does not have already."""
        choice = _choice(args)
        if choice is None:
            return "taken"
        booking, service = required(args, "appointment"), required(args, "service")
        claim = claim_of(
            turn,
            str(answer.gives["hold"].value),
            service,
            required(args, "time"),
            choice,
            price=whole(booking, "price", 0),
        )
        lanes = ((choice.id,), *choice.place.lanes)
        held = await hold_to_move(tx, claim, text(args, "appointment"), lanes, turn.now)
        return "held" if held else "taken"


def _choice(args: Args) -> Choice | None:
    """Whoever was named; else the booking's own person before others who are free."""
    staff, wanted = optional(args, "staff"), named(args, "staff")
    unwanted = str(staff.facts.get("excluded", "")).split(",") if staff else []
    time = required(args, "time")
    if wanted is not None:
        return first_choice(time, frozenset((wanted,)), frozenset(unwanted))
    own = str(required(args, "appointment").facts.get("staff", ""))
    return first_choice(time, frozenset((own,)), frozenset(unwanted)) or first_choice(
        time, frozenset(), frozenset(unwanted)
    )


HANDLER = ReserveMove()
