"""Which of our acts answers to an intent of other people's sets; a table, to be read and disputed.

The sets were made for assistants that fly, bank and cook: only what a customer of a booking
business says as well is ours. Where we have no act of that sort the best answer is to do nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

ASKS = frozenset({"services", "hours", "admin", "other"})
"""Intents that are answered, and begin nothing."""


class Place(StrEnum):
    """What a booking business has to do with an intent."""

    OURS = "ours"
    """One of our acts does just that."""
    ALIKE = "alike"
    """The same wish, put to another trade: tables, flights, meetings in a calendar."""
    QUESTION = "questions"
    """A question: to be answered as far as facts go, and nothing begun."""
    KEPT_OUT = "kept out"
    """None of our business, or nothing to act on."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """What is right for an intent: any of these acts; for what is kept out they do no harm."""

    place: Place
    acts: frozenset[str] = frozenset()


def _ours(*acts: str) -> Nearest:
    return Nearest(Place.OURS, frozenset(acts))


def _alike(*acts: str) -> Nearest:
    return Nearest(Place.ALIKE, frozenset(acts))


def _question(*acts: str) -> Nearest:
    return Nearest(Place.QUESTION, ASKS | frozenset(acts))


def _kept_out(*acts: str) -> Nearest:
    return Nearest(Place.KEPT_OUT, frozenset({"other", *acts}))


OUTSIDE = _kept_out()

BY_MAP: Mapping[str, Nearest] = MappingProxyType(
    {
        "book_like": _alike("book"),
        "cancel_like": _ours("cancel"),
        "affirm": _ours("affirm"),
        "deny": _ours("deny", "change"),  # "that is wrong": what is turned down is put right
        "repeat": _ours("repeat"),
        "thanks": _ours("thanks"),
        "goodbye": _ours("thanks", "stop"),
        "greet": _ours("greeting"),
        "change_language": _ours("language"),
        "abort_turn": _ours("stop", "cancel", "restart"),
        "reschedule_like": _alike(
            "reschedule", "book", "cancel"
        ),  # "update my calendar": any of them
        "help": _question("help", "greeting", "handoff"),  # the greeting shows what can be done
        "bot_question": _question("bot", "handoff"),  # it may be a wish for a person
        "faq_busy": _question(),
        "faq_location": _question(),
        "faq_bookable": _question("book"),  # "do you take reservations?" is nearly a wish for one
        "status_like": _question("status"),
        "pay_like": _kept_out(),  # money is asked for by us, never begun by words
        "unsure": _kept_out("skip", "handoff"),  # neither a yes nor a no
        "oos": OUTSIDE,
    }
)
"""The nearest acts that CLINC150's intents were mapped to; null is another domain."""

BY_SPOKEN: Mapping[str, Nearest] = MappingProxyType(
    {
        "calendar_set": _alike("book", "reschedule"),
        "set": _alike("book", "reschedule"),
        "calendar_remove": _alike("cancel", "stop"),
        "calendar_query": _question("status"),
        "query": _question("status"),
        "datetime_query": OUTSIDE,
        "datetime_convert": OUTSIDE,
    }
)
"""SLURP's intents of a calendar, spoken to a device."""

OTHER_DOMAIN = "other domains"
