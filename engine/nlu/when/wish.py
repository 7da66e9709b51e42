"""A time that was asked for, in the parts that were said of it."""

from dataclasses import dataclass
from datetime import datetime

from engine.nlu.when.pieces import Clock, Day, Span
from engine.nlu.words.clock import Part


@dataclass(frozen=True, slots=True)
class Wish:
    """One time that was asked for, in parts; `start` to `end` are its tokens."""

    start: int
    end: int
    day: Day | None = None
    clock: Clock | None = None
    part: Part | None = None
    span: Span | None = None
    moment: datetime | None = None
    vague: bool = False
    open: bool = False
    refused: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a message asks for; several wishes are a choice that the customer left open.

    Attributes:
        refused: a time was named, but only to turn it down.
        instead: one was turned down, and another is asked for.
    """

    wanted: tuple[Wish, ...]
    refused: bool = False
    instead: bool = False
