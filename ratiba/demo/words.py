"""What the walk says and expects, word by word (seeds/000)."""

from dataclasses import dataclass
from datetime import datetime

NUMBER = "+254712000001"
"""The demo's own customer."""
CUSTOMER_NAME = "Demo"
SERVICE, STAFF, HOUR = "haircut", "anna", 15
AMOUNT_KES = 1500


@dataclass(frozen=True, slots=True)
class Script:
    """The words for one day.

    Attributes:
        starts_at: of the booking, in the business's zone.
    """

    starts_at: datetime
    first: str
    summary: str
    prompt: str
    booked: str


def script(starts_at: datetime, day: str, business: str) -> Script:
    """Write the walk for a day.

    Args:
        starts_at: of the booking, in the business's zone.
        day: as both write it: "tomorrow", "on Tuesday".
        business: its name.
    """
    return Script(
        starts_at,
        first=f"Hi I want to book a haircut {day} at 3pm",
        summary=(
            f"To confirm: Haircut {day} at 15:00 with Anna for KES 1,500. Reply YES to confirm."
        ),
        prompt=f"Pay KES 1,500.00 to {business}. Enter M-Pesa PIN.",
        booked=f"Booked! Haircut {day} at 15:00. See you then.",
    )
