"""Moves a booking to the time that is held for it."""

from dataclasses import replace

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import required, text, whole
from tools.scheduling.moving import begins, swap
from tools.scheduling.notice import too_late


class MoveBooking:
    """Swaps the old time for the new one; a payment stays with the booking, and so does its id."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give the booking as it will be."""
        booking, person = required(args, "appointment"), required(args, "person")
        facts = {
            **booking.facts,
            "starts_at": text(args, "time"),
            "staff": person.value,
            "person": person.names.get("", ""),
            "moves": whole(booking, "moves", 0) + 1,
        }
        return Answer("done", gives={"moved": _known(replace(booking, facts=facts))})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Swap; anything but `done` leaves the booking where it was.

        `too_late` if the notice has run out since it was asked for.
        """
        moving = text(args, "appointment")
        ahead = await begins(tx, moving, turn.customer_id, turn.now)
        if too_late(args, ahead, turn.now):
            return "too_late"
        moved = await swap(tx, moving, text(args, "hold"), turn.customer_id, turn.now)
        return moved.value


def _known(moved: Value) -> Value:
    """The seconds that were left until the old time are nobody's any more."""
    return replace(moved, facts={k: v for k, v in moved.facts.items() if k != "time_left"})


HANDLER = MoveBooking()
