"""What a chip stands for, as if it had been said in full."""

from dataclasses import replace
from datetime import datetime

from engine.model.session import Chip
from engine.model.understanding import (
    Act,
    Hearing,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from engine.nlu.choice.chips import Picked

CHOSEN = 0.97
DOUBTED = 0.90
OPENING = "opening"
_HOURS = 12
_COUNTED = 6
"""Nobody counts further to tell a choice: a higher number is an hour that is on offer."""
_MINUTES = len("2026-06-01T15:00")


def settle(understood: Understanding, choice: Picked, hearing: Hearing) -> Understanding:
    """The understanding of a message that was nothing but a choice."""
    chip = choice.chip
    kind, _, name = chip.value.partition(":")
    if "=" not in chip.value:
        act = Act(name if kind == "act" else chip.value, CHOSEN)
        return replace(understood, acts=(act,), mentions=(), time=None)
    slot, _, raw = chip.value.partition("=")
    kind_of = _type(slot, chip, hearing)
    if kind_of is None:
        return replace(understood, acts=(Act(chip.value, CHOSEN),), mentions=(), time=None)
    if kind_of == OPENING:
        return replace(understood, acts=(), mentions=(), time=_opening(raw, choice, hearing))
    value = chip.shows.value if chip.shows else raw
    mention = Mention(kind_of, value, CHOSEN, text=raw)
    return replace(understood, acts=(), mentions=(mention,), time=None)


def _type(slot: str, chip: Chip, hearing: Hearing) -> str | None:
    """The type of the slot that a chip fills; None if no slot that can be heard has its name."""
    known = next((e.type.name for e in hearing.expected if e.slot == slot), None)
    return known or (chip.shows.type if chip.shows else None)


def _opening(raw: str, choice: Picked, hearing: Hearing) -> TimeHeard:
    """The opening of the chip; both if a small bare number is another chip's hour as well."""
    hour = choice.number
    rivals = [
        value
        for value in (chip.value.partition("=")[2] for chip in hearing.chips)
        if hour is not None and value != raw and _at_hour(value, hour)
    ]
    if rivals and hour is not None and not _at_hour(raw, hour):
        if len(rivals) > 1 or hour <= _COUNTED:
            both = (raw, *rivals)
            return TimeHeard(TimeAction.ASK, None, "minute", both, confidence=DOUBTED)
        raw = rivals[0]
    return TimeHeard(
        TimeAction.RESOLVE, raw, "minute" if len(raw) >= _MINUTES else "day", confidence=CHOSEN
    )


def _at_hour(value: str, hour: int) -> bool:
    """Whether an opening begins at that hour of a twelve-hour clock."""
    if len(value) != _MINUTES:
        return False
    at = datetime.fromisoformat(value)
    return at.hour % _HOURS == hour % _HOURS and at.minute == 0 and 0 < hour <= _HOURS
