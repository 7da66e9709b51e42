"""What goes to a provider and what can come back, whichever it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias

from engine.llm.prompt import Asked
from engine.llm.tokens import Tokens
from engine.model.model_call import Came

Effort: TypeAlias = Literal["none", "low", "medium", "high"]
LATE = frozenset({408, 504})
AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""Statuses that a second try may mend."""
NONE = Tokens()


@dataclass(frozen=True, slots=True)
class Request:
    """One try.

    Attributes:
        label: of the prompt; requests with the same one share the provider's cache.
        form: its name. schema: what the answer must be.
        thinks: how much before it answers; None: as the model likes.
    """

    model: str
    asked: Asked
    label: str
    form: str
    schema: Mapping[str, object]
    max_tokens: int
    timeout_s: float
    thinks: Effort | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """The model answered: a text that should be JSON."""

    text: str
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class Silent:
    """It did not.

    Attributes:
        again: whether a second try may mend it. after_s: how long the provider says to wait.
        tokens: were paid for nonetheless.
    """

    came: Came
    again: bool = False
    after_s: float = 0.0
    tokens: Tokens = NONE


Said: TypeAlias = Spoken | Silent


class Wire(Protocol):
    """A provider's own protocol, spoken by its own SDK."""

    async def ask(self, request: Request) -> Said:
        """Make one try; the SDK itself never tries again."""
        ...

    async def close(self) -> None:
        """Close every connection."""
        ...


def turned_away(status: int, headers: Mapping[str, str]) -> Silent:
    """What an HTTP status that is no success comes to."""
    came: Came = "late" if status in LATE else "unavailable"
    return Silent(came, status in AGAIN, _seconds(headers.get("retry-after", "")))


def _seconds(written: str) -> float:
    """Seconds of a Retry-After; one that gives a date is left to the usual wait."""
    return float(written) if written.isdecimal() else 0.0
