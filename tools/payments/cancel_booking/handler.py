"""Cancels what is booked."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import ANYONE, Value
from tools.args import named, optional, required, text
from tools.payments.cancelling import cancel_all, standing, tell_of_money


class CancelBooking:
    """Cancels a booking, and one made with it if asked; the times are free with the commit."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give what is cancelled, with the money that the customer was shown."""
        paid = {"paid": required(args, "appointment").facts.get("paid", 0)}
        cancelled = Value("cancellation", text(args, "appointment"), facts=paid)
        return Answer("done", gives={"cancellation": cancelled})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Cancel; `gone` if it was cancelled or has begun, `paid` if money came meanwhile."""
        ids = _ids(args)
        bookings = await standing(tx, ids, turn.customer_id, turn.now)
        if len(bookings) < len(ids):
            return "gone"
        if any(one.paid > _shown(args, one.id) for one in bookings):
            return "paid"
        await cancel_all(tx, bookings, _reason(args), turn.now)
        first = next(one for one in bookings if one.id == ids[0])
        await tell_of_money(tx, first, turn.customer_id, turn.thread_id, turn.now)
        return "done"


def _ids(args: Args) -> tuple[str, ...]:
    beside = named(args, "beside")
    return (text(args, "appointment"), *((beside,) if beside else ()))


def _shown(args: Args, id_: str) -> int:
    """What the customer was told has been paid for this booking."""
    told = (optional(args, "appointment"), optional(args, "beside"))
    facts = next((one.facts for one in told if one is not None and one.value == id_), {})
    paid = facts.get("paid")
    return paid if isinstance(paid, int) else 0


def _reason(args: Args) -> str | None:
    reason = optional(args, "reason")
    return str(reason.value) if reason is not None and reason.value != ANYONE else None


HANDLER = CancelBooking()
