"""A hearing, a vocabulary and a clock as a conversation with a small salon has them."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from engine.assembly.library import ROOT
from engine.assembly.roles import heard_terms
from engine.assembly.sources import Files
from engine.document.problem import Faults
from engine.model.flow import SlotType
from engine.model.session import Chip
from engine.model.understanding import (
    Expected,
    Hearing,
    Mention,
    Standing,
    Term,
    Understanding,
    Vocabulary,
)
from engine.nlu.rules import understand
from engine.render.book import PhraseBook
from engine.render.called import in_words
from engine.spec.phrases.phrasing import read_phrases

BOOK = PhraseBook.from_texts(read_phrases(Files(ROOT).base().phrases, Faults()).texts)
BUSY = Standing(idle=False)
"""Something is under way, and nothing more is known of it."""
BOOKING = Standing(idle=False, tasks=frozenset({"book"}), chooses_time=True)
SUMMARY = replace(BOOKING, carries_on=True, sums_up=True)
"""At the question that shows a whole booking."""
OFFER = replace(BOOKING, offers=True)
CANCELLING = Standing(idle=False, tasks=frozenset({"cancel"}))
CANCEL_ASKED = replace(
    CANCELLING, carries_on=True, sums_up=True, answered=frozenset({"appointment"})
)
MOVING = Standing(idle=False, tasks=frozenset({"reschedule"}))
AGAIN = replace(BOOKING, carries_on=True, sums_up=True, once_more=True)
"""At a payment that did not come."""

ZONE = timezone(timedelta(hours=3), "EAT")
NOW = datetime(2026, 6, 10, 10, 30, tzinfo=ZONE)
"""A Wednesday."""

TYPES = {
    "service": SlotType("service", 0.85, 0.70, "list_active_services"),
    "staff": SlotType("staff", 0.80, 0.70, "list_eligible_staff"),
    "time": SlotType("opening", 0.95, None, "get_available_slots"),
    "phone": SlotType("phone", 0.90),
}
WEEK = tuple((day, (("09:00", "18:00"),)) for day in range(1, 7))
HOURS = (*WEEK, (7, ()))

VOCABULARY: Vocabulary = (
    *heard_terms(BOOK),
    Term("service", "cut", ("haircut", "kunyoa", "kinyozi")),
    Term("service", "swedish", ("swedish massage", "massage", "masaji")),
    Term("service", "tissue", ("deep tissue massage", "massage", "masaji ya tishu", "masaji")),
    Term("service", "follow", ("follow-up session", "follow up")),
    Term("staff", "st_1", ("anna",)),
    Term("staff", "st_2", ("mary",)),
    Term("staff", "st_3", ("may",)),
)


def hearing(
    asked: str = "",
    *,
    standing: Standing | None = None,
    kind: str = "",
    locale: str = "en",
    chips: tuple[Chip, ...] = (),
    day: date | None = None,
    clock: time | None = None,
    window: tuple[str | None, str | None] = (None, None),
    hours: tuple[tuple[int, tuple[tuple[str, str], ...]], ...] = HOURS,
    types: dict[str, SlotType] | None = None,
) -> Hearing:
    """What can be heard where `asked` is the open question, in a booking; "" on a fresh thread."""
    here = standing or (BOOKING if asked or kind else Standing())
    expected = tuple(
        Expected(name, kind_of, asked=name == asked)
        for name, kind_of in (TYPES if types is None else types).items()
    )
    found = Hearing(
        locale, kind, expected, chips, day, clock, hours, here, after=window[0], before=window[1]
    )
    return in_words(found, BOOK)


def heard(text: str, context: Hearing | None = None, now: datetime = NOW) -> Understanding:
    """What rules make of `text` in that context."""
    return understand(text, context or hearing(), VOCABULARY, now)


def acts(understanding: Understanding) -> dict[str, float]:
    """Acts with their confidences."""
    return {act.name: act.confidence for act in understanding.acts}


def decided(understanding: Understanding) -> set[str]:
    """Names of the acts that are sure enough to decide the road."""
    return {act.name for act in understanding.acts if act.confidence >= 0.85}


def unhurried(context: Hearing) -> Hearing:
    """The same context with the opening hours unknown."""
    return replace(context, hours=())


def only(mentions: tuple[Mention, ...]) -> Mention:
    """The one that was found."""
    assert len(mentions) == 1, mentions
    return mentions[0]
