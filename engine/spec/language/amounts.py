"""Times and shares as an operator writes them: `30m`, `50%`."""

from decimal import Decimal

from engine.model.flow import Duration
from engine.model.value import Scalar
from engine.spec.language.names import DURATION, PERCENT

SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


def seconds(text: str) -> int | None:
    """Return how long `60s`, `30m`, `4h` or `2d` is; None for any other text."""
    return int(text[:-1]) * SECONDS[text[-1]] if DURATION.fits(text) else None


def share(text: str) -> int | float | None:
    """Return `100%` as the number 1 and `50%` as 0.5; None for any other text."""
    if not PERCENT.fits(text):
        return None
    number = Decimal(text[:-1]) / 100
    return int(number) if number == number.to_integral_value() else float(number)


def more_than_all(text: str) -> bool:
    """Whether a share is more than the whole, as 150% is."""
    number = share(text)
    return number is not None and number > 1


def span(text: str) -> Duration:
    """Return what a timer waits for: a time, else the setting of that name."""
    length = seconds(text)
    return Duration(setting=text) if length is None else Duration(seconds=length)


def typed(value: Scalar) -> Scalar | Duration:
    """Return what a setting's value means: a share is a number, a time is a duration."""
    if not isinstance(value, str):
        return value
    if (length := seconds(value)) is not None:
        return Duration(seconds=length)
    number = share(value)
    return value if number is None else number
