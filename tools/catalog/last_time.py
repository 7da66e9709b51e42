"""What a customer had the last time."""

from dataclasses import dataclass
from typing import LiteralString

from engine.model.handler import Args, ReadGate, TurnContext
from engine.model.value import LAST
from tools.args import named

LAST_TIME: LiteralString = """
SELECT a.service_id, s.name_en, s.name_sw, a.staff_id, w.name
  FROM {t}.appointments a
  JOIN {t}.services s ON s.id = a.service_id
  JOIN {t}.staff w ON w.id = a.staff_id
 WHERE a.customer_id = %(customer)s AND a.status IN ('completed', 'confirmed')
 ORDER BY (a.status = 'completed' OR a.ends_at <= %(now)s) DESC, a.starts_at DESC, a.id LIMIT 1
"""
NEVER_HERE = "never_here"
"""Why it is not to be had: the customer has booked nothing yet."""
NO_MORE = "no_more"
"""Why it is not to be had: the business does not offer it any more."""
LEFT = "left"
"""Why it is not to be had: whoever it was works here no more."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last booking that took place; of who has had none yet, the one furthest ahead."""

    service: str
    name_en: str
    name_sw: str
    staff: str
    person: str

    def name(self, locale: str) -> str:
        """What the service was called."""
        return self.name_sw if locale == "sw" else self.name_en


def wants_last(args: Args) -> bool:
    """Whether a list is asked for what the customer had the last time."""
    return named(args, "wish") == LAST


async def last_time(read: ReadGate, turn: TurnContext) -> LastTime | None:
    """Read it: this customer's own, whoever else asks. None: there is nothing."""
    known = {"customer": turn.customer_id, "now": turn.now}
    row = await read.fetch_one(LAST_TIME, known)
    return LastTime(*row) if row else None
