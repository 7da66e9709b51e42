"""Books what is held."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import text
from tools.scheduling.claims import secure


class ConfirmBooking:
    """Books; until it is paid, if it must be, the booking is pending."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give the appointment, which is the hold under its later name."""
        return Answer("done", gives={"appointment": Value("appointment", text(args, "hold"))})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Book it, or take it again if it ran out and is still free."""
        status = "pending" if args.get("until_paid") is True else "confirmed"
        booked = await secure(
            tx,
            text(args, "hold"),
            turn.now,
            status=status,
            may_be=("held", "expired"),
            phone=turn.phone,
        )
        return "done" if booked else "lost"


HANDLER = ConfirmBooking()
