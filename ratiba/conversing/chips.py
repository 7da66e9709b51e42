"""Which chip a driver means: by its value or label, or by a time that it stands for."""

import re
from collections.abc import Sequence

from engine.errors import InputError
from ratiba.conversing.observed import Chip

CLOCK = re.compile(r"\d\d:\d\d")


def find(wanted: str, shown: Sequence[Chip]) -> Chip:
    """Find it; of `a|b` the first that there is, of chips that are alike the newest.

    Raises:
        InputError: no chip is meant.
    """
    newest = tuple(reversed(shown))
    for exactly in (True, False):
        for name in (wanted, *wanted.split("|")):
            for chip in newest:
                if _is(name, chip) if exactly else _fits(name, chip):
                    return chip
    there = ", ".join(chip.label for chip in shown) or "none"
    raise InputError("converse.tap", f"No chip is '{wanted}'. There are: {there}.")


def _is(name: str, chip: Chip) -> bool:
    return name.casefold() in {chip.id.casefold(), chip.value.casefold(), chip.label.casefold()}


def _fits(name: str, chip: Chip) -> bool:
    if CLOCK.fullmatch(name):
        return f"T{name}" in chip.value
    return bool(name) and name.casefold() in chip.label.casefold()
