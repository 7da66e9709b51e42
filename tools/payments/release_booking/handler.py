"""Lets an unpaid booking go: the undo of `confirm_booking`."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import text
from tools.payments.service import give_up


class ReleaseBooking:
    """Frees a booking that waits for its payment; a confirmed one stands."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Let it go."""
        await give_up(tx, text(args, "appointment"), turn.now)
        return "done"


HANDLER = ReleaseBooking()
