"""The cues of a message: of each act the strongest, where nothing in its place refuses it."""

from engine.nlu.acts.cues import Cues, Match
from engine.nlu.acts.needless import needless
from engine.nlu.acts.slipped import slipped
from engine.nlu.acts.supposed import supposed
from engine.nlu.acts.told import TASKS, TURNING, Told
from engine.nlu.acts.torn import harmless
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.cues import CUES as EVERY
from engine.nlu.words.elsewhere import FOR_A_VISIT, OF_A_THING
from engine.nlu.words.needless import NEED
from engine.nlu.words.turns import NOT_BEFORE, STOPS

CUES = Cues(EVERY, CLASSES)

_REACH = 3
_ABOUT_US = frozenset({"help", "bot"})
"""To be asked whatever is refused before them: "I don't understand how this works"."""
_NOT_DONE = frozenset({"doesnt", "didnt", "wouldnt"})
"""Refuse what is done, and no time: "Friday doesn't work Saturday does"."""
_NOUNS = frozenset({"change", "reschedule", "book"})
"""Acts whose verb is a thing as well: "an oil change", "a good book"."""


def found(message: Message, told: Told, own: Cues | None) -> dict[str, Match]:
    """The strongest cue of each act; among equals the longest.

    Args:
        message: what was said.
        told: what else the message holds.
        own: cues that come with the vocabulary.
    """
    best: dict[str, Match] = {}
    calm = harmless(message)
    for match in _all(message, calm, own):
        name = match.cue.act
        if _void(message, match, calm) or _of_a_service(message, match, told):
            continue
        known = best.get(name)
        if known is None or _rank(match) > _rank(known):
            best[name] = match
    return best


def _all(message: Message, calm: frozenset[int], own: Cues | None) -> list[Match]:
    matches = CUES.matches(message)
    matches += _without(message, calm) if calm else []
    return matches + (own.matches(message) if own else [])


def _void(message: Message, match: Match, calm: frozenset[int]) -> bool:
    """Whether the words around a cue make nothing of it."""
    name = match.cue.act
    if name in TASKS - _ABOUT_US and is_refused(message, match):
        return True
    if name == "deny":
        return match.start in calm
    if name == "affirm":
        return _turned(message, match)
    if name != "cancel":
        return False
    return slipped(message, match.start, match.end) or supposed(message, match.start, match.end)


def _of_a_service(message: Message, match: Match, told: Told) -> bool:
    """Whether it is the name of a service, or a thing: "oil change", `somo la Kiswahili`."""
    name = match.cue.act
    named = told.exact and match.start in told.services
    if named and (name in TURNING or name == "language"):
        return True
    return name in _NOUNS and _noun(message, match.start)


def _noun(message: Message, at: int) -> bool:
    """Whether what sounds like a verb is a thing here: "an oil change", "a good book to read"."""
    key, before = message.keys[at], message.keys[at - 1] if at else ""
    if key == "book":
        return before in OF_A_THING and message.keys[at + 1] not in FOR_A_VISIT
    return key == "change" and (at - 1 in message.foreign or before == "an")


def _without(message: Message, calm: frozenset[int]) -> list[Match]:
    """What is cued when "no problem" is passed over; "sorry, no idea" does not ask again."""
    return [one for one in CUES.matches(message.without(calm)) if one.cue.act != "repeat"]


def _turned(message: Message, match: Match) -> bool:
    """Whether a "not" stands in the gap of a yes: "I do not agree"."""
    said = message.keys[match.start : match.end]
    meant = {word for element in match.cue.elements for word in element.words}
    return any(key in NOT_BEFORE and key not in meant for key in said)


def _rank(match: Match) -> tuple[float, int]:
    return match.cue.confidence, match.end - match.start


def is_refused(message: Message, match: Match) -> bool:
    """Whether "not", "don't", "sitaki" stand right before, or the verb itself refuses."""
    first = message.keys[match.start]
    if negative(first) and first not in match.cue.elements[0].words:
        return True
    if NEED & {*message.keys} and _needless(message, match):
        return True  # "no need for a booking"
    for key in reversed(message.keys[max(match.start - _REACH, 0) : match.start]):
        if key in STOPS:
            return False
        if key in NOT_BEFORE or key in _NOT_DONE or negative(key):
            return True
    return False


def _needless(message: Message, match: Match) -> bool:
    return any(needless(message, at) for at in range(max(match.start - _REACH, 0), match.end))
