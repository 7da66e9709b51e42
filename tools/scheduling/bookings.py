"""A customer's bookings that lie ahead: read, and as the conversation keeps and shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import LiteralString

from engine.model.handler import ReadGate, TurnContext
from engine.model.value import Scalar, Value
from tools.scheduling.bundle import PAID

AHEAD: LiteralString = """
SELECT a.id, a.service_id, s.name_en, s.name_sw, s.category, a.staff_id, w.name,
       to_char(a.starts_at AT TIME ZONE %(zone)s, 'YYYY-MM-DD"T"HH24:MI'),
       extract(epoch FROM a.starts_at - %(now)s)::int8,
       (extract(epoch FROM a.ends_at - a.starts_at) / 60)::int8,
       a.price_kes, a.status = 'pending', a.moves,
       {paid}, a.payment_id
  FROM {t}.appointments a
  JOIN {t}.services s ON s.id = a.service_id
  JOIN {t}.staff w ON w.id = a.staff_id
  LEFT JOIN {t}.payments p ON p.id = a.payment_id
 WHERE a.customer_id = %(customer)s AND a.status IN ('pending', 'confirmed')
   AND a.starts_at > %(now)s
 ORDER BY a.starts_at, a.id LIMIT 50
""".replace("{paid}", PAID)


@dataclass(frozen=True, slots=True)
class Booking:
    """A live booking that has not begun.

    Attributes:
        start: the business's wall clock, ISO minute.
        left_s: seconds until then.
        price, paid: whole shillings; of a payment for two, `paid` is this one's share.
        pending: it waits for its payment.
        moves: how often the customer moved it.
        payment: id of its payment, which a booking made with it shares.
    """

    id: str
    service: str
    name_en: str
    name_sw: str
    category: str
    staff: str
    person: str
    start: str
    left_s: int
    minutes: int
    price: int
    pending: bool
    moves: int
    paid: int
    payment: str | None


async def bookings_ahead(read: ReadGate, turn: TurnContext) -> tuple[Booking, ...]:
    """Read what this customer has booked, soonest first: their own, whoever else asks."""
    known = {"zone": turn.tenant.zone, "now": turn.now, "customer": turn.customer_id}
    return tuple(Booking(*row) for row in await read.fetch_all(AHEAD, known))


def with_it(booking: Booking, others: Sequence[Booking]) -> Booking | None:
    """The booking that was made and is paid together with this one, if it stands."""
    return next(
        (o for o in others if o.payment and o.payment == booking.payment and o.id != booking.id),
        None,
    )


def booking_value(booking: Booking, others: Sequence[Booking]) -> Value:
    """Make the value of a booking; its names are those of its service.

    `together` tells how many are paid with it, `paid_both` what has come for all of them;
    `is_<category>` is true of its service's.
    """
    other = with_it(booking, others)
    facts: dict[str, Scalar] = {
        "starts_at": booking.start,
        "time_left": booking.left_s,
        "minutes": booking.minutes,
        "service": booking.service,
        "staff": booking.staff,
        "person": booking.person,
        "price": booking.price,
        "paid": booking.paid,
        "moves": booking.moves,
        "pending": booking.pending,
        "together": 1 if other else 0,
        "paid_both": booking.paid + (other.paid if other else 0),
        f"is_{booking.category}": True,
    }
    names = {"en": booking.name_en, "sw": booking.name_sw}
    return Value("appointment", booking.id, names, facts)
