"""Which day the demo books, and how the customer and Ratiba name it."""

from datetime import datetime

from engine.render.english import English
from ratiba.demo.words import Script, script


def words_for(starts_at: datetime, now: datetime, business: str) -> Script:
    """Write the walk for a day; `tomorrow`, unless somebody else has Anna then.

    Args:
        starts_at: of the booking, in the business's zone.
        now: any zone.
        business: its name, as the prompt shows it.
    """
    english = English()
    today = now.astimezone(starts_at.tzinfo).date()
    day = english.on(english.day(starts_at.date(), today, spoken=False))
    return script(starts_at, day, business)
