"""What acts are weighed with: what else was said, and how sure is sure."""

from dataclasses import dataclass

DOUBTED = 0.60
"""An act that something else in the message speaks against: never decides the road."""
TORN = 0.50
"""A yes and a no in one breath: neither."""
BESIDE_VALUES = 0.80
"""A correction that names the new value: the value itself does the work."""
ROUTED = 0.86
IMPLIED = 0.90
CERTAIN = 0.95
AGREED = 0.97
PLAIN = 0.98
"""A yes that nothing else can mean."""

BOOKED = "appointment"
"""The type of a slot that holds something booked."""
AGAIN = "again"
"""The act that wants once more what was booked before."""

INQUIRIES = frozenset({"services", "hours", "status", "help", "bot", "other"})
"""A clear yes may come with a question; only a half-hearted one is doubted for it."""
TASKS = INQUIRIES | {"book", "cancel", "reschedule"}
TURNING = frozenset(
    {"change", "reschedule", "restart", "back", "handoff", "repeat", "stop", "cancel"}
)
"""Acts that no yes and no plain no goes with."""

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Told:
    """What else the message holds.

    Attributes:
        values: answers of any kind; `named`: others than the customer's words as they are.
        exact: a service is named word for word.
        asks: it is put as a question, with no time; `timed`: there is one, `hour`: to the minute.
        time_refused: a time turned down; `only_refused`: nothing in the place of what is.
        none_then: no booking is wanted at the time told, which is no value: "no booking today".
        whole: a service and when, or with whom: all that a booking is made of.
        answers: when, or with whom, while something is under way.
        tokens: tokens that the values explain; `services`: those that name one.
    """

    values: bool = False
    named: bool = False
    service: bool = False
    exact: bool = False
    asks: bool = False
    timed: bool = False
    hour: bool = False
    person_and_time: bool = False
    only_refused: bool = False
    time_refused: bool = False
    none_then: bool = False
    whole: bool = False
    answers: bool = False
    tokens: frozenset[int] = frozenset()
    services: frozenset[int] = frozenset()
