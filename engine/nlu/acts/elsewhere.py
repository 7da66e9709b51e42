"""Talk of another trade: what sounds like one of our acts there is none.

Who asks a bank for its rates or a phone for the next song is not asked whether it is our prices or
a booking that they want.
"""

from engine.model.understanding import Hearing
from engine.nlu.acts.cues import FILLERS, Match
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import DOUBTED, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.faint import INQUIRING, SOLD, TO_KNOW, WISHES

_OF_NOTHING = frozenset({"change", "skip", "restart", "back", "affirm", "hours", "help"})
"""Where nothing is under way these need no more than one word of something else to be nothing."""
_NEEDS_OURS = frozenset({"services", "handoff", "greeting", "book"})
"""These begin something there, of which another trade knows nothing."""
_LOOSE = 0.90
"""A wish to book below this is only an offer that sounds like one: "is it available?"."""


def elsewhere(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """Drop acts from talk of other trades, on a thread where nothing is under way."""
    if not hearing.standing.idle or told.exact:
        return
    for name in (_OF_NOTHING | _NEEDS_OURS) & weights.keys() & cues.keys():
        others, unknown = _outside(message, cues[name], told)
        if name == "book" and cues[name].cue.confidence >= _LOOSE:
            continue
        if others or (unknown and _falls(name, cues[name], weights)):
            weights.pop(name)


def _falls(name: str, match: Match, weights: Weights) -> bool:
    """Whether one word that nobody knows is enough: the cue is faint, or doubted already."""
    if name in {"book", "greeting"}:
        return match.cue.confidence <= _LOOSE
    return weights[name] <= DOUBTED and (name in _OF_NOTHING or name == "services")


def _outside(message: Message, match: Match, told: Told) -> tuple[int, int]:
    """How many words of other trades, and how many that nobody knows, the cue leaves over."""
    explained = told.tokens | message.serving
    rest = [
        at
        for at, token in enumerate(message.tokens)
        if token.word
        and at not in explained
        and not match.start <= at < match.end
        and token.key not in FILLERS
    ]
    keys = [message.keys[at] for at in rest]
    others = sum(at in message.foreign for at in rest)
    return others, sum(strange(key) for key in keys)


def wishes(message: Message) -> bool:
    """Whether something may be wished for, of a trade that books, and is not only asked about."""
    said = frozenset(message.keys)
    if said & WISHES:
        return True
    head = next((t.key for t in message.tokens if t.word and t.key not in FILLERS), "")
    if head in INQUIRING or said & TO_KNOW:
        return False
    return not message.foreign or bool(said & SOLD)
