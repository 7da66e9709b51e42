"""One line of a script, or of a person at `chat`, as an act."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from engine.errors import InputError

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
_WAIT = re.compile(r"(\d{1,6})\s*([smhd])")
_PREFIX = re.compile(r"(tap|event|wait):\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Says:
    """The customer types something."""

    text: str


@dataclass(frozen=True, slots=True)
class Taps:
    """The customer taps the chip of this value, label or number."""

    value: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something outside: `payment.approve`, `operator.handback`."""

    name: str


@dataclass(frozen=True, slots=True)
class Waits:
    """Time passes."""

    span: timedelta


Act: TypeAlias = Says | Taps | Event | Waits


def read_act(line: str) -> Act:
    """Read `tap: VALUE`, `event: NAME`, `wait: 8m`; anything else is the customer's words.

    Raises:
        InputError: a wait that is no span.
    """
    found = _PREFIX.fullmatch(line.strip())
    if found is None:
        return Says(line.strip())
    kind, rest = found[1], found[2].strip()
    if kind == "tap":
        return Taps(rest)
    return Event(rest) if kind == "event" else Waits(read_span(rest))


def read_span(text: str) -> timedelta:
    """Read `90s`, `8m`, `2h` or `1d`.

    Raises:
        InputError: it is none of these.
    """
    found = _WAIT.fullmatch(text)
    if found is None:
        raise InputError("talk.wait", f"'{text}' is no span of time. Write 90s, 8m, 2h or 1d.")
    return timedelta(**{UNITS[found[2]]: int(found[1])})


def write_span(span: timedelta) -> str:
    """Write `8m` as it is read, in the largest unit that fits."""
    seconds = int(span.total_seconds())
    for unit, size in (("d", 86_400), ("h", 3600), ("m", 60)):
        if seconds and seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def read_script(text: str) -> tuple[Act, ...]:
    """Read one act a line; empty lines and lines that begin with # are passed over."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(read_act(line) for line in lines if line and not line.startswith("#"))
