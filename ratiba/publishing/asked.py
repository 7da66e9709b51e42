"""How somebody wants something published."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What every verb that publishes is told.

    Attributes:
        author: who does it, for the record.
        note: why.
        pin: live conversations keep the version they began with.
        json: the outcome is for programs.
        base: the version that it was made from; None: what the file says.
    """

    author: str
    note: str = ""
    pin: bool = False
    json: bool = False
    base: int | None = None
