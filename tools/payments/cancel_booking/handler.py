"""Cancels what is booked."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import ANYONE, Value
from tools.args import named, optional, required, text, whole
from tools.payments.cancelling import cancel_all, standing, tell_of_money
from tools.scheduling.notice import too_late


class CancelBooking:
    """Cancels a booking, and one made with it if asked; the times are free with the commit."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give what is cancelled, with the money that the customer was shown."""
        told = (required(args, "appointment"), optional(args, "beside"))
        paid = sum(whole(one, "paid", 0) for one in told if one is not None)
        cancelled = Value("cancellation", text(args, "appointment"), facts={"paid": paid})
        return Answer("done", gives={"cancellation": cancelled})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Cancel, if there is still time for it as the rows have it now.

        `gone` if it was cancelled or has begun, `too_late` if the notice has run out since it was
        asked for, `paid` if money came meanwhile.
        """
        ids = _ids(args)
        bookings = await standing(tx, ids, turn.customer_id, turn.now)
        if len(bookings) < len(ids):
            return "gone"
        if too_late(args, [one.starts_at for one in bookings], turn.now):
            return "too_late"
        if any(one.paid > _shown(args, one.id) for one in bookings):
            return "paid"
        await cancel_all(tx, bookings, _reason(args), turn.now)
        chosen_first = sorted(bookings, key=lambda one: one.id != ids[0])
        await tell_of_money(tx, chosen_first, turn.customer_id, turn.thread_id, turn.now)
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
