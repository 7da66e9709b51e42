"""Phone numbers as Kenyans write them: 0712 345 678, 254712345678, +254-712-345-678."""

import re
from dataclasses import dataclass

import phonenumbers

from engine.nlu.tokens import Message
from engine.nlu.words.calendar import MONTHS

REGION = "KE"
_MOBILE = re.compile(r"\+254[17][0-9]{8}")
"""A payment is asked for on a Kenyan mobile phone: no landline, no other country's."""
_DIGITS = range(9, 16)
_DATE = 5
"""Tokens of a date: three numbers and two marks."""
_DATES = frozenset(
    {(4, 2, 2), (4, 1, 1), (4, 1, 2), (4, 2, 1), (2, 2, 4), (1, 1, 4), (1, 2, 4), (2, 1, 4)}
)
"""How many digits its numbers have."""
_YEARS = range(2000, 2100)
_JOINTS = frozenset({"-", "(", ")", ".", "/"})


@dataclass(frozen=True, slots=True)
class Phone:
    """A run of digits in tokens `start` to `end`; `number` is E.164, None if it cannot pay."""

    start: int
    end: int
    number: str | None


def phones(message: Message) -> list[Phone]:
    """Every run of digits as long as a phone number."""
    found, at = [], 0
    while at < len(message):
        if _dated(message, at):
            at += _DATE
            continue
        if at and message.keys[at - 1] in MONTHS:
            at += 1  # June 15 2026 1530hrs
            continue
        end, digits = _run(message, at)
        if len(digits) in _DIGITS:
            found.append(Phone(at, end, _valid(message.keys[at] == "+", digits)))
        at = max(end, at + 1)
    return found


def _dated(message: Message, at: int) -> bool:
    """Whether a date with its year begins here: 2026-06-15 14:00 is nobody's number."""
    keys = message.keys
    marks = keys[at + 1] == keys[at + 3] and keys[at + 1] in _JOINTS
    shape = tuple(len(keys[at + n]) for n in (0, 2, 4))
    years = (message.number(at), message.number(at + 4))
    ends = shape in _DATES and any(year in _YEARS for year in years)
    return marks and ends and message.number(at + 2) is not None


def _run(message: Message, start: int) -> tuple[int, str]:
    """The token behind a run of digits that begins here, and its digits."""
    at = start + 1 if message.keys[start] == "+" else start
    digits, end = "", start
    while at < len(message):
        key = message.keys[at]
        if key.isascii() and key.isdigit():
            digits, end = digits + key, at + 1
        elif not digits or key not in _JOINTS:
            break
        at += 1
    return end, digits


def _valid(plus: bool, digits: str) -> str | None:
    """The number of a Kenyan mobile phone; None for what is none, or another country's."""
    for text in ("+" + digits,) if plus else (digits, "+" + digits):
        try:
            number = phonenumbers.parse(text, REGION)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return written if _MOBILE.fullmatch(written) else None
    return None
