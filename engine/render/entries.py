"""Phrases as they are written: by language and id, with a variant for ears where one is needed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from engine.render.errors import Fault

Text: TypeAlias = str | Mapping[str, str]
"""A template, or `{text: ..., voice: ...}`."""
Texts: TypeAlias = Mapping[str, Mapping[str, Text]]
"""Language -> phrase id -> text."""

RUNGS = ("", ".again", ".again2")
"""Endings of a phrase that is said because an answer was not understood."""

PART = ".summary"
"""Ending of `<flow>.<step>.summary`: how the answer of a step is shown among others."""
HEARD = ".heard"
"""Ending of what is never shown: other words that customers write for a button."""
LEXICON = "lexicon."
"""Before what is never shown: words and phrases as customers write them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase in one language.

    Attributes:
        text: the template for eyes, and for ears where `voice` is None.
    """

    text: str
    voice: str | None = None

    def variant(self, *, spoken: bool) -> str:
        """The template for eyes or ears."""
        return self.voice if spoken and self.voice is not None else self.text

    def variants(self) -> tuple[str, ...]:
        """Every template of the phrase."""
        return (self.text,) if self.voice is None else (self.text, self.voice)


Layer: TypeAlias = Mapping[str, Mapping[str, Entry]]


def read_texts(texts: Texts) -> tuple[Layer, tuple[Fault, ...]]:
    """Take plain mappings apart; what has no usable form is reported and left out."""
    faults: list[Fault] = []
    layer: dict[str, dict[str, Entry]] = {}
    for locale, phrases in texts.items():
        entries = layer.setdefault(locale, {})
        for phrase, text in phrases.items():
            entry = _entry(text)
            if entry is None:
                faults.append(Fault(locale, phrase, _NO_TEXT, _REMEDY))
            else:
                entries[phrase] = entry
    return layer, tuple(faults)


_NO_TEXT = "is neither a text nor a text with a voice"
_REMEDY = "Write the words in quotes, or {text: '...', voice: '...'}."


def _entry(text: object) -> Entry | None:
    if isinstance(text, str):
        return Entry(text)
    if not isinstance(text, Mapping) or not {"text"} <= set(text) <= {"text", "voice"}:
        return None
    if not all(isinstance(one, str) for one in text.values()):
        return None
    return Entry(text["text"], text.get("voice"))


def base_of(phrase: str) -> str:
    """The phrase without its rung: `booking.greet.again2` -> `booking.greet`."""
    return phrase.removesuffix(RUNGS[2]).removesuffix(RUNGS[1])


def is_label(phrase: str) -> bool:
    """Whether it is the label of a button: `chips.yes`, `start.greet.book`."""
    named = phrase.startswith("chips.") or base_of(phrase).count(".") > 1
    return named and not phrase.endswith((HEARD, PART))


def listed(text: str) -> tuple[str, ...]:
    """The words of a list with commas between, in lower case."""
    return tuple(word for one in text.split(",") if (word := " ".join(one.lower().split())))


def is_heard(phrase: str) -> bool:
    """Whether it is never said, and only tells what customers say."""
    return phrase.endswith(HEARD) or phrase.startswith(LEXICON)
