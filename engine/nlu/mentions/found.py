"""Where a message names values of one type: exactly, by telling words, or misspelt."""

from engine.nlu.acts.strange import strange
from engine.nlu.mentions.index import STAFF, Kind, fold
from engine.nlu.mentions.known_as import known_as, no_slips, of_a_kind
from engine.nlu.mentions.meant import Meant, done, forms, slips
from engine.nlu.mentions.named import (
    Named,
    calendar_word,
    covered,
    exact,
    misspelt,
    ordinary,
    parts,
)
from engine.nlu.tokens import Message
from engine.nlu.words.treated import DOING_IT, TREATED


def found_in(
    message: Message, of: tuple[str, Kind], taken: frozenset[int], *, asked: bool
) -> list[Named]:
    """Names of one type: exact ones, else telling words, else misspelt ones.

    Args:
        message: what was said.
        of: the type, and its names.
        taken: tokens of other things.
        asked: whether the type is asked for.
    """
    type_name, kind = of
    found = [
        named
        for named in exact(message, kind, across=type_name == STAFF)
        if _free(named, taken)
        and not ordinary(message, named)
        and not (type_name == STAFF and of_a_kind(message, kind, named))
        and (not calendar_word(message, named) or (asked and len(message) == 1))
    ]
    if type_name == STAFF:
        beside = _narrowed(message, kind, taken, found)
        return [*found, *beside] or _of_staff(message, kind, taken, asked=asked)
    mended = _as_meant(message, kind, taken, slips(message, kind, taken | covered(found)))
    if found or mended:
        found = mended or found
        return [*found, *_narrowed(message, kind, taken, found)]
    return _less_plain(message, kind, taken, asked=asked)


def _less_plain(message: Message, kind: Kind, taken: frozenset[int], *, asked: bool) -> list[Named]:
    """Verbs of a name, telling words, and slips of whole names."""
    bent = exact(message, kind, bent=True) if kind.verbs else []
    bent = [one for one in bent if _free(one, taken)]
    bent = bent or _as_meant(message, kind, taken, done(message, kind, taken))
    if bent:
        return bent
    partly = parts(message, kind, taken)
    if not asked and _only_treated(message, partly):
        return []
    return partly or list(misspelt(message, kind, taken))


def _of_staff(message: Message, kind: Kind, taken: frozenset[int], *, asked: bool) -> list[Named]:
    partly = known_as(message, kind, taken, asked=asked)
    taken |= no_slips(message, kind, asked=asked)
    return partly or list(misspelt(message, kind, taken))


def _as_meant(message: Message, kind: Kind, taken: frozenset[int], meant: Meant) -> list[Named]:
    """The names with some words read as others; none where no such word is part of a name."""
    names = exact(message, kind, meant=meant) if meant else []
    names = [one for one in names if _free(one, taken)]
    return names if meant.keys() & covered(names) else []


def _only_treated(message: Message, found: list[Named]) -> bool:
    """Whether one service is named by what it is done to alone: hair may be cut as well."""
    words = {fold(message.keys[at]) for at in covered(found)}
    one = all(len(named.values) == 1 for named in found)
    else_told = DOING_IT & {*message.keys} or any(map(strange, message.keys))
    return bool(words) and words <= TREATED and one and not else_told


def _free(named: Named, taken: frozenset[int]) -> bool:
    return not taken & set(range(named.start, named.end))


def _narrowed(
    message: Message, kind: Kind, taken: frozenset[int], found: list[Named]
) -> list[Named]:
    """A telling word beside a name of several that says which: "masaji ya deep tissue"."""
    meant = {value for named in found for value in named.values}
    if len(meant) == 1:
        return []
    rest = taken | covered(found)
    partly = parts(message, kind, rest)
    if all(len(named.values) > 1 for named in found):
        partly += exact(message, kind, bent=True) if kind.verbs else []  # `nioshwe nywele`
        changed = {**forms(message, kind, rest), **slips(message, kind, rest)}
        partly += parts(message, kind, rest, meant=changed) if changed else []
        partly += exact(message, kind, meant=changed) if changed else []
    one_of_them = [one for one in partly if len(one.values) == 1 and {*one.values} < meant]
    return list(dict.fromkeys(one for one in one_of_them if _free(one, taken)))
