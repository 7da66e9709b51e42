"""Names of states and questions as sets of conversations write them, and clock times in labels."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ratiba.conversing.observed import Chip, Observed

ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "SERVICE": "COLLECT_SERVICE",
        "STAFF": "COLLECT_STAFF",
        "SLOT": "COLLECT_SLOT",
        "PAY": "PAYMENT_PENDING",
        "DONE": "BOOKED",
        "ABANDON": "ABANDONED",
        "HANDOFF": "ESCALATE",
        "HUMAN_HANDOFF": "ESCALATE",
        "ENGAGED": "ESCALATE",
        "UNKNOWN": "CLARIFICATION",
    }
)
ASKING: Mapping[str, str] = MappingProxyType(
    {
        "COLLECT_SLOT": "time",
        "RESCHEDULE_COLLECT_SLOT": "time",
        "CROSS_SELL_OFFER": "cross_sell",
        "CROSS_SELL_RESPONSE": "cross_sell",
    }
)
WITHIN = (("REASON", "reason"), ("CONFIRM", "confirm"), ("WHICH", "which_booking"),
          ("CHOOSE", "which_booking"), ("SELECT", "which_booking"))  # fmt: skip
"""A part of a state's name, and what is asked there."""
COLLECT = "COLLECT_"
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))?\s*(am|pm)?\b", re.IGNORECASE)
NOON = 12


def state_of(seen: Observed) -> str:
    """The state, as the sets call it."""
    return plain_state(seen.state)


def plain_state(name: str) -> str:
    """One name for those that mean the same."""
    return ALIASES.get(name.upper(), name.upper())


def asked(seen: Observed) -> str | None:
    """What is asked: as it is told, or as the state's name says it."""
    state = state_of(seen)
    if seen.asks or state in ASKING:
        return seen.asks or ASKING[state]
    if state.startswith(COLLECT):
        return state.removeprefix(COLLECT).lower()
    return next((what for part, what in WITHIN if part in state), None)


def is_chip(wanted: str, chip: Chip) -> bool:
    """Whether a chip is meant: by a part of its label, its value, or the time it stands for."""
    return any(_is(name, chip) for name in wanted.split("|"))


def _is(name: str, chip: Chip) -> bool:
    if re.fullmatch(r"\d\d:\d\d", name):
        return f"T{name}" in chip.value or name in _clocks(chip.label)
    return name.casefold() in chip.label.casefold() or name.casefold() == chip.value.casefold()


def _clocks(label: str) -> Iterator[str]:
    """Times of day that a label shows, as HH:MM."""
    for hour, minute, half in _CLOCK.findall(label):
        if minute or half:
            moved = int(hour) % NOON + (NOON if half.lower() == "pm" else 0)
            yield f"{moved if half else int(hour):02}:{minute or '00'}"
