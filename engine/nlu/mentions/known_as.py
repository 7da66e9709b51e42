"""People, and firms among them, by a part of their name: "with Njeri", "at Blue Door".

An ordinary word of a name names nobody: "a salon in Westlands" is not Westlands Hair Salon.
"""

from collections import Counter

from engine.nlu.acts.strange import strange
from engine.nlu.mentions.index import Kind, fold
from engine.nlu.mentions.named import PART, SHARED, Named
from engine.nlu.tokens import Message
from engine.nlu.words.people import ALSO_WORDS, AREA, ARTICLES, GOING, INSIDE, NAMING, SMALL, TITLES

_SHORTEST = 4
_HALF = 2
_BRIEF = 4
"""Words of a message that says hardly more than a name."""
_BETWEEN = TITLES | {"."}
_NEAR = ("karibu", "na")
Run = tuple[int, int]


def known_as(message: Message, kind: Kind, taken: frozenset[int], *, asked: bool) -> list[Named]:
    """The one whom the most words of a name point at; several if they point at several.

    Args:
        message: what was said.
        kind: the names of those who serve.
        taken: tokens of other things.
        asked: whether it is asked who serves.
    """
    places = frozenset[int]() if asked else _places(message)
    runs = [
        run
        for run in _runs(message, kind, taken)
        if run[0] not in places and not _ordinary(message, run, asked=asked)
    ]
    votes = Counter(value for run in runs for value in _pointed_at(message, kind, run))
    most = max(votes.values(), default=0)
    best = tuple(value for value, count in votes.items() if count == most)
    best = tuple(one for one in best if _meant(message, kind, one, runs, asked=asked))
    if not best:
        return []
    likely = PART if len(best) == 1 else SHARED
    return [
        Named(*run, best, likely) for run in runs if {*best} & {*_pointed_at(message, kind, run)}
    ]


def of_a_kind(message: Message, kind: Kind, named: Named) -> bool:
    """Whether a full name is said of any such thing: "a hair salon", where one is called so."""
    words = [fold(key) for key in message.keys[named.start : named.end]]
    ordinary = all(word in kind.ordinary or not strange(word) for word in words)
    return ordinary and named.start > 0 and message.keys[named.start - 1] in ARTICLES


def no_slips(message: Message, kind: Kind, *, asked: bool) -> frozenset[int]:
    """Tokens that are no misspelt name: words of the trade, places while nobody is asked for."""
    ordinary = (at for at, one in enumerate(message.tokens) if fold(one.key) in kind.ordinary)
    return frozenset(ordinary) | (frozenset() if asked else _places(message))


def _places(message: Message) -> frozenset[int]:
    """Words that say where: "in Karen", "near Castle Rock", "new to Karen"."""
    found: set[int] = set()
    for at, token in enumerate(message.tokens):
        follows = at - 1 in found and message.text[token.start].isupper()
        if token.word and (follows or _a_place(message, (at, at + 1))):
            found.add(at)
    return frozenset(found)


def _runs(message: Message, kind: Kind, taken: frozenset[int]) -> list[Run]:
    """Words of names that stand together, if one of them is telling."""
    runs: list[Run] = []
    for at, token in enumerate(message.tokens):
        if not token.word or at in taken or fold(token.key) not in kind.parts:
            continue
        if runs and runs[-1][1] == at:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs


def _pointed_at(message: Message, kind: Kind, run: Run) -> list[str]:
    """Values, once for each word that points at them."""
    words = dict.fromkeys(fold(key) for key in message.keys[slice(*run)])
    return [value for word in words for value in sorted(kind.parts.get(word, ()))]


def _before(message: Message, run: Run) -> str:
    """The word that leads to a name; titles and articles are passed over."""
    at = run[0] - 1
    while at >= 0 and (message.keys[at] in _BETWEEN or at in message.serving):
        at -= 1
    return message.keys[at] if at >= 0 else ""


def _a_place(message: Message, run: Run) -> bool:
    """Whether it says where: "in Karen", "new to Karen", `karibu na Karen`."""
    before = message.keys[max(run[0] - _HALF, 0) : run[0]]
    near = before == _NEAR or (before[-1:] == ("to",) and before[0] not in GOING)
    return near or _before(message, run) in INSIDE or message.keys[run[1]] in AREA


def _ordinary(message: Message, run: Run, *, asked: bool) -> bool:
    """Whether it is a common word that stands in its own place: "will you", "great"."""
    words = message.keys[slice(*run)]
    if any(strange(word) and word not in ALSO_WORDS for word in words):
        return False
    alone = asked and len(message) <= _BRIEF
    capital = message.text[message.tokens[run[0]].start].isupper() and run[0] > 0
    return not (alone or (capital and _before(message, run) in NAMING))


def _meant(message: Message, kind: Kind, value: str, runs: list[Run], *, asked: bool) -> bool:
    """Whether somebody is meant; a firm by the most of its telling words, or where names stand."""
    return asked or any(
        _person(kind, name) or _firm(message, kind, name, run)
        for name in kind.wholes.get(value, ())
        for run in runs
    )


def _person(kind: Kind, name: tuple[str, ...]) -> bool:
    """Whether a name is a person's: no word in it is of a trade, or a common one."""
    return not any(
        word in kind.ordinary or (not strange(word) and word not in SMALL)
        for word in name
        if word not in TITLES
    )


def _firm(message: Message, kind: Kind, name: tuple[str, ...], run: Run) -> bool:
    telling = [word for word in name if word in kind.parts and strange(word)]
    said = {*telling} & {fold(key) for key in message.keys[slice(*run)]}
    if not said:
        return False
    before = _before(message, run)
    many = len(said) * _HALF >= len(telling) or telling[0] in said
    if many and before in NAMING:
        return True
    alone = message.keys[run[0] - 1] not in ARTICLES if run[0] else True
    long = any(len(word) >= _SHORTEST for word in said)
    return said == {*telling} and alone and long
