"""Swahili as it is spoken and written in Kenya: the clock starts at sunrise."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Final

from engine.render import calendar
from engine.render.money import in_figures
from engine.render.spans import spans

_UNITS: Final = (
    "sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa",
)  # fmt: skip
_TENS: Final = (
    "", "kumi", "ishirini", "thelathini", "arobaini", "hamsini", "sitini", "sabini", "themanini",
    "tisini",
)  # fmt: skip
_SCALES: Final = (
    (1_000_000_000, "bilioni"),
    (1_000_000, "milioni"),
    (100_000, "laki"),
    (1_000, "elfu"),
)
_SPANS: Final = {"day": "siku", "minute": "dakika", "second": "sekunde"}
_STEMS: Final = {2: "wili", 3: "tatu", 4: "nne", 5: "tano", 8: "nane"}
"""The numbers that take the prefix of what is counted, without it."""
_DATES: Final = {1: "mosi", 2: "pili"}
_WEEK: Final = 7
_HUNDRED: Final = 100
_TEN: Final = 10
_PARTS: Final = (
    (4, "usiku"),
    (6, "alfajiri"),
    (12, "asubuhi"),
    (15, "mchana"),
    (16, "alasiri"),
    (19, "jioni"),
    (24, "usiku"),
)
"""Until which hour a part of the day lasts."""


class Swahili:
    """Swahili; see `Tongue`."""

    anyone = "yeyote"

    def number(self, value: int) -> str:
        """A whole number in words; no two numbers share theirs."""
        if value < 0:
            return f"kasoro {self.number(-value)}"
        for size, name in _SCALES:
            if value >= size:
                return self._scaled(name, value // size, value % size)
        return self._hundreds(value)

    def _scaled(self, name: str, count: int, rest: int) -> str:
        if count % _TEN == 0 and 0 < rest < _TEN:
            # "elfu kumi na tano" is 15,000: for 10,005 the count goes first.
            return f"{self.number(count)} {name} na {self._tens(rest)}"
        return self._and(f"{name} {self.number(count)}", rest)

    def _hundreds(self, value: int) -> str:
        if value >= _HUNDRED:
            return self._and(f"mia {_UNITS[value // _HUNDRED]}", value % _HUNDRED)
        return self._tens(value)

    def _tens(self, value: int) -> str:
        if value < _TEN:
            return _UNITS[value]
        unit = f" na {_UNITS[value % _TEN]}" if value % _TEN else ""
        return _TENS[value // _TEN] + unit

    def _and(self, head: str, rest: int) -> str:
        return f"{head} na {self.number(rest)}" if rest else head

    def digits(self, figures: str) -> str:
        """Figures read one by one."""
        groups = (" ".join(_UNITS[int(one)] for one in group) for group in figures.split())
        return ", ".join(groups)

    def money(self, shillings: int | float, *, spoken: bool) -> str:
        """An amount of shillings."""
        if not spoken:
            return in_figures(shillings)
        return f"shilingi {self.number(round(shillings))}"

    def span(self, seconds: int, *, spoken: bool) -> str:
        """How long: "dakika 15", "masaa 24", "siku 2"; one hour is "saa moja"."""
        return " na ".join(self._span(count, unit, spoken=spoken) for count, unit in spans(seconds))

    def _span(self, count: int, unit: str, *, spoken: bool) -> str:
        if unit == "hour" and count > 1:
            return f"masaa {self._agreeing(count) if spoken else count}"
        if unit == "hour":
            return "saa moja"
        return f"{_SPANS[unit]} {self.number(count) if spoken else count}"

    def _agreeing(self, count: int) -> str:
        """A number of things called ma-: "mawili", "ishirini na manne"."""
        last = count % _TEN
        words = self.number(count)
        return f"{words.removesuffix(_UNITS[last])}ma{_STEMS[last]}" if last in _STEMS else words

    def share(self, percent: int | float, *, spoken: bool) -> str:
        """A part of a hundred: "50%", "asilimia hamsini"."""
        if not spoken:
            return f"{percent:g}%"
        return f"asilimia {self.number(percent) if isinstance(percent, int) else f'{percent:g}'}"

    def clock(self, at: time, *, spoken: bool) -> str:
        """The time of day: "saa tisa alasiri (15:00)"; spoken without the figures."""
        words = f"saa {self._hour(at)} {_part(at.hour)}"
        return words if spoken else f"{words} ({at:%H:%M})"

    def _hour(self, at: time) -> str:
        hour, following = self._tens(_swahili_hour(at.hour)), self._tens(_swahili_hour(at.hour + 1))
        match at.minute:
            case 0:
                return hour
            case 15:
                return f"{hour} na robo"
            case 30:
                return f"{hour} na nusu"
            case 45:
                return f"{following} kasoro robo"
            case minute:
                return f"{hour} na dakika {self._tens(minute)}"

    def day(self, day: date, today: date, *, spoken: bool) -> str:
        """A day: "leo", "kesho", "Ijumaa", "Ijumaa tarehe 12 Juni"."""
        ahead = (day - today).days
        if ahead in {0, 1}:
            return ("leo", "kesho")[ahead]
        if 1 < ahead < _WEEK:
            return calendar.weekday(day, "sw")
        return self._date(day, spoken=spoken, year=not calendar.this_year_round(day, today))

    def _date(self, day: date, *, spoken: bool, year: bool) -> str:
        weekday, month = calendar.weekday(day, "sw"), calendar.month(day, "sw")
        number = _DATES.get(day.day, self._tens(day.day)) if spoken else str(day.day)
        when = f"{weekday} tarehe {number} {month}"
        return f"{when} {self.number(day.year) if spoken else day.year}" if year else when

    def moment(self, at: datetime, today: date, *, spoken: bool) -> str:
        """A day and its time."""
        day = self.day(at.date(), today, spoken=spoken)
        return f"{day} {self.clock(at.time(), spoken=spoken)}"

    def exact(self, at: datetime, *, spoken: bool) -> str:
        """A day and its time with the full date."""
        day = self._date(at.date(), spoken=spoken, year=True)
        return f"{day}, {self.clock(at.time(), spoken=spoken)}"

    def short(self, at: datetime, today: date) -> str:
        """A day and its time on a button."""
        ahead = (at.date() - today).days
        if ahead in {0, 1}:
            return f"{('Leo', 'Kesho')[ahead]} {at:%H:%M}"
        if 1 < ahead < _WEEK:
            return f"{calendar.weekday(at.date(), 'sw')} {at:%H:%M}"
        weekday = calendar.weekday(at.date(), "sw", short=True)
        return f"{weekday} {at.day} {calendar.month(at.date(), 'sw', short=True)} {at:%H:%M}"

    def on(self, shown: str) -> str:
        """Swahili needs no word for it."""
        return shown

    def one_of(self, items: Sequence[str]) -> str:
        """Choices in a row."""
        return " au ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))

    def all_of(self, items: Sequence[str]) -> str:
        """Things in a row."""
        return " na ".join(filter(None, (", ".join(items[:-1]), *items[-1:])))

    def weekdays(self, first: int, last: int) -> str:
        """Days in a row: "Jumatatu hadi Ijumaa", "kila siku"."""
        return calendar.week("sw", first, last, every="kila siku", to="hadi", both="na")

    def both(self, *, yes: bool) -> str:
        """A yes or no as a word."""
        return "ndio" if yes else "hapana"


def _swahili_hour(hour: int) -> int:
    """7 in the morning is the first hour of the day."""
    return (hour - 6) % 12 or 12


def _part(hour: int) -> str:
    return next(name for until, name in _PARTS if hour < until)
