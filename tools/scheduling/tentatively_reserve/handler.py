"""Holds a time: the person who will serve, and what the service needs beside them."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import named, optional, required, whole
from tools.scheduling.holding import claim_of, hold_all
from tools.scheduling.option import Choice, first_choice


class TentativelyReserve:
    """Holds an opening for five minutes."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Choose who serves, and quote the price; "anyone" is the first who is free."""
        choice = _choice(args)
        if choice is None:
            return Answer("taken")
        price = whole(required(args, "service"), "price")
        return Answer(
            "held",
            gives={
                "hold": Value("hold", turn.new_id()),
                "person": Value("staff", choice.id, {"": choice.name}),
                "price": Value("money", price),
            },
        )

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Take every lane, a second choice of a room where somebody was quicker."""
        choice = _choice(args)
        if choice is None:
            return "taken"
        service, time = required(args, "service"), required(args, "time")
        id_, price = str(answer.gives["hold"].value), whole(service, "price")
        claim = claim_of(turn, id_, service, time, choice, price=price)
        return "held" if await hold_all(tx, turn, claim, choice) else "taken"


def _choice(args: Args) -> Choice | None:
    staff, wanted = optional(args, "staff"), named(args, "staff")
    unwanted = str(staff.facts.get("excluded", "")).split(",") if staff else []
    return first_choice(
        required(args, "time"), frozenset(filter(None, (wanted,))), frozenset(unwanted)
    )


HANDLER = TentativelyReserve()
