"""A yes and a no in one breath, and a yes that only asks: neither is an answer."""

from enum import Enum

from engine.nlu.acts.assent import refuses
from engine.nlu.acts.cues import FILLERS, Cues, closes
from engine.nlu.acts.needless import needless
from engine.nlu.acts.told import CERTAIN, DOUBTED, TORN, Weights
from engine.nlu.phrases import longest, table
from engine.nlu.said.table import rows
from engine.nlu.tokens import Message
from engine.nlu.verbs import negative
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.cues import ANSWERS
from engine.nlu.words.yesno import (
    CORRECTING,
    FAINT,
    FIRM,
    NO,
    NO_AT_THE_END,
    NO_HARM,
    TAGS,
    THANKS,
    WITHOUT,
    YES,
)

_CUES = Cues([cue for cue in ANSWERS if cue[0] in {"affirm", "deny"}], CLASSES)
_FORBIDDEN = Cues([*rows("both/forbidden"), *rows("both/declined")], CLASSES)
_HARMLESS = table(NO_HARM)
_TAGS = YES | NO | FAINT | TAGS | FILLERS | FIRM
_STRONG = 0.95
_EITHER = frozenset({"book", "stop"})
"""What the yes or the no of both may be heard as."""
_TWO = 2


class Both(Enum):
    """What a yes and a no beside each other come to."""

    NEITHER = "neither"
    NO = "no"
    """The no is the later word, and corrects the yes or thanks."""


def harmless(message: Message) -> frozenset[int]:
    """Tokens of "no problem", "hapana shida" and the like, in which nothing is turned down."""
    found: set[int] = set()
    for at in range(len(message)):
        found |= set(range(at, at + len(longest(message, at, _HARMLESS) or ())))
    return frozenset(found)


def both(message: Message) -> Both | None:
    """What is left where a yes and a no were said; None where at most one was.

    A yes never wins over a no: what it would agree to may cost money.
    """
    calm = harmless(message)
    noes = [at for at in range(len(message)) if at not in calm and _no(message, at)]
    yeses = [at for at, key in enumerate(message.keys[: len(message)]) if key in YES]
    if not noes:
        return Both.NEITHER if yeses and _turned_down(message, yeses, calm) else None
    if not yeses and refuses(message):
        return None  # "it is definitely a no"
    thanked = any(message.keys[at + 1] in THANKS for at in noes)
    if not yeses and (thanked or not _agreed(message, noes)):
        return Both.NO if _plain(message, noes, thanked=thanked) else None
    between = message.keys[max(yeses, default=0) : min(noes)]
    return Both.NO if CORRECTING & set(between) and "?" not in message.keys else Both.NEITHER


def asks(message: Message) -> bool:
    """Whether nothing but a yes or no stands before a question mark: "yes?", "confirm?"."""
    keys = message.keys[: len(message)]
    if "?" not in keys or keys[0] == "why" or not closes(message, keys.index("?")):
        return False
    return any(_only_tags(message, match.end) for match in _CUES.matches(message))


def _only_tags(message: Message, start: int) -> bool:
    """Whether from `start` on there are only marks and words that ask for a yes."""
    return all((not t.word and t.number is None) or t.key in _TAGS for t in message.tokens[start:])


def unclear(message: Message) -> bool:
    """Whether the message must not be taken for a yes, whatever else speaks for one."""
    return both(message) is not None or asks(message)


def _no(message: Message, at: int) -> bool:
    """A no that answers: not "no changes", not "number 2", not "not no"."""
    key, behind = message.keys[at], message.keys[at + 1]
    if at and message.keys[at - 1] in {"not", "sio", "si", "siyo"}:
        return False
    if key in NO_AT_THE_END:
        return at > 0 and closes(message, at + 1)
    unneeded = needless(message, at)
    if unneeded is not None:
        return unneeded
    return key in NO and behind not in WITHOUT and message.number(at + 1) is None


def _agreed(message: Message, noes: list[int]) -> bool:
    """Whether what is left without the no agrees: "go ahead, no", "hapana, sawa"."""
    rest = message.only(
        t for at, t in enumerate(message.tokens) if at not in noes and t.key not in FIRM
    )
    return any(m.cue.act == "affirm" and m.cue.confidence >= _STRONG for m in _CUES.matches(rest))


def _turned_down(message: Message, yeses: list[int], calm: frozenset[int]) -> bool:
    """Whether what is left without the yes refuses: "yes, not now", `ndio usibook`."""
    if any(negative(key) for key in message.keys[: len(message)]):
        return True
    rest = message.only(
        t for at, t in enumerate(message.tokens) if at not in yeses and at not in calm
    )
    refused = (m.cue.act == "deny" and m.end - m.start >= _TWO for m in _CUES.matches(rest))
    return any(refused) or bool(_FORBIDDEN.matches(rest))


def _plain(message: Message, noes: list[int], *, thanked: bool) -> bool:
    """Whether nothing but small words stands around "no thanks" or "definitely no"."""
    if not (thanked or FIRM & set(message.keys)) or "?" in message.keys:
        return False
    around = FIRM | FILLERS | THANKS | (FAINT if thanked else frozenset())
    return all(at in noes or not t.word or t.key in around for at, t in enumerate(message.tokens))


def settled(message: Message, weights: Weights) -> None:
    """Make acts of a yes and a no beside each other, and of one that only asks."""
    if not weights.keys() & {"affirm", "deny"}:
        return
    found = both(message)
    if found is Both.NEITHER:
        weights |= {"affirm": TORN, "deny": TORN}
        weights |= dict.fromkeys(_EITHER & weights.keys(), DOUBTED)
    elif found is Both.NO:
        weights.pop("affirm", None)
        weights["deny"] = CERTAIN
    elif asks(message):
        weights |= {n: min(weights[n], DOUBTED) for n in {"affirm", "deny"} & weights.keys()}
