"""What was understood of a message: typed, with confidences, never a guess."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Literal, TypeAlias

from engine.model.flow import SlotType
from engine.model.model_call import ModelCall
from engine.model.session import Chip
from engine.model.thresholds import USUAL, Thresholds
from engine.model.value import Scalar, Value

CLARIFY_FLOOR = 0.40
"""Below: not understood at all. Between here and a threshold: candidates as chips."""

INTENTS = (
    "book",
    "cancel",
    "reschedule",
    "status",
    "admin",
    "services",
    "hours",
    "help",
    "bot",
    "other",
)
"""`status`: asks about their own booking; `help`: what can be done here; `bot`: who answers."""
ACTS = (
    "affirm",
    "deny",
    "change",
    "skip",
    "repeat",
    "restart",
    "back",
    "language",
    "handoff",
    "stop",
    "opt_out",
    "opt_in",
    "greeting",
    "thanks",
    "wait",
    "late",
)
"""`wait`: asks for a moment, and decides nothing; `late`: will come later than booked."""


ROLE = "role"
"""Type of a term whose value is a slot type and whose words are what such people are called:
"any stylist" is anyone."""


class Heard(StrEnum):
    """Types of terms that name nothing of the catalogue, and say how customers put things."""

    WORD = "heard.word"
    """The value is a word that is understood, the words are others that mean it."""
    ACT = "heard.act"
    """The value is an act or intent, the words are phrases for it."""
    ANYONE = "heard.anyone"
    """Phrases that leave it to the business who serves."""
    THING = "heard.thing"
    """What is named behind "with" and is nobody."""
    TRADE = "heard.trade"
    """Whom customers look for who want to book here, though nobody and nothing is called so."""


QUESTION = "question"
"""The type of a question that was put to the business: the customer's words, whole."""


class TimeAction(StrEnum):
    """What can be done with a time that was said."""

    RESOLVE = "resolve"
    ASK = "ask"
    """Two readings fit: ask which."""
    ASK_TIME = "ask_time"
    """The day is known, the hour is not."""
    REJECT_PAST = "reject_past"


@dataclass(frozen=True, slots=True)
class TimeHeard:
    """A date or time said, in the tenant's zone.

    Attributes:
        value: ISO local date (`2026-06-01`) or minute (`2026-06-01T15:00`); None: open.
        grain: whether `value` is a day or a minute.
        candidates: readings in ISO, best first (for `ask`).
        after, before: a part of the day or a range that narrows the openings ("HH:MM").
        dayless: an hour alone was said, and no day is in sight: the day of `value` and
            `candidates` is only the next on which that hour comes, and is to be asked.
        same_hour: at the hour of what is booked already: "Saturday, same time".
        shift: so many minutes from the time of what is booked already: "an hour later". Two,
            where the words leave open which way; of grain `day` only the day is counted.
    """

    action: TimeAction
    value: str | None
    grain: Literal["day", "minute"]
    candidates: tuple[str, ...] = ()
    after: str | None = None
    before: str | None = None
    confidence: float = 1.0
    dayless: bool = False
    same_hour: bool = False
    shift: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """An intent or a conversational act."""

    name: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A value heard for a type of slot.

    Attributes:
        type: `service`, `staff`, `phone`, `name`, `number`, a vertical's own, ...; never
            `opening`, which is `Understanding.time`.
        value: an id of the vocabulary, or the answer itself; `ANYONE` for "anyone".
        candidates: other readings, best first, when no one is sure.
        text: the customer's words for it.
        excluded: the customer does not want it ("anyone but Anna").
        booked: it tells apart what is booked already: "move the one with Mary".
        several: each of the candidates is wanted, one after the other: "gel and brows".
    """

    type: str
    value: Scalar
    confidence: float
    candidates: tuple[str, ...] = ()
    text: str = ""
    excluded: bool = False
    booked: bool = False
    several: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """`en`, `sw` or `mixed`; replies go out in `locale`."""

    label: Literal["en", "sw", "mixed"]
    confidence: float
    locale: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """One message, understood; `cost_usd` is what its calls of models cost together."""

    acts: tuple[Act, ...] = ()
    mentions: tuple[Mention, ...] = ()
    time: TimeHeard | None = None
    language: Language = Language("en", 0.0, "en")
    source: Literal["rules", "model", "tap"] = "rules"
    cost_usd: float = 0.0
    about: TimeHeard | None = None
    """The time of what is booked already and spoken of: "move the Friday one to 4"."""
    calls: tuple[ModelCall, ...] = ()
    """Of models, in order; there are some with source `rules` where none was of use."""
    then: "Understanding | None" = None
    """A second task of the same message, for when the first is done."""

    @property
    def intent(self) -> Act:
        """The strongest act, for logs; `other` with 0 when none was heard."""
        return max(self.acts, key=lambda act: act.confidence, default=Act("other", 0.0))


@dataclass(frozen=True, slots=True)
class Term:
    """Words for one value of the catalogue: names, synonyms, lower case."""

    type: str
    value: str
    words: tuple[str, ...]


Vocabulary: TypeAlias = tuple[Term, ...]
"""A word shared by several terms of a type means any of them: candidates."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A slot that can be heard now, the most expected first.

    Attributes:
        asked: whether the open question asks for it.
        optional: whether it may stay open.
        called: what customers call it when they want another one: "the time".
    """

    slot: str
    type: SlotType
    asked: bool = False
    called: tuple[str, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a conversation stands, by what its flows do and never by their names.

    Attributes:
        idle: nothing is under way: no flow, the greeting, an answer that was given.
        tasks: the intents that the flow on top, and those that called it, begin with.
        chooses_time: a flow under way asks when: to "move it" is to answer that anew.
        carries_on: a yes to the open question goes on with the task.
        once_more: a yes does again what was tried before: "try again" is a yes.
        sums_up: the open question shows answers: to turn one down is to change it.
        offers: something is put forward beside what was asked for: "add it" is a yes.
        answered: the types of answers that were asked for and are known: "no, 120" behind a
            summary is another number.
        prices: what things come to that are shown: "I'll take that at 1000" is no hour.
        in_mind: the types of what is kept of a task that was let go: "Friday then" is for that.
    """

    idle: bool = True
    tasks: frozenset[str] = frozenset()
    chooses_time: bool = False
    carries_on: bool = False
    once_more: bool = False
    sums_up: bool = False
    offers: bool = False
    answered: frozenset[str] = frozenset()
    prices: frozenset[int] = frozenset()
    in_mind: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is expected: the context in which a message is understood.

    Attributes:
        kind: of the open step (`ask`, `confirm`, ...), "" on a fresh thread.
        expected: slots that may be filled.
        chips: the choices on the screen, in order: "2", "the second", "ya pili", "Anna".
        day, clock: a date or time of day already heard, for "at 3" and "Friday then".
        near: the day spoken of last, be it to be had or not: "Friday then" is one near it.
        after, before: the part of the day already heard, as "HH:MM", for "not Friday, Saturday".
        hours: opening hours by ISO weekday (1 = Monday): (("09:00", "18:00"), ...); empty
            tuple = closed that day; an empty mapping = unknown.
        standing: what words come to mean here.
        listed: what the last reply has printed, in order: "the second one" is of these.
        told: types of what was told of the open tasks without being asked for: how many come.
        others: of the people it has printed, those who are not chosen: "ok her" is one of these.
        called: what each chip is called, in the order of `chips`.
        thresholds: the business's: how sure is sure.
    """

    locale: str
    kind: str = ""
    expected: tuple[Expected, ...] = ()
    chips: tuple[Chip, ...] = ()
    day: date | None = None
    clock: time | None = None
    hours: tuple[tuple[int, tuple[tuple[str, str], ...]], ...] = ()
    standing: Standing = Standing()
    listed: tuple[Value, ...] = ()
    others: tuple[Value, ...] = ()
    told: frozenset[str] = frozenset()
    called: tuple[tuple[str, ...], ...] = ()
    after: str | None = None
    before: str | None = None
    near: date | None = None
    thresholds: Thresholds = USUAL
