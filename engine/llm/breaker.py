"""Leaving alone for a while what fails again and again."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from engine.clock import Clock


@dataclass(slots=True)
class _Line:
    """How it stands with one model in one role."""

    failures: int = 0
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Breaker:
    """Counts failures in a row; after too many nobody asks until a while has passed.

    Then one may try: a success closes the line, one more failure opens it again.

    Attributes:
        failures: in a row that open it. rest_s: seconds that it stays open.
    """

    clock: Clock
    failures: int
    rest_s: float
    _lines: dict[tuple[str, ...], _Line] = field(default_factory=dict)

    def lets(self, *line: str) -> bool:
        """Whether a call may be made now; who is let through after a rest goes alone."""
        state = self._lines.get(line)
        if state is None or state.until is None:
            return True
        now = self.clock.now()
        if now < state.until:
            return False
        state.until = now + timedelta(seconds=self.rest_s)
        return True

    def tell(self, *line: str, good: bool) -> None:
        """Take note of how a call went."""
        if good:
            self._lines.pop(line, None)
            return
        state = self._lines.setdefault(line, _Line())
        state.failures += 1
        if state.failures >= self.failures:
            state.until = self.clock.now() + timedelta(seconds=self.rest_s)
