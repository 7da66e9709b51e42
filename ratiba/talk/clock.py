"""The clock of a conversation in the terminal: it can be told that time has passed."""

from datetime import datetime, timedelta
from typing import Protocol

from engine.clock import Clock


class MovableClock(Clock, Protocol):
    """`FixedClock` is one too."""

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        ...


class RunningClock:
    """Another clock, ahead by what was waited."""

    def __init__(self, real: Clock) -> None:
        self._real = real
        self._ahead = timedelta()

    def now(self) -> datetime:
        """Return the instant, aware and in UTC."""
        return self._real.now() + self._ahead

    def advance(self, by: timedelta) -> None:
        """Let time pass."""
        self._ahead += by
