"""Which bookings a customer may mean by what was said of one. Pure."""

from collections.abc import Sequence

from engine.model.handler import Args
from engine.model.value import ANYONE, Value
from tools.scheduling.bookings import Booking
from tools.scheduling.wish import Wish, clock, read_wish


def narrow(bookings: Sequence[Booking], args: Args) -> tuple[Booking, ...]:
    """Keep those that everything said fits: service, person, day and hour; none may be left."""
    return tuple(
        one
        for one in bookings
        if _is_one_of(one.service, args.get("service"))
        and _is_one_of(one.staff, args.get("staff"))
        and _at(one, args.get("starts_at"))
    )


def others(bookings: Sequence[Booking], besides: object) -> tuple[Booking, ...]:
    """All but the one of which something was done just now, or is to be done apart."""
    left_out = besides.value if isinstance(besides, Value) else None
    return tuple(one for one in bookings if one.id != left_out)


def _is_one_of(id_: str, said: object) -> bool:
    """Whether an id is the one said, or among the readings of what was said."""
    if not isinstance(said, Value):
        return True
    readings = str(said.facts.get("candidates", "")).split(",")
    if said.value is None:
        return readings == [""] or id_ in readings
    return said.value in {ANYONE, id_}


def _at(booking: Booking, said: object) -> bool:
    if not isinstance(said, Value):
        return True
    readings = [one for one in str(said.facts.get("candidates", "")).split(",") if one]
    if readings:
        return any(booking.start.startswith(one) for one in readings)
    return _fits(booking, read_wish(said))


def _fits(booking: Booking, wish: Wish) -> bool:
    """Whether it begins on the wished day, at the wished hour, in the wished part of the day."""
    day, _, hour = booking.start.partition("T")
    if wish.day is not None and wish.day.isoformat() != day:
        return False
    if wish.minute is not None:
        return clock(wish.minute) == hour
    if wish.hours:
        return hour in map(clock, wish.hours)
    hours, _, minutes = hour.partition(":")
    return wish.within(int(hours) * 60 + int(minutes))
