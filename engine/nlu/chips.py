"""The choices on the screen, answered in words: "2", "the second one", "ya pili", a label."""

from dataclasses import dataclass

from engine.model.session import Chip
from engine.model.understanding import Hearing, Vocabulary
from engine.model.value import ANYONE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.torn import unclear
from engine.nlu.mentions.index import LABEL, fold, keys_of
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.when.numbers import cardinal, ordinal, swahili_ordinal
from engine.nlu.words.choices import ARTICLES, BEFORE_ORDINAL, LAST, NUMBER_WORDS, ONES, WAYS
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.turns import NOT_BEFORE

Words = tuple[str, ...]
_SHORT = 6
"""Words of an answer in which a choice may stand."""
PICKED = "picked="
"""Chips of what can be changed: "the time" names the answer, not a value of it."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A chip that was answered; `number`: by a bare number, which may also be an hour."""

    chip: Chip
    number: int | None = None


def picked(message: Message, hearing: Hearing, vocabulary: Vocabulary) -> Picked | None:
    """The one chip that a message stands for."""
    if not hearing.chips or any(key in NOT_BEFORE or negative(key) for key in message.keys):
        return None
    if hearing.kind == "confirm" and unclear(message):
        return None
    return _by_place(message, hearing) or _by_label(message, hearing.chips, vocabulary)


def _by_place(message: Message, hearing: Hearing) -> Picked | None:
    """By its number or its place in the row; a bare number never says yes to a summary."""
    chips = hearing.chips
    bare = message.only(
        t for t in message.tokens if t.key not in FILLERS and (t.word or t.number is not None)
    )
    found = _place(bare, len(chips))
    if found is None or not 0 < found[0] <= len(chips):
        return None
    if found[1] and hearing.kind == "confirm":
        return None
    return Picked(chips[found[0] - 1], found[0] if found[1] else None)


def _place(message: Message, count: int) -> tuple[int, bool] | None:
    """The place that the whole message names, and whether it is only a number."""
    at, keys = 0, message.keys
    if keys[at] in {"the", "that", "hiyo", "hii"}:
        at += 1
    if keys[at] in LAST or keys[at : at + 2] == ("ya", "mwisho"):
        behind = at + (2 if keys[at] == "ya" else 1)
        return (count, False) if _ends(message, behind) else None
    start = at
    while keys[at] in NUMBER_WORDS or keys[at] in BEFORE_ORDINAL:
        at += 1
    named = at > start
    place = ordinal(message, at)
    found = place or (swahili_ordinal(message, at) if named else cardinal(message, at))
    if found is None or not _ends(message, found[1]):
        return None
    return found[0], place is None and not named and at == 0 and len(message) == found[1]


def _ends(message: Message, at: int) -> bool:
    at += 1 if message.keys[at] in ONES else 0
    return at >= len(message)


def _by_label(message: Message, chips: tuple[Chip, ...], vocabulary: Vocabulary) -> Picked | None:
    """By what is written on it, or by words that only it holds."""
    said = [fold(t.key) for t in message.tokens if t.word or t.number is not None]
    bare = tuple(word for word in said if word not in FILLERS and word not in ARTICLES)
    labels = [(chip, _labels(chip, vocabulary)) for chip in chips]
    for words in (tuple(said), bare):
        whole = [chip for chip, names in labels if words in names]
        if len(whole) == 1:
            return Picked(whole[0])
    if within := _within(tuple(said), chips, vocabulary):
        return within
    telling = {w for w in bare if w not in ENGLISH and w not in SWAHILI}
    if not telling:
        return None
    held = [chip for chip, names in labels if any(telling <= set(name) for name in names)]
    return Picked(held[0]) if len(held) == 1 and len(telling) >= len(bare) - 1 else None


def _within(said: Words, chips: tuple[Chip, ...], vocabulary: Vocabulary) -> Picked | None:
    """The choice of a flow's own whose words stand in a short answer: "nitakuja na zangu"."""
    if len(said) > _SHORT:
        return None
    own = [c for c in chips if c.label and "=" in c.value and not c.value.endswith(f"={ANYONE}")]
    held = [c for c in own if any(_stands_in(name, said) for name in _labels(c, vocabulary))]
    return Picked(held[0]) if len(held) == 1 else None


def _stands_in(name: Words, said: Words) -> bool:
    return any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


def _labels(chip: Chip, vocabulary: Vocabulary) -> set[tuple[str, ...]]:
    """Every way to read a chip: names of its value, its label, the common words of a way."""
    texts = list(chip.shows.names.values()) if chip.shows else []
    texts += [chip.label] if chip.label else []
    texts += [w for t in vocabulary if t.type == LABEL and t.value == chip.label for w in t.words]
    name = chip.value.partition(":")[2] or chip.value.removeprefix(PICKED)
    name = "" if "=" in name else name
    texts += [name.replace("_", " "), *WAYS.get(name, ())] if name else []
    return {keys_of(text) for text in texts} - {()}
