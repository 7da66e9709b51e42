"""Phone numbers as Kenyans write them: 0712 345 678, 254712345678, +254-712-345-678."""

import re
from dataclasses import dataclass

import phonenumbers

from engine.nlu.tokens import Message

REGION = "KE"
_MOBILE = re.compile(r"\+254[17][0-9]{8}")
"""A payment is asked for on a Kenyan mobile phone: no landline, no other country's."""
_DIGITS = range(9, 16)
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
        end, digits = _run(message, at)
        if len(digits) in _DIGITS:
            found.append(Phone(at, end, _valid(message.keys[at] == "+", digits)))
        at = max(end, at + 1)
    return found


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
