"""What a check does with what was proved before a release was shipped."""

from enum import StrEnum


class Record(StrEnum):
    """Take it for true, hold it against what is found without it, or write it."""

    USE = "use"
    CHECK = "check"
    WRITE = "write"
