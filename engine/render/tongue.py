"""What a language must be able to put into words; one class a language beside this file."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Protocol


class Tongue(Protocol):
    """A language's way with numbers, money, days and hours.

    `spoken` is for ears: everything in words, no digits, no brackets. Days are shown as seen
    from `today`, the date at the business.
    """

    @property
    def anyone(self) -> str:
        """The word for "whoever is free"."""
        ...

    def number(self, value: int) -> str:
        """A whole number in words."""
        ...

    def digits(self, figures: str) -> str:
        """Figures read one by one, as a phone number is; groups are set off by spaces."""
        ...

    def money(self, shillings: int | float, *, spoken: bool) -> str:
        """An amount of Kenyan shillings."""
        ...

    def span(self, seconds: int, *, spoken: bool) -> str:
        """How long: "15 minutes", "1 hour", "24 hours", "2 days"."""
        ...

    def share(self, percent: int | float, *, spoken: bool) -> str:
        """A part of a hundred: "50%"."""
        ...

    def clock(self, at: time, *, spoken: bool) -> str:
        """The time of day."""
        ...

    def day(self, day: date, today: date, *, spoken: bool) -> str:
        """A day: near ones by their everyday word, others by name and date."""
        ...

    def moment(self, at: datetime, today: date, *, spoken: bool) -> str:
        """A day and its time, in a sentence."""
        ...

    def exact(self, at: datetime, *, spoken: bool) -> str:
        """A day and its time with the full date."""
        ...

    def short(self, at: datetime, today: date) -> str:
        """A day and its time on a button: at most 20 characters."""
        ...

    def on(self, shown: str) -> str:
        """A shown day or moment as the part of a sentence that says when."""
        ...

    def one_of(self, items: Sequence[str]) -> str:
        """Choices in a row: "Anna, Mary or Jane"."""
        ...

    def all_of(self, items: Sequence[str]) -> str:
        """Things in a row, all of them: "Anna, Mary and Jane"."""
        ...

    def weekdays(self, first: int, last: int) -> str:
        """Days of the week from one to another, 1 being Monday."""
        ...

    def both(self, *, yes: bool) -> str:
        """A yes or no as a word."""
        ...
