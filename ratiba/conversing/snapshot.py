"""What stands in the database of a conversation: bookings, payments, whether a person has it."""

from dataclasses import dataclass
from typing import LiteralString

from engine.model.handler import ReadGate

LIVE: LiteralString = """
SELECT service_id, staff_id, to_char(starts_at AT TIME ZONE %(zone)s, 'YYYY-MM-DD"T"HH24:MI'),
       status
  FROM {t}.appointments
 WHERE customer_id = %(customer)s AND status IN ('pending', 'confirmed')
 ORDER BY starts_at, id
"""
ATTEMPTS: LiteralString = """
SELECT a.state, a.amount_kes
  FROM {t}.payment_attempts a JOIN {t}.payments p ON p.id = a.payment_id
 WHERE p.customer_id = %(customer)s
 ORDER BY a.created_at, p.id, a.number
"""
CONFIRMED = "confirmed"
HANDED: LiteralString = """
SELECT EXISTS (SELECT FROM {t}.handoff_log
                WHERE customer_id = %(customer)s AND closed_at IS NULL)
"""


@dataclass(frozen=True, slots=True)
class Live:
    """A booking that is pending or confirmed; `start` is an ISO minute of the wall clock."""

    service: str
    staff: str
    start: str
    status: str


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request for money, in whole shillings."""

    state: str
    amount_kes: int


@dataclass(frozen=True, slots=True)
class Standing:
    """All of it; `prompts` counts what came up on the customer's phone."""

    live: tuple[Live, ...]
    prompts: int
    payments: tuple[Attempt, ...]
    handoff: bool

    def more_than(self, before: "Standing") -> bool:
        """Whether more is confirmed than before."""
        return self._confirmed > before._confirmed

    @property
    def _confirmed(self) -> int:
        return sum(one.status == CONFIRMED for one in self.live)


async def read_standing(read: ReadGate, customer: str, zone: str, prompts: int) -> Standing:
    """Read one customer's."""
    who = {"customer": customer, "zone": zone}
    handed = await read.fetch_one(HANDED, who)
    return Standing(
        live=tuple(Live(*row) for row in await read.fetch_all(LIVE, who)),
        prompts=prompts,
        payments=tuple(Attempt(*row) for row in await read.fetch_all(ATTEMPTS, who)),
        handoff=bool(handed and handed[0]),
    )
