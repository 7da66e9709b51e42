"""English as it is spoken and written in Kenya."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from engine.render import calendar
from engine.render.money import in_figures
from engine.render.spans import spans

_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS: Final = (
    "",
    "",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
)
_SCALES: Final = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"))
_ORDINALS: Final = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_WEEK: Final = 7
_HUNDRED: Final = 100
_TWO_FIGURES: Final = 10
_PARTS: Final = (
    (12, "in the morning"),
    (17, "in the afternoon"),
    (21, "in the evening"),
    (24, "at night"),
)
"""Until which hour a part of the day lasts."""


class English:
    """English; see `Tongue`."""

    anyone = "anyone"

    def number(self, value: int) -> str:
        """A whole number in words."""
        if value < 0:
            return f"minus {self.number(-value)}"
        for size, name in _SCALES:
            if value >= size:
                return _after(f"{self.number(value // size)} {name}", self, value % size)
        return self._hundreds(value)

    def _hundreds(self, value: int) -> str:
        if value >= _HUNDRED:
            rest = f" and {self._tens(value % _HUNDRED)}" if value % _HUNDRED else ""
            return f"{_SMALL[value // _HUNDRED]} hundred{rest}"
        return self._tens(value)

    def _tens(self, value: int) -> str:
        if value < len(_SMALL):
            return _SMALL[value]
        unit = f"-{_SMALL[value % 10]}" if value % 10 else ""
        return _TENS[value // 10] + unit

    def ordinal(self, value: int) -> str:
        """1 -> "first", 21 -> "twenty-first"."""
        head, dash, last = self.number(value).rpartition("-")
        if last in _ORDINALS:
            return head + dash + _ORDINALS[last]
        return head + dash + (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")

    def digits(self, figures: str) -> str:
        """Figures read one by one."""
        groups = (" ".join(_SMALL[int(one)] for one in group) for group in figures.split())
        return ", ".join(groups)

    def money(self, shillings: int | float, *, spoken: bool) -> str:
        """An amount of shillings."""
        if not spoken:
            return in_figures(shillings)
        whole = round(shillings)
        return f"{self.number(whole)} shilling{'' if whole == 1 else 's'}"

    def span(self, seconds: int, *, spoken: bool) -> str:
        """How long: "15 minutes", "1 hour and 30 minutes", "24 hours", "2 days"."""
        return " and ".join(
            f"{self.number(count) if spoken else count} {unit}{'' if count == 1 else 's'}"
            for count, unit in spans(seconds)
        )

    def share(self, percent: int | float, *, spoken: bool) -> str:
        """A part of a hundred: "50%", "fifty percent"."""
        if not spoken:
            return f"{percent:g}%"
        return f"{self.number(percent) if isinstance(percent, int) else f'{percent:g}'} percent"

    def clock(self, at: time, *, spoken: bool) -> str:
        """The time of day: "15:00", "three in the afternoon"."""
        if not spoken:
            return f"{at:%H:%M}"
        if at.minute == 0 and at.hour in {0, 12}:
            return "noon" if at.hour else "midnight"
        return f"{self._hour(at)} {_part(at.hour)}"

    def _hour(self, at: time) -> str:
        hour, following = _SMALL[at.hour % 12 or 12], _SMALL[(at.hour + 1) % 12 or 12]
        match at.minute:
            case 0:
                return hour
            case 15:
                return f"quarter past {hour}"
            case 30:
                return f"half past {hour}"
            case 45:
                return f"quarter to {following}"
            case minute if minute < _TWO_FIGURES:
                return f"{hour} oh {_SMALL[minute]}"
            case minute:
                return f"{hour} {self._tens(minute)}"

    def day(self, day: date, today: date, *, spoken: bool) -> str:
        """A day: "today", "tomorrow", "Friday", "Friday 12 June"."""
        ahead = (day - today).days
        if ahead in {0, 1}:
            return ("today", "tomorrow")[ahead]
        if 1 < ahead < _WEEK:
            return calendar.weekday(day, "en")
        return self._date(day, spoken=spoken, year=not calendar.this_year_round(day, today))

    def _date(self, day: date, *, spoken: bool, year: bool) -> str:
        weekday, month = calendar.weekday(day, "en"), calendar.month(day, "en")
        number = f"the {self.ordinal(day.day)} of" if spoken else str(day.day)
        when = f"{weekday} {number} {month}"
        return f"{when} {self.number(day.year) if spoken else day.year}" if year else when

    def moment(self, at: datetime, today: date, *, spoken: bool) -> str:
        """A day and its time."""
        day = self.day(at.date(), today, spoken=spoken)
        return f"{day} at {self.clock(at.time(), spoken=spoken)}"

    def exact(self, at: datetime, *, spoken: bool) -> str:
        """A day and its time with the full date."""
        day = self._date(at.date(), spoken=spoken, year=True)
        return f"{day} at {self.clock(at.time(), spoken=spoken)}"

    def short(self, at: datetime, today: date) -> str:
        """A day and its time on a button."""
        ahead = (at.date() - today).days
        if ahead in {0, 1}:
            return f"{('Today', 'Tomorrow')[ahead]} {at:%H:%M}"
        weekday = calendar.weekday(at.date(), "en", short=True)
        if 1 < ahead < _WEEK:
            return f"{weekday} {at:%H:%M}"
        return f"{weekday} {at.day} {calendar.month(at.date(), 'en', short=True)} {at:%H:%M}"

    def on(self, shown: str) -> str:
        """With its preposition: "on Friday", but "tomorrow"."""
        near = shown.startswith(("today", "tomorrow"))
        return shown if near else f"on {shown}"

    def one_of(self, items: Sequence[str]) -> str:
        """Choices in a row."""
        return " or ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))

    def all_of(self, items: Sequence[str]) -> str:
        """Things in a row."""
        return " and ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))

    def weekdays(self, first: int, last: int) -> str:
        """Days in a row: "Monday to Friday", "every day"."""
        return calendar.week("en", first, last, every="every day", to="to", both="and")

    def both(self, *, yes: bool) -> str:
        """A yes or no as a word."""
        return "yes" if yes else "no"


def _part(hour: int) -> str:
    return next(name for until, name in _PARTS if hour < until)


def _after(head: str, tongue: English, rest: int) -> str:
    """What follows a scale word: "one thousand five hundred", "one thousand and five"."""
    if not rest:
        return head
    return f"{head} {'and ' if rest < _HUNDRED else ''}{tongue.number(rest)}"
