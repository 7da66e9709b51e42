"""Whom and what the customer does not want: not Faith, anyone but Anna, `si lazima Mary`."""

from collections.abc import Iterable, Sequence

from engine.nlu.mentions.named import Named
from engine.nlu.phrases import Phrase
from engine.nlu.tokens import Message
from engine.nlu.verbs import invites, negative, stem
from engine.nlu.words.again import AS_BEFORE
from engine.nlu.words.people import (
    BUT,
    BUT_PAIRS,
    DROPS,
    FORBIDS,
    GIVEN,
    IN_ONE_BREATH,
    LEFT_OUT,
    NEED_NOT,
    SAID_BEFORE,
    TAKEN_BACK,
    WANTED,
    WITH_BETWEEN,
)
from engine.nlu.words.turns import INSTEAD_OF, NOT_BEFORE, STOPS

_REACH = 4
_WISHES = frozenset({"taka", "omba", "weka"})
_NO_BEHIND = frozenset({"hapana", "apana", "sitaki", "simtaki", "no", "nope"}) | DROPS
_ONLY = frozenset({"only", "just", "tu", "pekee"})
_OF_IT = frozenset({"nayo", "nazo", "naye", "nao"})
_ENDS = STOPS | {""}
_LET_GO_OF = frozenset({"na", "hiyo", "hizo", "ile", "the", "that", "about"})
_FOR = "for"
_LONGEST = max(len(words) for words in NEED_NOT)


def refused(message: Message, at: int) -> bool:
    """Whether the name at `at` is one that is not wanted: not Faith, anyone but Anna, sio Zuri."""
    keys = message.keys
    if _left_out(keys, at):
        return not {*keys[: at - 1]} & AS_BEFORE
    if need_not(message, at):
        return False
    if _dropped(keys, at) or _no_behind(keys, at):
        return True
    return _refuses(keys, at, keys[max(at - _REACH, 0) : at])


def _no_behind(keys: Sequence[str], at: int) -> bool:
    """Whether a no ends what is said of it: `rangi hapana`, `rangi achana nayo`."""
    return keys[at + 1] in _NO_BEHIND and bool({*keys[at + 2 : at + 3]} <= _ENDS | _OF_IT)


def _left_out(keys: Sequence[str], at: int) -> bool:
    return bool(at) and (keys[at - 1] in BUT or tuple(keys[max(at - 2, 0) : at]) in BUT_PAIRS)


def _refuses(keys: Sequence[str], at: int, before: Phrase) -> bool:
    """Whether one of the words before a name turns it down, and none nearer by is against it."""
    for back in range(1, len(before) + 1):
        key = before[-back]
        if key in STOPS or _wished(key) or invites(keys, at - back):
            return False
        if key in BUT and _FOR in before[len(before) - back + 2 :]:
            return False  # "anyone except Mary for a haircut"
        if _turns_down(key) or before[len(before) - back :][:2] in INSTEAD_OF:
            return True
    return False


def _turns_down(key: str) -> bool:
    """Not, except, sitaki, `usinipe`."""
    forbids = key.startswith(FORBIDS) and len(key) > len(FORBIDS[0])
    return key in NOT_BEFORE or negative(key) or forbids


def spent(message: Message, names: Iterable[Named], *, wish: bool) -> frozenset[int]:
    """The words that turn a name down, and nothing that follows: "except Mary tomorrow at 10".

    `wish`: nothing is under way: whoever says a time beside it wants it.
    """
    found = set[int]()
    for one in names:
        at = one.start - 1
        while at > 0 and message.keys[at] in WITH_BETWEEN:
            at -= 1
        if at >= 0 and (message.keys[at] in LEFT_OUT or (wish and _turns_down(message.keys[at]))):
            found.add(at)
    return frozenset(found)


def along(message: Message, unwanted: Iterable[Named], others: Iterable[Named]) -> list[Named]:
    """Those named in one breath with who is left out: "anyone but Mary and Brian"."""
    keys = message.keys
    ends = {one.end for one in unwanted if _left_out(keys, one.start)}
    found = list[Named]()
    for one in sorted(others, key=lambda one: one.start):
        if one.start - 1 in ends and keys[one.start - 1] in IN_ONE_BREATH:
            found.append(one)
            ends.add(one.end)
    return found


def need_not(message: Message, at: int) -> tuple[int, int] | None:
    """The tokens that make the name at `at` one of any: `si lazima Mary`."""
    starts = range(max(at - _LONGEST, 0), at)
    return next(((one, at) for one in starts if message.keys[one:at] in NEED_NOT), None)


def need_none(message: Message, people: Iterable[Named]) -> tuple[int, int] | None:
    """The first of these tokens before any of the names."""
    return next(filter(None, (need_not(message, one.start) for one in people)), None)


def _dropped(keys: Sequence[str], at: int) -> bool:
    """Whether it is let go of: `wacha rangi`, `achana na hiyo rangi`; not `wacha nikate nywele`."""
    first = at
    while first and keys[first - 1] in _LET_GO_OF:
        first -= 1
    return bool(first) and keys[first - 1] in DROPS and not keys[at].startswith("ni")


def _wished(key: str) -> bool:
    """Whether something is wanted from here on: `badala ya rangi nataka kunyoa`."""
    return key in GIVEN or (stem(key) in _WISHES and not negative(key))


def corrected(message: Message, named: Named, others: list[int]) -> bool:
    """Whether a name is taken back for a later one: "gel, sorry, acrylic", "I said gel, I want"."""
    onward = min((other for other in others if other >= named.end), default=named.end)
    between = message.keys[named.end : onward]
    said = named.start > 0 and message.keys[named.start - 1] in SAID_BEFORE
    return any(key in TAKEN_BACK or (said and (_wished(key) or key in WANTED)) for key in between)


def left(message: Message, at: int, others: list[int]) -> bool:
    """Whether the name at `at` is where a change starts from: from Faith to Mercy.

    Or what another one leaves no place for: "a bath only, no grooming".
    """
    if any(other < at for other in others) and _none_of_it(message.keys, at):
        return True
    later = any(message.keys[other - 1] in {"to", "kwa", "hadi"} for other in others if other > at)
    return later and at > 0 and message.keys[at - 1] in {"from", "kutoka", "toka"}


def _none_of_it(keys: Sequence[str], at: int) -> bool:
    """Whether it is told behind what alone is wanted: "just gel, no tips", "leave the tips"."""
    first = at
    while first and keys[first - 1] in _LET_GO_OF:
        first -= 1
    let_be = first > 0 and keys[first - 1] == "leave" and keys[at + 1] in _ENDS
    none = at > 1 and keys[at - 1] == "no" and keys[at - 2] in STOPS
    return bool(_ONLY & {*keys[:at]}) and (let_be or none)
