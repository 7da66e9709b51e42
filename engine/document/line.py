"""A line of the conversation by which a mistake shows."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation.

    Attributes:
        who: `customer`, `ratiba`, or `world` for what comes from outside and for silence.
        words: for people.
        what: the phrase, tool or happening, for programs.
    """

    who: str
    words: str
    what: str
