"""Which chip a person means: by its number, its label, its value, or its whole id."""

from collections.abc import Sequence

from engine.errors import InputError
from engine.model.message import TapReceived
from ratiba.talk.report import QuickReply

PARTS = 3


def find(value: str, shown: Sequence[Sequence[QuickReply]]) -> TapReceived:
    """Find a chip among all that were shown, newest rows last; a number means the newest row.

    Raises:
        InputError: no chip is meant.
    """
    if shown and value.isdigit() and 1 <= int(value) <= len(shown[-1]):
        return _tapped(shown[-1][int(value) - 1])
    for row in reversed(shown):
        for chip in row:
            if value.casefold() in _names(chip):
                return _tapped(chip)
    if value.count("|") >= PARTS - 1:
        return TapReceived(value, value)
    there = ", ".join(chip.label for chip in shown[-1]) if shown else "none was shown yet"
    raise InputError("talk.tap", f"No chip is '{value}'. There are: {there}.")


def is_chip(text: str, row: Sequence[QuickReply]) -> bool:
    """Whether what a person typed is the number or the label of a chip on the screen."""
    if text.isdigit():
        return 1 <= int(text) <= len(row)
    return any(text.casefold() == chip.label.casefold() for chip in row)


def _names(chip: QuickReply) -> set[str]:
    """`Anna`, `01H..|3|staff=anna`, `staff=anna`, `anna`."""
    value = chip.value.split("|", PARTS - 1)[-1]
    names = {chip.label, chip.value, value, value.partition("=")[2] or value}
    return {name.casefold() for name in names}


def _tapped(chip: QuickReply) -> TapReceived:
    return TapReceived(chip.value, chip.label)
