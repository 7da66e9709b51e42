"""A promise of the language does not hold: the flow's fault or ours, never the customer's."""

from enum import StrEnum


class Reason(StrEnum):
    """Which promise."""

    UNCONFIRMED = "unconfirmed"
    """Nothing that cannot be undone happens before a yes to a question that showed it."""
    TWICE = "twice"
    """One yes covers each such deed once."""
    WITHOUT = "without"
    """A tool is given what it cannot do without."""
    RING = "ring"
    """Between two waits the way is short."""
    SEALED = "sealed"
    """What was used for good never changes."""
    WAYLESS = "broken"
    """Every step has a way for what comes."""


class Broken(Exception):
    """The turn cannot go on and nothing of it is committed; tried in vain, it is parked.

    Attributes:
        code: stable and safe to alert on.
        fault: what is wrong, without the place.
        reason: which promise.
        flow: where, as far as it is known; "" if it is not.
        step: within the flow.
    """

    code = "machine.broken"

    def __init__(
        self, fault: str, reason: Reason = Reason.WAYLESS, at: tuple[str, str] = ("", "")
    ) -> None:
        """What is wrong, and `at` which flow and step."""
        super().__init__(f"{'.'.join(at)} {fault}" if all(at) else fault)
        self.fault, self.reason = fault, reason
        self.flow, self.step = at
