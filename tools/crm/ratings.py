"""What customers thought, for whoever looks at it."""

from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.model.handler import ReadGate

NEWEST: LiteralString = """
SELECT f.created_at, f.customer_id, f.rating, f.comment, s.name_en, w.name
  FROM {t}.feedback f
  LEFT JOIN {t}.appointments a ON a.id = f.appointment_id
  LEFT JOIN {t}.services s ON s.id = a.service_id
  LEFT JOIN {t}.staff w ON w.id = a.staff_id
 ORDER BY f.created_at DESC, f.id DESC LIMIT 100
"""


@dataclass(frozen=True, slots=True)
class Rating:
    """One answer; `at` is UTC, service and person are those of the booking, if it is known."""

    at: datetime
    customer: str
    rating: int
    comment: str | None
    service: str | None
    person: str | None


async def ratings(read: ReadGate) -> tuple[Rating, ...]:
    """Give the newest hundred, the newest first."""
    return tuple(Rating(*row) for row in await read.fetch_all(NEWEST))
