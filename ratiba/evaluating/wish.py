"""What `eval` was asked for."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be scored, and how much is told of it.

    Attributes:
        tenant: the business that hears single utterances; None: a fresh one of `vertical`.
        state: that hears them; "" is a conversation that has not begun.
        every: only each so many'th record.
        worst: how many examples are told of a set.
        model: a model is asked where rules are unsure.
    """

    path: Path
    tenant: str | None = None
    vertical: str = "spa"
    state: str = ""
    every: int = 1
    worst: int = 5
    model: bool = False
