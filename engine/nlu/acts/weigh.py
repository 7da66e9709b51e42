"""Acts of a message: cues found, weighed by what else was said and by what the state expects."""

from dataclasses import dataclass

from engine.model.understanding import Act, Hearing
from engine.nlu.acts.cues import Cues, Match
from engine.nlu.acts.polarity import polarity
from engine.nlu.acts.strange import strange
from engine.nlu.phrases import holds, table
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.words import acts_en, acts_sw, answers_en
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.states import CANCELLING, IDLE, PAYING, RETRY, SETTING_UP
from engine.nlu.words.turns import CLAUSE_ENDS, NOT_BEFORE, STOPS

CUES = Cues((*acts_en.CUES, *answers_en.CUES, *acts_sw.CUES), CLASSES)

DOUBTED = 0.60
"""An act that something else in the message speaks against: never decides the road."""
BESIDE_VALUES = 0.80
"""A correction that names the new value: the value itself does the work."""
IMPLIED = 0.90
ROUTED = 0.86
CERTAIN = 0.95
AGREED = 0.97
PLAIN = 0.98
"""A yes that nothing else can mean."""

_RETRY = table(RETRY)

_REACH = 3
_TASKS = frozenset({"book", "cancel", "reschedule", "services", "hours", "other"})
_COURTESIES = frozenset({"greeting", "thanks"})
_AGAINST_YES = frozenset(
    {
        "cancel",
        "stop",
        "deny",
        "change",
        "handoff",
        "reschedule",
        "restart",
        "back",
        "repeat",
        "services",
        "hours",
        "other",
    }
)
_INQUIRIES = frozenset({"services", "hours", "other"})
"""A clear yes may come with a question; only a half-hearted one is doubted for it."""
_AGAINST_NO = frozenset(
    {"change", "reschedule", "restart", "back", "handoff", "repeat", "language", "book", "opt_out"}
) | {"stop", "cancel"}
_ANSWERS = ("affirm", "deny")
_EASILY_MISTAKEN = {
    "change": 1, "skip": 1, "affirm": 1, "restart": 1, "back": 1, "hours": 1, "stop": 2,
    "services": 1, "other": 2, "greeting": 3,
}  # fmt: skip
"""How many unexplained words make an act doubtful."""


@dataclass(frozen=True, slots=True)
class Told:
    """What else the message holds: values, a service, only refusals of values."""

    values: bool = False
    service: bool = False
    person_and_time: bool = False
    only_refused: bool = False
    tokens: frozenset[int] = frozenset()
    """Tokens that the values explain."""


Weights = dict[str, float]


def weigh(message: Message, hearing: Hearing, told: Told) -> tuple[Act, ...]:
    """The acts of a message, strongest first."""
    cues = _cued(message)
    weights = {name: match.cue.confidence for name, match in cues.items()}
    agreed = _agreed(message, cues)
    _judged(message, cues, weights)
    _doubted(message, cues, weights, told)
    if agreed and "deny" not in weights:
        weights["affirm"] = PLAIN
    _expected(message, hearing, weights)
    _contradicted(cues, weights, told, agreed=agreed)
    _corrected(hearing, weights, told)
    _implied(hearing, weights, told)
    return tuple(
        Act(name, weights[name])
        for name in sorted(weights, key=lambda name: (-weights[name], -_length(cues, name)))
    )


def _cued(message: Message) -> dict[str, Match]:
    """The strongest cue of each act; among equals the longest."""
    best: dict[str, Match] = {}
    for match in CUES.matches(message):
        name = match.cue.act
        if name in _TASKS and _refused(message, match):
            continue
        known = best.get(name)
        if known is None or _rank(match) > _rank(known):
            best[name] = match
    return best


def _rank(match: Match) -> tuple[float, int]:
    return match.cue.confidence, match.end - match.start


def _length(cues: dict[str, Match], name: str) -> int:
    return cues[name].end - cues[name].start if name in cues else 0


def _refused(message: Message, match: Match) -> bool:
    """Whether "not", "don't", "sitaki" stand right before, or the verb itself refuses."""
    first = message.keys[match.start]
    if negative(first) and first not in match.cue.elements[0].words:
        return True
    for key in reversed(message.keys[max(match.start - _REACH, 0) : match.start]):
        if key in STOPS:
            return False
        if key in NOT_BEFORE or negative(key):
            return True
    return False


def _judged(message: Message, cues: dict[str, Match], weights: Weights) -> None:
    """A judgement decides between yes and no by counting what turns it round."""
    found = polarity(message)
    if found is None:
        return
    for name in _ANSWERS:
        weights.pop(name, None)
        cues.pop(name, None)
    weights[found] = CERTAIN


def _doubted(message: Message, cues: dict[str, Match], weights: Weights, told: Told) -> None:
    """Words that nothing explains make some acts doubtful: "change my oil", "skip this song"."""
    for name in _EASILY_MISTAKEN.keys() & cues.keys():
        match = cues[name]
        if match.cue.confidence >= PLAIN:
            continue
        outside = [
            token.key
            for at, token in enumerate(message.tokens)
            if token.word and not match.start <= at < match.end and at not in told.tokens
        ]
        if sum(strange(key) for key in outside) >= _EASILY_MISTAKEN[name]:
            weights[name] = DOUBTED


def _expected(message: Message, hearing: Hearing, weights: Weights) -> None:
    """What the state makes of words: "try again" at a declined payment, "cancel it" when asked."""
    if hearing.kind == "confirm":
        if PAYING in hearing.state and holds(message, _RETRY):
            weights["affirm"] = CERTAIN
            weights.pop("repeat", None)
        if CANCELLING in hearing.state and "cancel" in weights and "deny" not in weights:
            weights["affirm"] = max(weights.pop("cancel"), weights.get("affirm", 0.0))
        if weights.keys() == {"book"} and len(message) == 1:
            weights["affirm"] = weights.pop("book")
    if hearing.state not in IDLE and SETTING_UP not in hearing.state and "reschedule" in weights:
        weights["change"] = max(weights.pop("reschedule"), weights.get("change", 0.0))


def _agreed(message: Message, cues: dict[str, Match]) -> bool:
    """A plain yes, or a first sentence that only agrees: "That's right. Where is it?"."""
    known = cues.get("affirm")
    if known is not None and known.cue.confidence >= PLAIN:
        return True
    end = next((at for at, key in enumerate(message.keys) if key in CLAUSE_ENDS), len(message))
    if not 0 < end < len(message):
        return False
    first = message.only(message.tokens[:end])
    if any(strange(token.key) for token in first.tokens):
        return False
    found = {match.cue.act: match for match in CUES.matches(first)}
    strong = found.get("affirm")
    judged = polarity(first)
    agrees = judged == "affirm" or (
        judged is None and strong is not None and strong.cue.confidence >= AGREED
    )
    return agrees and not found.keys() & (_AGAINST_YES - _INQUIRIES)


def _contradicted(cues: dict[str, Match], weights: Weights, told: Told, *, agreed: bool) -> None:
    """Of two acts that exclude each other the safe one stands."""
    if weights.keys() >= set(_ANSWERS) and cues.keys() >= set(_ANSWERS):
        weights.pop(min(reversed(_ANSWERS), key=lambda name: _length(cues, name)))
    if "book" in weights:
        weights.pop("repeat", None)
        if weights.keys() & {"cancel", "reschedule"}:
            weights["book"] = DOUBTED
    against = _AGAINST_YES - _INQUIRIES if agreed else _AGAINST_YES
    if "affirm" in weights and weights.keys() & against:
        weights["affirm"] = DOUBTED
    if "deny" in weights and weights.keys() & _AGAINST_NO:
        weights["deny"] = DOUBTED
    _courteous(weights, told)


def _courteous(weights: Weights, told: Told) -> None:
    """A greeting or thanks beside a task is only its tone."""
    beside = told.values or weights.keys() - _COURTESIES
    for courtesy in _COURTESIES & weights.keys():
        if beside:
            weights[courtesy] = DOUBTED
    if weights.keys() >= _COURTESIES:
        weights["greeting"] = DOUBTED


def _corrected(hearing: Hearing, weights: Weights, told: Told) -> None:
    """A change beside its new value, and a value that was only turned down."""
    if told.values and "change" in weights:
        weights["change"] = BESIDE_VALUES
    if told.only_refused and hearing.kind == "confirm" and hearing.state.endswith("CONFIRM"):
        weights["change"] = max(weights.get("change", 0.0), ROUTED)
        if "deny" in weights:
            weights["deny"] = DOUBTED


def _implied(hearing: Hearing, weights: Weights, told: Told) -> None:
    """A service, or a person and a time, named on a fresh thread: a booking is wanted."""
    if hearing.state not in IDLE or any(weights.get(name, 0) >= ROUTED for name in _TASKS):
        return
    if told.service:
        weights["book"] = IMPLIED
    elif told.person_and_time:
        weights["book"] = ROUTED
