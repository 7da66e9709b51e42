"""The choices on the screen, answered in words: "2", "the second one", "ya pili", a label."""

from collections.abc import Iterable
from dataclasses import dataclass

from engine.model.session import Chip
from engine.model.understanding import INTENTS, Act, Hearing
from engine.model.value import ANYONE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.acts.torn import unclear
from engine.nlu.mentions.index import fold, keys_of
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.when.numbers import cardinal, ordinal, swahili_ordinal
from engine.nlu.words.choices import (
    ARTICLES,
    BEFORE_ORDINAL,
    LAST,
    NUMBER_WORDS,
    ONES,
    PLACED_BY,
)
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.turns import NOT_BEFORE
from engine.nlu.words.yesno import NO, YES

Words = tuple[str, ...]
Labels = list[tuple[Chip, frozenset[Words]]]
_NEVER_NAMES = frozenset({*YES, *NO, "time", "day", "na", "and", "ya", "wa", "with", "for"})
_SHORT = 6
"""Words of an answer in which a choice may stand."""


@dataclass(frozen=True, slots=True)
class Picked:
    """A chip that was answered.

    Attributes:
        number: by a bare number, which may also be an hour.
        part: by a word of what is written on it, among others.
    """

    chip: Chip
    number: int | None = None
    part: bool = False

    def outdone(self, acts: Iterable[Act], sure: float) -> bool:
        """Whether another task was named beside a word of a button: "cancel my booking"."""
        button, own = "=" not in self.chip.value, self.chip.value.partition(":")[2]
        tasks = (act.name for act in acts if act.name in INTENTS and act.confidence >= sure)
        return button and any(name != own for name in tasks)


def picked(message: Message, hearing: Hearing) -> Picked | None:
    """The one chip that a message stands for."""
    if not hearing.chips or (hearing.kind == "confirm" and unclear(message)):
        return None
    if any(key in NOT_BEFORE or negative(key) for key in message.keys):
        return _word_for_word(_said(message), _labels(hearing))  # "never mind", "not well"
    named = _word_for_word(_said(message), _labels(hearing))  # somebody may be called Tatu
    found = named or _by_place(message, hearing) or _by_label(message, hearing)
    return None if found and _agrees_to_move(message, hearing, found.chip) else found


def _agrees_to_move(message: Message, hearing: Hearing, chip: Chip) -> bool:
    """Whether a yes stands before "change" where a move is what is asked: `ndiyo badilisha`."""
    moves = hearing.kind == "confirm" and "reschedule" in hearing.standing.tasks
    return moves and chip.value == "act:change" and message.keys[0] in YES


def _by_place(message: Message, hearing: Hearing) -> Picked | None:
    """By its number or its place in the row; of what stands to be confirmed none has a place."""
    chips = hearing.chips
    found = place(message, len(chips)) if hearing.kind != "confirm" else None
    if found is None or not 0 < found[0] <= len(chips):
        return None
    return Picked(chips[found[0] - 1], found[0] if found[1] else None)


def place(message: Message, count: int) -> tuple[int, bool] | None:
    """The place in a row of `count` that the whole message names, and whether by a bare number."""
    bare = message.only(
        t for t in message.tokens if t.key not in FILLERS and (t.word or t.number is not None)
    )
    return _place(bare, count)


def counted_off(message: Message) -> frozenset[int]:
    """The number of a place, which is no hour where nothing stands there: "number 1"."""
    if PLACED_BY.isdisjoint(message.keys):
        return frozenset()
    return frozenset(
        at
        for at in range(1, len(message))
        if message.keys[at - 1] in PLACED_BY and cardinal(message, at)
    )


def _place(message: Message, count: int) -> tuple[int, bool] | None:
    """The place that the whole message names, and whether it is only a number."""
    at, keys = 0, message.keys
    if keys[at] in {"the", "that", "hiyo", "hii", "huyo", "yule", "ile"}:
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


def _by_label(message: Message, hearing: Hearing) -> Picked | None:
    """By what is written on it, or by words that only it holds."""
    said = _said(message)
    bare = tuple(word for word in said if word not in FILLERS and word not in ARTICLES)
    labels = _labels(hearing)
    whole = _word_for_word(said, labels) or _word_for_word(bare, labels)
    if whole := whole or _within(said, labels):
        return whole
    telling = {w for w in bare if w not in ENGLISH and w not in SWAHILI}
    if not telling:
        return _part_of_one(bare, labels)
    held = [chip for chip, names in labels if any(_tells(telling, name, chip) for name in names)]
    part = len(telling) < len(bare)
    return Picked(held[0], part=part) if len(held) == 1 and len(telling) >= len(bare) - 1 else None


def _part_of_one(bare: Words, labels: Labels) -> Picked | None:
    """The one value whose name a bare common word is part of: "full" of "Full wash"."""
    words = {*bare} - ONES
    held = [chip for chip, names in labels if any(words < {*name} for name in names)]
    alone = len(words) == 1 and len(held) == 1 and not words & _NEVER_NAMES
    return Picked(held[0]) if alone and held[0].shows else None


def _said(message: Message) -> Words:
    return tuple(fold(t.key) for t in message.tokens if t.word or t.number is not None)


def _word_for_word(words: Words, labels: Labels) -> Picked | None:
    """The one chip that is called exactly so."""
    whole = [chip for chip, names in labels if words in names]
    return Picked(whole[0]) if len(whole) == 1 else None


def _tells(telling: set[str], name: Words, chip: Chip) -> bool:
    """Whether words point at a chip: some of what a value is named, all that a button says."""
    said = {word for word in name if word not in ENGLISH and word not in SWAHILI}
    return telling <= {*name} and (chip.label is None or said <= telling)


def _within(said: Words, labels: Labels) -> Picked | None:
    """The choice of a flow's own whose words stand in a short answer: "nitakuja na zangu"."""
    if len(said) > _SHORT:
        return None
    own = [(c, n) for c, n in labels if c.label and "=" in c.value and not _leaves_open(c)]
    held = [chip for chip, names in own if any(_stands_in(name, said) for name in names)]
    return Picked(held[0]) if len(held) == 1 else None


def _stands_in(name: Words, said: Words) -> bool:
    return any(said[at : at + len(name)] == name for at in range(len(said) - len(name) + 1))


def _leaves_open(chip: Chip) -> bool:
    return chip.value.endswith(f"={ANYONE}")


def _labels(hearing: Hearing) -> Labels:
    """Every way to read each chip: the names of its value, and what it is called."""
    none: Words = ()
    called = (*hearing.called, *(none for _ in hearing.chips))
    return [(chip, _names(chip, words)) for chip, words in zip(hearing.chips, called, strict=False)]


def _names(chip: Chip, called: Words) -> frozenset[Words]:
    texts = (*(chip.shows.names.values() if chip.shows else ()), *called)
    return frozenset(keys_of(text) for text in texts) - {()}
