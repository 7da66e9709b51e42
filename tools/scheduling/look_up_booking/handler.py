"""What a booking is for."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import text
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value
from tools.scheduling.bookings import Booking, booking_value, bookings_ahead, with_it


class LookUpBooking:
    """Gives the service, the price it was booked at, and what was booked with it."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer; a booking that was cancelled or has begun meanwhile is `gone`."""
        every = await bookings_ahead(turn.read, turn)
        booking = next((one for one in every if one.id == text(args, "appointment")), None)
        if booking is None:
            return Answer("gone")
        gives = {
            "service": await _service(turn, booking),
            "price": Value("money", booking.price),
        }
        other = with_it(booking, every)
        if other is not None:
            gives["other"] = booking_value(other, every)
        return Answer("found", gives=gives)


async def _service(turn: TurnContext, booking: Booking) -> Value:
    """The service as the catalogue has it; one that is offered no more, as it was booked."""
    catalogue = await read_catalogue(turn.read, turn.tenant)
    service = catalogue.services.get(booking.service)
    if service is not None:
        return service_value(service, catalogue)
    names = {"en": booking.name_en, "sw": booking.name_sw}
    return Value(
        "service", booking.service, names, {"price": booking.price, "minutes": booking.minutes}
    )


HANDLER = LookUpBooking()
