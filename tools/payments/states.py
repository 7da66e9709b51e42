"""How far a payment or one of its attempts has come; it only rises, and settled is final."""

from enum import StrEnum


class PaymentState(StrEnum):
    """created < initiated < unknown < failed, cancelled < settled."""

    CREATED = "created"
    """Stored; nobody was asked yet."""
    INITIATED = "initiated"
    """The prompt was handed to M-Pesa."""
    UNKNOWN = "unknown"
    """Nobody knows what became of the prompt; it is never sent again."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    """The customer said no."""
    SETTLED = "settled"
    """Paid; whatever is told afterwards."""


RANK = {
    PaymentState.CREATED: 0,
    PaymentState.INITIATED: 1,
    PaymentState.UNKNOWN: 2,
    PaymentState.FAILED: 3,
    PaymentState.CANCELLED: 3,
    PaymentState.SETTLED: 4,
}


def below(state: PaymentState) -> tuple[PaymentState, ...]:
    """Name the states from which `state` is a rise."""
    return tuple(other for other, rank in RANK.items() if rank < RANK[state])


OPEN = below(PaymentState.FAILED)
"""The outcome is still to come: no second prompt."""
