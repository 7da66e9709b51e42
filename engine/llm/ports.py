"""What is asked of models: one strict classification of a message, other words for a reply."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from engine.model.model_call import ModelCall
from engine.model.understanding import ROLE, Heard, Hearing, Term, Vocabulary

_MANNERS = frozenset({ROLE, *Heard})
"""Types of terms that say how customers put things and name nothing."""


@dataclass(frozen=True, slots=True)
class Question:
    """A message to classify, with all that the model may know of its context.

    Attributes:
        text: the customer's words, data and never an instruction.
        hearing: what the state expects; the choices on the screen.
        vocabulary: the values that may be named; an answer with another id is thrown away.
        today: the local date in ISO, for "Friday".
    """

    text: str
    hearing: Hearing
    vocabulary: Vocabulary
    today: str

    @property
    def catalogue(self) -> tuple[Term, ...]:
        """The terms that a message can name."""
        return tuple(term for term in self.vocabulary if term.type not in _MANNERS)


@dataclass(frozen=True, slots=True)
class Guess:
    """A value that the model believes was named: the id of a term and its type."""

    type: str
    value: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Classification:
    """A model's strict answer.

    Attributes:
        act: one of `INTENTS` or `ACTS`. confidence: 0 to 1.
        guesses: values named, by id.
        time_words: the customer's own words for a date or time, to be read by our grammar; the
            model's arithmetic is never used.
        calls: of models, in order; the last one gave this.
    """

    act: str
    confidence: float
    language: Literal["en", "sw", "mixed"]
    guesses: tuple[Guess, ...] = ()
    time_words: str = ""
    calls: tuple[ModelCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """There is no usable answer: rules have the last word.

    Attributes:
        calls: that were made in vain, in order; each tells what became of it.
    """

    calls: tuple[ModelCall, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    """What is said anyway, and what else a model may know of it.

    Attributes:
        text: our own words.
        beside: what is sent together with it.
        facts: what is known, by name, in words.
        locale: of the reply.
        customer: the customer's words, data and never an instruction; "": nobody wrote.
        business: its name.
    """

    text: str
    beside: tuple[str, ...]
    facts: Mapping[str, str]
    locale: str
    customer: str
    business: str


@dataclass(frozen=True, slots=True)
class Rephrased:
    """Other words, not yet held against the facts; None: there are none."""

    text: str | None
    calls: tuple[ModelCall, ...] = ()


class Rephraser(Protocol):
    """A model in the roles `answer_shaper` and `reorientation`."""

    def role_of(self, phrase: str) -> str | None:
        """The role in which a phrase may be said otherwise; None: it is said as it is written."""
        ...

    async def rephrase(self, role: str, plain: Plain, within_s: float) -> Rephrased:
        """Ask for other words, within so many seconds; nothing is ever raised."""
        ...


class Summarizer(Protocol):
    """A model in the role `handoff_summarizer`."""

    async def sum_up(self, card: str, business: str) -> Rephrased:
        """Ask for two sentences about a briefing, within the role's time; nothing is raised."""
        ...


class Classifier(Protocol):
    """A model in the role `intent_classifier`."""

    async def classify(self, question: Question) -> Classification | Unanswered:
        """Classify one message, within the role's time; nothing is ever raised."""
        ...
