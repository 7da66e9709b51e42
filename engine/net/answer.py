"""What a request to somebody else's server can come to."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Answered:
    """The server answered, whatever it said.

    Attributes:
        status: HTTP status, 100..599; redirects are answers like any other, never followed.
        headers: by lower-case name.
        body: whole, at most as many bytes as the caller allowed.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> object:
        """The body as JSON, or None where it is none (or nested beyond reason)."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            return None


@dataclass(frozen=True, slots=True)
class NotSent:
    """The request surely never reached the server: it may be sent again, whatever it asks."""

    reason: str


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """No usable answer came, yet the request may have had its effect.

    What must happen once is not sent again after this; it is only asked about.
    """

    reason: str


Outcome: TypeAlias = Answered | NotSent | NoAnswer
