"""Lets an unpaid booking go: the undo of `confirm_booking`."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import text
from tools.payments.news import TOOL
from tools.payments.service import give_up

PAID = f"{TOOL}.settled"
"""What overtook the release."""


class ReleaseBooking:
    """Frees a booking that waits for its payment; a confirmed one stands.

    The payment's rows are locked first: a callback has told everything, or waits for us.
    """

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Let it go; if it is paid meanwhile, give the event that says so."""
        gone = await give_up(tx, text(args, "appointment"), turn.now)
        return "done" if gone else PAID


HANDLER = ReleaseBooking()
