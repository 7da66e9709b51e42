"""What the customer has booked."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.scheduling.bookings import booking_value, bookings_ahead
from tools.scheduling.narrow import narrow, others

NOT_YOURS = "not_yours"
"""Why nothing fits: the customer has no such booking, though others."""


class ListMyBookings:
    """Lists a customer's bookings ahead; those that fit what was said of one, if any does."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer with one read; the bookings of others are never among them."""
        ahead = await bookings_ahead(turn.read, turn)
        every = others(ahead, args.get("besides"))
        meant = narrow(every, args)
        options = tuple(booking_value(one, ahead) for one in meant or every)
        wish = args.get("wish")
        if isinstance(wish, Value):
            exact = next((one for one in options if one.value == wish.value), None)
            return Answer("done", options=options, exact=exact)
        said = {"why": NOT_YOURS} if every and not meant else {}
        return Answer("done", options=options, said=said)


HANDLER = ListMyBookings()
