"""What the walk says and expects, word by word (seeds/000)."""

from dataclasses import dataclass
from datetime import datetime

NUMBER = "+254712000001"
"""The demo's own customer."""
CUSTOMER_NAME = "Demo"
SERVICE, STAFF, HOUR = "haircut", "anna", 15
PROMPT = "Pay KES 1,500.00 to Ratiba Spa Pilot. Enter M-Pesa PIN."
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
    booked: str


def script(starts_at: datetime, day: str, day_shown: str) -> Script:
    """Write the walk for a day.

    Args:
        starts_at: of the booking, in the business's zone.
        day: as the customer writes it: "tomorrow", "on Tuesday".
        day_shown: as Ratiba shows it: "tomorrow", "on Tue 24 Nov".
    """
    return Script(
        starts_at,
        first=f"Hi I want to book a haircut {day} at 3pm",
        summary=(
            f"To confirm: Haircut {day_shown} at 15:00 with Anna for KES 1,500. "
            "Reply YES to confirm."
        ),
        booked=f"Booked! Haircut {day_shown} at 15:00. See you then.",
    )
