"""The customer's own name: "my name is Wanjiru", "naitwa Otieno", or the bare answer."""

from engine.nlu.phrases import Table, longest, table
from engine.nlu.tokens import Message
from engine.nlu.words.common import ENGLISH, SWAHILI
from engine.nlu.words.people import ANYBODYS, NAME_FRAMES, OWN_NAME, SELF_FRAMES, SURE_FRAMES

_FRAMES = table(NAME_FRAMES)
_SURE = table(SURE_FRAMES)
_SELF = table(SURE_FRAMES | SELF_FRAMES)

TOLD = 0.95
ANSWERED = 0.92
UNSURE = 0.60
_MOST_WORDS = 4
_BEFORE = frozenset({"hi", "hello", "hey", "habari", "hujambo", "mambo", "sasa", ",", ".", "!"})
_MARKS = frozenset({".", ",", "!"})
_JOINTS = frozenset({"-", ".", "'"})


def name(message: Message, taken: frozenset[int], *, asked: bool) -> tuple[str, float] | None:
    """A name that was told, and how surely it is one."""
    for at in range(len(message)):
        frame = _framed(message, at, _FRAMES if asked else _SURE)
        found = _words(message, at + len(frame), taken) if frame else None
        if found:
            return found, TOLD if frame in SURE_FRAMES else ANSWERED
    if not asked:
        return _called(message)
    found = _words(message, 0, taken)
    rest = found is not None and _length(found) < sum(t.word for t in message.tokens)
    return (found, UNSURE if rest else ANSWERED) if found else None


def _framed(message: Message, at: int, frames: Table) -> tuple[str, ...] | None:
    """Words that lead to the customer's own name: not those of "the barber's name is"."""
    frame = longest(message, at, frames)
    return None if frame and at and _of_another(message, at - 1) else frame


def _of_another(message: Message, at: int) -> bool:
    """Whether the word before "name is" makes it the name of somebody or something else."""
    if message.keys[at + 1] != "name":
        return False
    return message.tokens[at].word and message.keys[at] not in OWN_NAME


def _called(message: Message) -> tuple[str, float] | None:
    """A name that is all that was said: "I am Mary"; without its capital it may be any word."""
    start = next((at for at in range(len(message)) if message.keys[at] not in _BEFORE), 0)
    frame = longest(message, start, _SELF)
    at = start + len(frame or ())
    found = _words(message, at, frozenset()) if frame else None
    rest = message.keys[at + _length(found) : len(message)] if found else ("",)
    if found is None or any(key not in _MARKS for key in rest):
        return None
    return (found, ANSWERED) if message.text[message.tokens[at].start].isupper() else None


def introduced(message: Message) -> frozenset[int]:
    """The tokens of a name by which the customers call themselves: nobody of the team is meant.

    Behind "the name is" it may be anybody's: two words of it are for the team's names to know.
    """
    told = set[int]()
    for at in range(len(message)):
        frame = _framed(message, at, _SELF)
        name = _words(message, at + len(frame), frozenset()) if frame else None
        if frame and name and not (frame in ANYBODYS and _length(name) > 1):
            start = at + len(frame)
            told |= set(range(start, start + _length(name)))
    return frozenset(told)


def _words(message: Message, at: int, taken: frozenset[int]) -> str | None:
    """Up to four words in a row that are no common words."""
    start, words = at, 0
    while at < len(message) and words < _MOST_WORDS:
        token = message.tokens[at]
        joint = token.key in _JOINTS and words and message.glued(at)
        common = token.key in ENGLISH or token.key in SWAHILI or at in taken
        if not joint and (not token.word or common):
            break
        words += token.word
        at += 1
    while at > start and not message.tokens[at - 1].word:
        at -= 1
    found = message.words(start, at).strip("'\"")
    return (found.title() if found.islower() or found.isupper() else found) or None


def _length(text: str) -> int:
    return len(text.split())
