"""The hour of the night at which what is old is taken away: nobody books then."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

EAT = ZoneInfo("Africa/Nairobi")
AT = time(3)
"""3 AM EAT (seeds/002): also for a business in another zone, whose night it nearly is."""


def last_night(now: datetime) -> datetime:
    """The newest 3 AM EAT that has come.

    Args:
        now: aware.

    Returns:
        Aware, in EAT.
    """
    here = now.astimezone(EAT)
    tonight = datetime.combine(here.date(), AT, EAT)
    return tonight if tonight <= here else tonight - timedelta(days=1)
