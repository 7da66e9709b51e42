"""What can happen to a conversation, without the values: small, comparable, kept with a proof."""

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """Kinds of happening."""

    ACT = "act"
    """The customer says something that has a way: yes, no, a button, a task."""
    GIVES = "gives"
    """The customer names the answer to something."""
    ROUGHLY = "roughly"
    """A part of an answer: a day without an hour."""
    UNSURE = "unsure"
    """An answer that was not heard well."""
    UNSAYS = "unsays"
    """"Not Anna": an answer is taken back and nothing put in its place."""
    TAPS = "taps"
    """A chip whose meaning words could not have."""
    EVENT = "event"
    """Something outside: a payment, a person's hand-back, another flow's end."""
    SILENCE = "silence"
    """A timer ran out."""
    ONWARD = "onward"
    """Another flow ends and goes on with this one: `<flow>.<end>`, and what it takes along."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happens.

    Attributes:
        name: the act, event, timer or chip.
        slots: what is named beside it.
        frame: index on the stack of what it is about.
        choice: which of a slot's known values is named.
        full: an event that brings everything it may bring.
    """

    sort: Sort
    name: str
    slots: tuple[str, ...] = ()
    frame: int = 0
    choice: int = 0
    full: bool = True
