"""What the stand-in for models knows: its keys, how it behaves now, what it was asked."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sandbox.faults import Faults

CHARS_A_TOKEN = 4
CACHED_FROM = 1024
"""Tokens of a prefix from which on providers keep it."""


class Mode(StrEnum):
    """How the model behaves until told otherwise; `/sandbox/faults` orders single faults."""

    GOOD = "good"
    """Fills in the form by its few rules."""
    LATE = "late"
    """Answers nothing until the caller gives up, or `/sandbox/release`."""
    REFUSING = "refusing"
    """Declines, as the provider's protocol has it."""
    MALFORMED = "malformed"
    """JSON that breaks off in the middle, though the form was strict."""
    EXTRA = "extra"
    """The form, with a field that it does not have."""
    NONSENSE = "nonsense"
    """The right form, wrong in everything: a sure yes, ids that there are not, a past date."""
    LONG = "long"
    """100 KB of text."""
    LIMITED = "limited"
    """429, with the wait that `retry-after` names."""
    BROKEN = "broken"
    """500."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One request.

    Attributes:
        stable: what providers cache: the system parts. message: the user's part.
        schema: that the answer is held to.
    """

    provider: str
    model: str
    stable: tuple[str, ...]
    message: str
    form: str
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Used:
    """Tokens, as a stand-in counts them: four characters each."""

    fresh: int
    cached: int
    written: int
    out: int


@dataclass(slots=True)
class ModelsBook:
    """The server's memory; one per server.

    Attributes:
        keys: by provider. retry_after: what `limited` says, in seconds.
    """

    keys: dict[str, str] = field(repr=False)
    mode: Mode = Mode.GOOD
    retry_after: str = "1"
    heard: list[Heard] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    seen: Counter[str] = field(default_factory=Counter)

    def used(self, heard: Heard, answer: str) -> Used:
        """Count tokens; a long prefix that was met before comes from the cache."""
        prefix = "".join(heard.stable)
        key, size = f"{heard.provider} {prefix}", len(prefix) // CHARS_A_TOKEN
        met, kept = self.seen[key] > 0, size if size >= CACHED_FROM else 0
        self.seen[key] += 1
        rest = size - kept + len(heard.message) // CHARS_A_TOKEN
        cached, written = (kept, 0) if met else (0, kept)
        return Used(rest, cached, written, max(1, len(answer) // CHARS_A_TOKEN))
