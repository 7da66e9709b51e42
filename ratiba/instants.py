"""An instant as a person writes it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from engine.errors import InputError


def read_instant(text: str, zone: str) -> datetime:
    """Read ISO, `2026-06-01T09:30`; without an offset it is meant in `zone`.

    Raises:
        InputError: it is no instant.
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise InputError(
            "instant.form", f"'{text}' is no instant. Write one such as 2026-06-01T09:30."
        ) from None
    return instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone))
