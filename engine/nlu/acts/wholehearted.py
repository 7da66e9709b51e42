"""A yes that nothing beside it takes back: what books, pays, moves or cancels rests on it.

Patterns of a yes may begin many sentences: "confirm that it is 1000", "sure, some other time". So
where a yes cannot be undone every word is accounted for; what is not makes it a doubt, asked again.
"""

from itertools import pairwise

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import FILLERS, Cues, Match
from engine.nlu.acts.needless import spared
from engine.nlu.acts.told import DOUBTED, ROUTED, Told, Weights
from engine.nlu.acts.torn import harmless
from engine.nlu.acts.unsaid import unsaid
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative, stem
from engine.nlu.words.approving import APPROVE, AROUND, ASKS, CURIOUS, FACTS, ME
from engine.nlu.words.assent import BESIDE, DISAGREES, DISPUTES, TURNS, UNTRUE
from engine.nlu.words.party import COMPANIONS
from engine.nlu.words.turns import HEDGES, NOT_BEFORE
from engine.nlu.words.wholehearted import (
    AMONG,
    CHECKS,
    FIELDS,
    FOR,
    KEPT,
    LIGHT,
    LISTS,
    MAY,
    NONE,
    OFF,
    REMOVES,
    TAKES,
    YOU,
)
from engine.nlu.words.yesno import HEARD, NO, TAGS, WITHOUT, YES

_CONFIRM = "confirm"
_WHY_NOT = ["why", "not"]
_STOPS = frozenset({".", "!"})
_EXPLAINED_BY = frozenset({"affirm", "thanks", "greeting", "goodbye", "book"})
"""Acts that go with a yes."""
_TURNED = UNTRUE | DISPUTES | (DISAGREES - NO)
"""Behind a "not" these agree: "not wrong", "hakuna shaka"."""
_KNOWN = YES | HEARD | APPROVE | AROUND | FILLERS | LIGHT | BESIDE


def kept(message: Message, hearing: Hearing, weights: Weights) -> None:
    """Asked whether to cancel, "fine, keep it" is a no, and `sawa ondoa` a yes."""
    if not (_final(hearing) and "cancel" in hearing.standing.tasks):
        return
    if KEPT & {*message.keys}:
        weights.pop("affirm", None)
        weights["deny"] = max(weights.get("deny", 0.0), ROUTED)
    elif _removes(message, hearing):
        weights["affirm"] = max(weights.get("affirm", 0.0), ROUTED)
        for name in weights.keys() - _EXPLAINED_BY:
            weights.pop(name)


def _removes(message: Message, hearing: Hearing) -> bool:
    """Asked whether to cancel, whether it is only said once more: "ok remove it", `ondoa tu`."""
    if "cancel" not in hearing.standing.tasks or {"?", *NOT_BEFORE, *NO} & {*message.keys}:
        return False
    off = TAKES | OFF | LISTS if all({*message.keys} & both for both in (TAKES, OFF)) else set()
    said = {at for at, key in enumerate(message.keys) if key in REMOVES | off}
    rest = (at for at in range(len(message)) if at not in said)
    return bool(said) and all(_says_nothing(message, at) for at in rest)


def wholehearted(
    message: Message, hearing: Hearing, weights: Weights, told: Told, cues: Cues
) -> None:
    """Doubt a yes to what cannot be undone where words beside it are not accounted for."""
    if weights.get("affirm", 0.0) < ROUTED or not _final(hearing):
        return
    yes = _before_a_fact(message)
    if _removes(message, hearing):
        return
    if _asks(yes) or not _accounted(yes, hearing, told, cues.matches(yes)):
        weights["affirm"] = DOUBTED


def looked_at(message: Message, hearing: Hearing, weights: Weights) -> None:
    """Doubt a yes, however it was said, that is first to be looked at, another's or unsaid."""
    if weights.get("affirm", 0.0) < ROUTED or hearing.kind != _CONFIRM:
        return
    another = any(_for_another(message, at) for at in range(len(message)))
    if unsaid(message) or (_final(hearing) and (another or _checks(message))):
        weights["affirm"] = DOUBTED


def _final(hearing: Hearing) -> bool:
    """Whether a yes books, moves or cancels.

    An offer that is taken is shown before its own yes; trying again asks for what was agreed to.
    """
    here = hearing.standing
    return hearing.kind == _CONFIRM and not here.offers and not here.once_more


def _before_a_fact(message: Message) -> Message:
    """The first sentence, where only a fact about the place is asked for behind it."""
    end = next((at for at, key in enumerate(message.keys) if key in _STOPS), len(message))
    rest = message.keys[end + 1 : len(message)]
    fact = rest[:1] and rest[0] in ASKS and FACTS & {*rest} and not HEDGES & {*rest}
    fact = fact or (CURIOUS & {*rest} and not ME & {*rest})
    return message.only(message.tokens[: end + 1]) if fact else message


def _asks(message: Message) -> bool:
    """Whether it is a question, and none that wants it done: "could you book it, please?"."""
    keys = [key for key in message.keys if key not in FILLERS]
    if "?" not in keys:
        return False
    wishes = keys[0] in MAY and keys[1] in YOU
    return not wishes and not (YES | TAGS) & {*keys} and keys[:2] != _WHY_NOT


def _checks(message: Message) -> bool:
    """Whether one thing of what is shown is to be looked at first: "confirm the time"."""
    keys = message.keys[: len(message)]
    words = [key for key in keys if key not in AMONG and key not in FILLERS]
    return any(one in CHECKS and then in FIELDS for one, then in pairwise(words))


def _for_another(message: Message, at: int) -> bool:
    """Whether a word by which people are addressed says for whom it is: "for my sister"."""
    before = message.keys[max(at - 2, 0) : at]
    meant = before[-1:] and (before[-1] in FOR or (before[0] in FOR and before[-1] in AMONG))
    return bool(meant) and message.keys[at] in COMPANIONS


def _accounted(message: Message, hearing: Hearing, told: Told, found: list[Match]) -> bool:
    known = harmless(message) | spared(message) | (told.tokens if told.values else frozenset())
    goes_with = _EXPLAINED_BY | hearing.standing.tasks
    goes_with |= {"change"} if "reschedule" in goes_with else set()
    for match in found:
        if match.cue.act in goes_with:
            known |= _meant(message, match)
    return all(at in known or _says_nothing(message, at) for at in range(len(message)))


def _says_nothing(message: Message, at: int) -> bool:
    """Whether a token changes nothing of a yes: a mark, a known word, "no changes", "not wrong"."""
    token, keys = message.tokens[at], message.keys
    if not (token.word or token.number is not None) or token.key in _KNOWN:
        return True
    pair, led = keys[at : at + 2], keys[max(at - 1, 0) : at + 1]
    return any(
        (both[0] in NO | NONE and both[-1] in WITHOUT) or (both[0] in TURNS and both[-1] in _TURNED)
        for both in (pair, led)
    )


def _meant(message: Message, match: Match) -> set[int]:
    """The tokens that the pattern names: not what fills its gaps, nor a verb that refuses."""
    words = {word for element in match.cue.elements for word in element.words}
    stems = {name for element in match.cue.elements for name in element.stems}
    span, keys = range(match.start, match.end), message.keys
    bent = {at for at in span if stem(keys[at]) in stems and not negative(keys[at])}
    return bent | {at for at in span if keys[at] in words}
