"""A phrase that some conversation hears, with what is in sight of it."""

from typing import NamedTuple, TypeAlias

Chips: TypeAlias = tuple[tuple[str | None, bool], ...] | None
"""Labels of the question's choices, and whether each shows a value; None: it asks nothing."""


class Said(NamedTuple):
    """One phrase, however often it is said so.

    Attributes:
        values: names with their kinds. told: other facts, by name.
    """

    phrase: str
    values: tuple[tuple[str, str], ...]
    told: tuple[str, ...]
    chips: Chips
