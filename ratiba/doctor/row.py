"""One thing that was looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How it is."""

    OK = "ok"
    WARN = "warn"
    """It works, and somebody should know."""
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Row:
    """One finding.

    Attributes:
        what: what was looked at, `spa_pilot: staff`.
        found: how it is, in a few words.
        fix: what to paste or set; "" if nothing is needed.
    """

    what: str
    level: Level
    found: str
    fix: str = ""


def good(what: str, found: str) -> Row:
    """Nothing to do."""
    return Row(what, Level.OK, found)


def warn(what: str, found: str, fix: str) -> Row:
    """Worth knowing."""
    return Row(what, Level.WARN, found, fix)


def fail(what: str, found: str, fix: str) -> Row:
    """Must be put right."""
    return Row(what, Level.FAIL, found, fix)
