"""Whether a message agrees: a plain yes, a first sentence that only agrees, a judgement."""

from engine.nlu.acts.cues import Cues, Match
from engine.nlu.acts.polarity import polarity
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import AGREED, PLAIN, TURNING
from engine.nlu.tokens import Message
from engine.nlu.words.approving import CURIOUS, ME
from engine.nlu.words.turns import CLAUSE_ENDS, HEDGES
from engine.nlu.words.yesno import HEARD, YES

_ASKED = 2
"""Words of a question that is more than "right?"."""
_STOPS = frozenset({".", "!"})
IFS = frozenset({"if", "kama"})


def agreed(message: Message, cues: Cues, known: Match | None) -> bool:
    """Whether a message agrees without a doubt: "Yes", "That's right. Where is it?".

    Args:
        message: what was said.
        cues: every cue there is.
        known: the strongest cue of a yes in the whole message.
    """
    if hedged(message):
        return False
    if (known is not None and known.cue.confidence >= PLAIN) or _ends_in_yes(message):
        return True
    end = next((at for at, key in enumerate(message.keys) if key in CLAUSE_ENDS), len(message))
    if not 0 < end < len(message):
        return False
    stop = message.keys[end] in _STOPS
    return _agrees(message.only(message.tokens[: end + stop]), cues)


def hedged(message: Message) -> bool:
    """Whether a yes comes with a but, an if, a wait or a doubt."""
    doubts = any(message.keys[at : at + 2] == ("not", "sure") for at in range(len(message)))
    return (
        doubts
        or _only_heard(message)
        or any(key in HEDGES and not _curious(message, at) for at, key in enumerate(message.keys))
    )


def _ends_in_yes(message: Message) -> bool:
    """Whether a yes closes what is no question: "good idea, yes"."""
    keys = message.keys[: len(message)]
    while keys[-1:] and keys[-1] in _STOPS:
        keys = keys[:-1]
    ends = [at for at, key in enumerate(keys) if key in CLAUSE_ENDS]
    behind = keys[ends[-1] + 1 :] if ends else ()
    return bool(behind) and "?" not in keys and all(key in YES for key in behind)


def _only_heard(message: Message) -> bool:
    """Whether an "ok" only took in what was said before, and more is asked: "ok. who does it?"."""
    keys = message.keys[: len(message)]
    end = next((at for at, key in enumerate(keys) if key in CLAUSE_ENDS), len(keys))
    behind = [key for key in keys[end:] if key.isalpha()]
    if keys[-1:] != ("?",) or len(behind) < _ASKED or YES & {*keys}:
        return False
    return all(key in HEARD for key in keys[:end])


def _curious(message: Message, at: int) -> bool:
    """Whether an "if" only asks: "I also want to know if ..."; not "let me know if ..."."""
    known = at > 0 and message.keys[at] in IFS and message.keys[at - 1] in CURIOUS
    return known and message.keys[at - 2] not in ME


def _agrees(clause: Message, cues: Cues) -> bool:
    """Whether a first sentence says nothing but yes."""
    if any(strange(token.key) for token in clause.tokens):
        return False
    found = {match.cue.act: match for match in cues.matches(clause)}
    if found.keys() & (TURNING | {"deny"}):
        return False
    judged, strong = polarity(clause), found.get("affirm")
    if judged is not None:
        return judged == "affirm"
    return strong is not None and strong.cue.confidence >= AGREED
