"""Sentences made of nothing but agreeing or not: "I would have to say yes", "it's a firm no"."""

from collections.abc import Iterator, Sequence

from engine.nlu.acts.clauses import CLAUSE
from engine.nlu.acts.cues import FILLERS
from engine.nlu.tokens import Message
from engine.nlu.words.assent import (
    AGREES,
    CARRIED,
    COUNTED,
    DISAGREES,
    DISPUTES,
    FIRM,
    LESS,
    LIGHT,
    MORE,
    OPENING,
    SURE,
    TRUE,
    TURNS,
    UNTRUE,
)
from engine.nlu.words.judging import ABOUT, ASKING, MAYBE
from engine.nlu.words.yesno import NO

_LONGEST = 18
_LEAST = 2
"""A single word is a cue of its own, unless it judges."""
_MARKS = CLAUSE - {"?"} | {"", '"', "-", "\u2013", "\u2014", "\u201c", "\u201d"}
_POINTING = frozenset({"that", "this"})
_TOLD = frozenset({"you", "i", "u", "we", "unachosema", "ulichosema"})
"""Behind "what" they make no question of it: "what you said is true"."""
_JUDGED = TRUE | UNTRUE
_DECIDES = AGREES | DISAGREES | SURE | DISPUTES | _JUDGED
_NONE = DISPUTES | {"truth"}
"""Behind "no" there is none of it: "no doubt", "no truth in that"."""
_PLAIN = _DECIDES | CARRIED | FILLERS | MORE | COUNTED | _MARKS


def assent(message: Message) -> str | None:
    """`affirm` or `deny` where the whole message does only that; None where it says more or asks.

    Nothing is passed over: a word that is in no table may be what is wanted.
    """
    signs = _of(message)
    if not signs:
        return None
    return "deny" if -1 in signs else "affirm"  # a yes of both would be half of what was said


def refuses(message: Message) -> bool:
    """Whether the whole message refuses, and no word of it agrees."""
    return _of(message) == {-1}


def _of(message: Message) -> frozenset[int]:
    """What the words of the message come to: 1 agrees, -1 does not; nothing: it says more."""
    if not 0 < len(message) <= _LONGEST or not _known(message):
        return frozenset()
    clauses = list(_clauses(message))
    words = [key for clause in clauses for key in clause]
    if not words or _asks(words) or (MAYBE & {*words} and not TURNS & {*words}):
        return frozenset()
    if len(words) < _LEAST and words[0] not in OPENING | (DISAGREES - NO):
        return frozenset()
    signs = {sign for clause in clauses for sign in _signs(clause)} - {0}
    if not _DECIDES & {*words}:
        signs = _firmly(words)
    return frozenset(sign for sign in signs if sign is not None and None not in signs)


def _known(message: Message) -> bool:
    """Whether every word is of this grammar; most messages end here."""
    rest = {*message.keys[: len(message)]} - _PLAIN
    return not rest or all(
        token.key not in rest
        or message.keys[at + 1] in COUNTED
        or (token.key == "one" and at > 0 and message.keys[at - 1] in _POINTING)
        for at, token in enumerate(message.tokens)
    )


def _clauses(message: Message) -> Iterator[list[str]]:
    """The words that count, clause by clause."""
    clause: list[str] = []
    for key in message.keys[: len(message)]:
        if key in CLAUSE:
            yield clause
            clause = []
        elif key not in FILLERS | COUNTED | _MARKS:
            clause.append(key)
    yield clause


def _asks(words: Sequence[str]) -> bool:
    return words[0] in ASKING and not (words[0] == "what" and {*words[1:2]} <= _TOLD)


def _signs(clause: Sequence[str]) -> Iterator[int | None]:
    """What each word that decides comes to: 1 agrees, -1 does not, 0 nothing; None: not to be told.

    None ends it: "I am not sure", and a double no ("not no"), which is asked.
    """
    turns = 0
    for at, key in enumerate(clause):
        if key in TURNS or (key in NO and {*clause[at + 1 : at + 2]} & _NONE):
            turns += 1
        elif key in MORE:
            yield from () if turns else (None,)
            turns -= 1
        elif key in LESS:
            turns = 1
        elif key in _DECIDES and key not in _JUDGED | DISPUTES | SURE:
            yield None if key in NO and turns else _turned(key in AGREES, turns)
            turns = 0
        elif key in _DECIDES:
            yield _weighed(clause, at, turns)
            turns = 0
    if turns:
        yield -1


def _weighed(clause: Sequence[str], at: int, turns: int) -> int | None:
    """A word that decides only in its place."""
    key = clause[at]
    if key in SURE:
        return None if turns else 1
    if key in DISPUTES:
        named = clause[at - 1 : at] and clause[at - 1] in ABOUT
        return 1 if turns % 2 else (0 if named else None)
    around = (ABOUT | FIRM | TURNS) & {*clause[:at]}
    placed = around or turns or (at == 0 and key in OPENING)
    return _turned(key in TRUE, turns) if placed else 0


def _turned(agrees: bool, turns: int) -> int:
    return 1 if agrees == (turns % 2 == 0) else -1


def _firmly(words: Sequence[str]) -> set[int | None]:
    """Words that are only firm, as "it certainly is", "most definitely not"."""
    if not FIRM & {*words} or not all(key in FIRM | LIGHT | TURNS for key in words):
        return set()
    return {-1 if TURNS & {*words} else 1}
