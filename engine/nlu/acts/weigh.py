"""Acts of a message: cues found, weighed by what else was said and by what the state expects."""

from engine.model.understanding import Act, Hearing
from engine.nlu.acts.agreement import agreed, hedged
from engine.nlu.acts.anew import anew
from engine.nlu.acts.approval import approved, facts_beside
from engine.nlu.acts.contradiction import contradicted, outdone
from engine.nlu.acts.courtesy import courteous, quoted
from engine.nlu.acts.cues import Cues, Match
from engine.nlu.acts.declined import declined, dropped
from engine.nlu.acts.doubt import doubted, priced
from engine.nlu.acts.elsewhere import elsewhere, wishes
from engine.nlu.acts.expectation import corrected, expected, forbidden, left_open, unable
from engine.nlu.acts.extent import length
from engine.nlu.acts.free import no_status, whether_free
from engine.nlu.acts.implication import as_before, implied
from engine.nlu.acts.in_mind import gone_on
from engine.nlu.acts.lateness import late
from engine.nlu.acts.offered import offered
from engine.nlu.acts.other_value import other_value, thought_again
from engine.nlu.acts.own import about_us, own_booking, when_it_is
from engine.nlu.acts.polarity import polarity, refused
from engine.nlu.acts.remarks import remarked
from engine.nlu.acts.slipped import slipped
from engine.nlu.acts.told import CERTAIN, DOUBTED, PLAIN, ROUTED, TASKS, TURNING, Told, Weights
from engine.nlu.acts.torn import harmless, settled
from engine.nlu.acts.waiting import waiting
from engine.nlu.acts.wholehearted import kept, looked_at, wholehearted
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.words.classes import CLASSES, CLASSES_ELSEWHERE
from engine.nlu.words.cues import CUES as EVERY
from engine.nlu.words.cues import ELSEWHERE
from engine.nlu.words.elsewhere import FOR_A_VISIT, OF_A_THING
from engine.nlu.words.turns import NOT_BEFORE, STOPS

CUES = Cues(EVERY, CLASSES)
_FAINT = Cues(ELSEWHERE, CLASSES_ELSEWHERE)

_REACH = 3
_ABOUT_US = frozenset({"help", "bot"})
"""To be asked whatever is refused before them: "I don't understand how this works"."""
_NOT_DONE = frozenset({"doesnt", "didnt", "wouldnt"})
"""Refuse what is done, and no time: "Friday doesn't work Saturday does"."""


def weigh(
    message: Message, hearing: Hearing, told: Told, own: Cues | None = None
) -> tuple[Act, ...]:
    """The acts of a message, strongest first.

    Args:
        message: what was said.
        hearing: what the state expects.
        told: what else the message holds.
        own: cues that come with the vocabulary.
    """
    cues = unable(message, hearing, late(message, _cued(message, told, own), told), told)
    forbidden(hearing, cues)
    outdone(cues)
    quoted(message, cues)
    weights = {name: match.cue.confidence for name, match in cues.items()}
    doubted(message, cues, weights, told)
    elsewhere(message, hearing, cues, weights, told)
    remarked(message, cues, weights, told)
    whether_free(message, hearing, cues, weights, told)
    priced(weights, told)
    own_booking(message, hearing, cues, weights)
    no_status(message, hearing, weights, told)
    when_it_is(message, told, weights)
    about_us(message, cues, weights)
    as_before(weights, told)
    sure = _answered(message, cues, weights)
    expected(message, hearing, weights, told)
    contradicted(cues, weights, agreed=sure)
    courteous(message, hearing, cues, weights, told)
    corrected(hearing, weights, told)
    other_value(message, hearing, weights, told)
    thought_again(message, hearing, weights, told)
    implied(message, hearing, cues, weights, told)
    dropped(message, hearing, weights, told)
    anew(message, hearing, weights, told)
    declined(message, hearing, weights, told)
    left_open(hearing, cues, weights, told)
    offered(message, hearing, weights, told)
    kept(message, hearing, weights)
    if not approved(message, hearing, weights, told):
        wholehearted(message, hearing, weights, told, CUES)
    looked_at(message, hearing, weights)
    facts_beside(message, weights)
    settled(message, weights)
    gone_on(message, hearing, weights, told)
    waiting(message, hearing, cues, weights, told)
    _faintly(message, hearing, weights, told)
    return tuple(
        Act(name, weights[name])
        for name in sorted(weights, key=lambda name: (-weights[name], -length(cues, name)))
    )


def _faintly(message: Message, hearing: Hearing, weights: Weights, told: Told) -> None:
    """A wish of another trade, where nobody is told anything surer: what it may be is asked."""
    decided = any(weight >= ROUTED for weight in weights.values())
    ours = told.service and (told.exact or not message.foreign)
    if decided or ours or not hearing.standing.idle:
        return
    if not wishes(message):
        return
    for match in _FAINT.matches(message):
        if not _refused(message, match):
            weights.setdefault(match.cue.act, match.cue.confidence)


def _cued(message: Message, told: Told, own: Cues | None) -> dict[str, Match]:
    """The strongest cue of each act; among equals the longest."""
    best: dict[str, Match] = {}
    calm = harmless(message)
    found = CUES.matches(message)
    found += _without(message, calm) if calm else []
    found += own.matches(message) if own else []
    for match in found:
        name = match.cue.act
        if (name in TASKS - _ABOUT_US and _refused(message, match)) or (
            name == "deny" and match.start in calm
        ):
            continue
        if name == "affirm" and _turned(message, match):
            continue
        if name == "cancel" and slipped(message, match.start, match.end):
            continue
        named = told.exact and match.start in told.services
        if named and (name in TURNING or name == "language"):
            continue  # "oil change", `somo la Kiswahili`
        if name in {"change", "reschedule", "book"} and _noun(message, match.start):
            continue
        known = best.get(name)
        if known is None or _rank(match) > _rank(known):
            best[name] = match
    return best


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


def _refused(message: Message, match: Match) -> bool:
    """Whether "not", "don't", "sitaki" stand right before, or the verb itself refuses."""
    first = message.keys[match.start]
    if negative(first) and first not in match.cue.elements[0].words:
        return True
    for key in reversed(message.keys[max(match.start - _REACH, 0) : match.start]):
        if key in STOPS:
            return False
        if key in NOT_BEFORE or key in _NOT_DONE or negative(key):
            return True
    return False


def _answered(message: Message, cues: dict[str, Match], weights: Weights) -> bool:
    """Settle yes and no; whether the yes is beyond doubt."""
    sure = agreed(message, CUES, cues.get("affirm"))
    judged = polarity(message)
    if judged is not None:
        for name in ("affirm", "deny"):
            weights.pop(name, None)
            cues.pop(name, None)
        weights[judged] = CERTAIN
        weights.pop("repeat", None)  # "what you say is right"
    elif refused(message):
        weights.setdefault("deny", CERTAIN)
    if sure and "deny" not in weights:
        weights["affirm"] = PLAIN
    elif "affirm" in weights and hedged(message):
        weights["affirm"] = DOUBTED
    return sure
