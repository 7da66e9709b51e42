"""What understanding asks of a model: one strict classification, nothing else."""

from dataclasses import dataclass
from typing import Literal, Protocol

from engine.errors import UnavailableError
from engine.model.understanding import Hearing, Vocabulary


class ModelUnavailable(UnavailableError):
    """The model did not answer in time, refused, or answered nonsense."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "model.unavailable",
            f"The model gave no usable answer ({reason}). The conversation goes on by rules.",
            reason=reason,
        )


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
        cost_usd: what the call cost, in US dollars.
    """

    act: str
    confidence: float
    language: Literal["en", "sw", "mixed"]
    guesses: tuple[Guess, ...] = ()
    time_words: str = ""
    cost_usd: float = 0.0


class Classifier(Protocol):
    """A model in the role `intent_classifier`."""

    async def classify(self, question: Question) -> Classification:
        """Classify one message.

        Raises:
            ModelUnavailable: there is no usable answer; rules have the last word.
        """
        ...
