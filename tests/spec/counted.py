"""How much work something takes, counted: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType


class TooMuchError(Exception):
    """It took more calls than it may."""


def calls(work: Callable[[], object], most: int) -> int:
    """Count the calls of functions, Python's and C's.

    Raises:
        TooMuchError: as soon as there are more than `most`, so that what never ends does.
    """
    counted = 0

    def count(_frame: FrameType, event: str, _of: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")
        if counted > most:
            sys.setprofile(before)
            raise TooMuchError(most)

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counted
