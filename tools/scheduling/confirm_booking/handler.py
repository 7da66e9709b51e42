"""Books what is held."""

from typing import LiteralString

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import notes, optional, text
from tools.scheduling.claims import secure
from tools.scheduling.details import keep

SHARED: LiteralString = """
UPDATE {t}.appointments a SET price_kes = %(price)s - e.price_kes
  FROM {t}.appointments e WHERE a.id = %(first)s AND e.id = %(extra)s
"""
"""The prices of the two add up to what the customer said yes to."""


class ConfirmBooking:
    """Books; until it is paid, if it must be, the booking is pending.

    With an extra both are booked or none; while they wait for their payment they share its id.
    """

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give the appointment, which is the hold under its later name."""
        return Answer("done", gives={"appointment": Value("appointment", text(args, "hold"))})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Book it, or take it again if it ran out and is still free."""
        until_paid, extra = args.get("until_paid") is True, optional(args, "extra_hold")
        first = text(args, "hold")
        booked = await secure(
            tx,
            (first, *([str(extra.value)] if extra else [])),
            turn.now,
            status="pending" if until_paid else "confirmed",
            may_be=("held", "expired"),
            payment=first if until_paid and extra else None,
            phone=turn.phone,
        )
        if booked and extra:
            price = {"price": int(text(args, "price")), "first": first, "extra": extra.value}
            await tx.execute(SHARED, price)
        if booked:
            await keep(tx, first, notes(args))
        return "done" if booked else "lost"


HANDLER = ConfirmBooking()
