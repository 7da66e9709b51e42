"""A step of the walk that did not come out as the walk says."""

from engine.errors import RatibaError


class Missed(RatibaError):
    """What was looked at, what the walk says, and what came."""

    def __init__(self, what: str, expected: object, came: object) -> None:
        super().__init__(
            "demo.missed",
            f"The walk was left at {what}: expected {expected!r}, came {came!r}. "
            "See the log: RATIBA_LOG_LEVEL=info ratiba demo",
        )


def check(what: str, expected: object, came: object) -> None:
    """Go on only if it came as expected.

    Raises:
        Missed: it did not.
    """
    if came != expected:
        raise Missed(what, expected, came)
