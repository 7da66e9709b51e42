"""What Daraja's result codes mean."""

from dataclasses import dataclass
from typing import TypeAlias

CANCELLED_PUSH = "500.002.1001"
"""The push's own error for a prompt that the customer dismissed."""
REASONS = {
    1: "insufficient_funds",
    17: "limit",
    26: "busy",
    1001: "busy",
    1019: "expired",
    1025: "not_sent",
    1037: "no_answer",
    2001: "wrong_pin",
    9999: "not_sent",
}


@dataclass(frozen=True, slots=True)
class Paid:
    """The money has moved."""


@dataclass(frozen=True, slots=True)
class CancelledByCustomer:
    """The customer said no."""


@dataclass(frozen=True, slots=True)
class Failed:
    """It will not be paid; `reason` is a word for phrases and reports."""

    reason: str


@dataclass(frozen=True, slots=True)
class Processing:
    """Nothing is decided yet."""


Meaning: TypeAlias = Paid | CancelledByCustomer | Failed | Processing


def meaning(code: int) -> Meaning:
    """Say what a callback's result code means; an unknown one is a failure."""
    match code:
        case 0:
            return Paid()
        case 1032:
            return CancelledByCustomer()
        case 4999:
            return Processing()
        case _:
            return Failed(REASONS.get(code, "other"))
