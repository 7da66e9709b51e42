"""What a customer asks of their own bookings."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.scheduling.bookings import booking_value, bookings_ahead
from tools.scheduling.narrow import narrow


class TellMyBookings:
    """Gives the bookings ahead that fit what was asked about; where none does, all of them."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer with one read; the bookings of others are never among them."""
        every = await bookings_ahead(turn.read, turn)
        if not every:
            return Answer("none")
        meant = narrow(every, {**args, "starts_at": args.get("time")})
        told = tuple(booking_value(one, every) for one in meant or every)
        gives = {
            "mine": Value("list", len(told), items=told),
            "told_as": Value("told_as", "meant" if meant else "others"),
        }
        if len(told) == 1:
            gives["appointment"] = told[0]
        return Answer("told", gives)


HANDLER = TellMyBookings()
