"""How long a message waits before it is sent again."""

from secrets import SystemRandom

TRANSIENT_S = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0)
"""The provider failed or was not reached."""
THROTTLED_S = (5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 900.0)
"""The provider asked for less."""
SPREAD = 0.2
"""Up to this part is added, so that many do not come back at once."""

_random = SystemRandom()


def pause_s(attempts: int, *, throttled: bool, asked_s: float | None = None) -> float | None:
    """Return the seconds until the next attempt.

    Args:
        attempts: how many were made.
        throttled: whether the provider said that it is too much.
        asked_s: what the provider asked for, if it did; never undercut.

    Returns:
        None: it was tried often enough.
    """
    steps = THROTTLED_S if throttled else TRANSIENT_S
    if attempts > len(steps):
        return None
    pause = max(steps[attempts - 1], asked_s or 0.0)
    return pause * (1 + _random.uniform(0, SPREAD))
