"""How many people come: "for 3 people", "me and my wife", `watu wawili`, "two haircuts"."""

from collections.abc import Iterator

from engine.model.understanding import Act, Hearing, Mention
from engine.nlu.acts.told import INQUIRIES, ROUTED
from engine.nlu.phrases import longest, table
from engine.nlu.tokens import Message
from engine.nlu.when.numbers import cardinal
from engine.nlu.words.party import (
    ALONE,
    ANOTHER,
    BEHIND_SEATS,
    BEHIND_US,
    BOTH,
    BRINGING,
    BY_THE_WAY,
    COMPANIONS,
    CONSULT_VERBS,
    CONSULTS,
    COUNTED_COMPANIONS,
    FOR_SEVERAL,
    HEADS,
    HEADS_BEFORE,
    JOINED,
    LIVING,
    NEEDING,
    OF_SEVERAL,
    OF_TWO,
    ORDERED,
    OWN,
    OWNED,
    PARTY_OF,
    SELF,
    THEIRS,
    TOO,
    TURNS,
    WE_ARE,
    WERE,
    WHOSE_BEFORE,
)

TYPE = "party"
NOBODY_ELSE = table(ALONE)
_SURE = 0.95
_KEPT = frozenset({"service", "staff", "number"})
_MOST = 50
_NEAR = 3
"""Words before who comes along, and behind who is brought."""
_APART = 5
"""Words between oneself and who comes along: "for my mum and another one for me"."""
_WHOLE = 24
"""Words that name everybody who comes; a row of "I" goes on for ever."""

_BOTH_BEGIN = frozenset(words[0] for words in BOTH)
_COMERS = SELF | COMPANIONS
_COUNTED_OR_THEIRS = COUNTED_COMPANIONS | THEIRS
_JOINTS = JOINED | OWN | THEIRS | COUNTED_COMPANIONS | COMPANIONS

Counted = tuple[int, int, int]
"""How many, and the tokens that say so."""


def party(
    message: Message,
    services: frozenset[int],
    state: tuple[tuple[Act, ...], Hearing],
    seats: Counted | None = None,
) -> tuple[Mention, ...]:
    """Several people, beside the wish to book or while a booking is under way.

    A service that is for several people itself is one booking: "couples massage", where that is
    its name. `seats`: as many as a bare number told: "for two".
    """
    asks = bool(services) and state[1].standing.idle  # "two people for gel and how much"
    if not (asks or books(*state)) or for_several(message, services):
        return ()
    found = counted(message) or seats or _of_services(message, services)
    found = found or _pair(message, services) or _alone(message, state[1])
    if found is None:
        return ()
    number, start, end = found
    return (Mention(TYPE, number, _SURE, text=message.words(start, end)),)


def for_several(message: Message, services: frozenset[int]) -> bool:
    """Whether the service that is named is for several people itself."""
    return any(message.keys[at] in FOR_SEVERAL for at in services)


def _pair(message: Message, services: frozenset[int]) -> Counted | None:
    """A couple's massage of a business that has none under that name is one for each of the two."""
    places = (at - 1 for at in sorted(services) if at and message.keys[at - 1] in OF_TWO)
    return next(((2, at, at + 1) for at in places), None)


def _alone(message: Message, hearing: Hearing) -> Counted | None:
    """In the midst of a booking for several: it is one after all, "no, just me"."""
    if hearing.standing.idle:
        return None
    found = ((at, longest(message, at, NOBODY_ELSE)) for at in range(len(message)))
    return next(((1, at, at + len(words)) for at, words in found if words), None)


def books(acts: tuple[Act, ...], hearing: Hearing) -> bool:
    """Whether a booking is wished for, or under way and not asked about."""
    sure = {act.name for act in acts if act.confidence >= ROUTED}
    here = hearing.standing
    counts = any(one.asked and one.type.name == "number" for one in hearing.expected)
    under_way = "book" in here.tasks and not (here.idle or counts)
    return "book" in sure or (under_way and not sure & INQUIRIES)


def heads(message: Message) -> frozenset[int]:
    """The tokens that say how many people come, which are about nothing else."""
    found = counted(message)
    return frozenset(range(found[1], found[2])) if found else frozenset()


def how_many(message: Message) -> frozenset[int]:
    """The number in them, which is no hour: "we are 3"."""
    return frozenset(at for at in heads(message) if cardinal(message, at))


def of_no_party(mentions: tuple[Mention, ...], come: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Without what only the words for who comes sound like: no insurer is "me" of "me and Ali"."""
    words = {word for one in come for word in one.text.split()}
    return tuple(
        one
        for one in mentions
        if one.type in _KEPT or not one.text or not {*one.text.split()} <= words
    )


def counted(message: Message) -> Counted | None:
    """The number of people that a message tells; None if it tells of none or of one."""
    for at in range(len(message)):
        for found in _at(message, at):
            if 1 < found[0] <= _MOST:
                return found
    return None


def _at(message: Message, at: int) -> Iterator[Counted]:
    keys = message.keys
    number = cardinal(message, at)
    if number is not None and counts_heads(message, at, number[1]):
        yield number[0], at, number[1]
    if keys[at] in _BOTH_BEGIN:
        for words in BOTH:
            if keys[at : at + len(words)] == words:
                yield 2, at, at + len(words)
    wanting = keys[at + 3] in NEEDING and keys[at + 2] not in COUNTED_COMPANIONS
    if keys[at] in BRINGING or (keys[at] in SELF and wanting):
        yield from _brought(message, at)
    if keys[at] in _COMERS or (keys[at] in JOINED and at and keys[at] != ","):
        along = _along(message, at)
        if along is not None:
            yield along


def _brought(message: Message, at: int) -> Iterator[Counted]:
    """Somebody who comes too: "bringing my brother, he needs one too", "me and John want"."""
    keys, last = message.keys, at + 2
    if keys[at] in SELF and keys[at + 1] in JOINED - {",", "with"} and last < len(message):
        yield 2, at, last + 1
    named = keys[at] in BRINGING and keys[at + 1] in OWN and keys[last] in COMPANIONS
    if named and TOO & {*keys[last + 1 : last + 1 + 2 * _NEAR]}:
        yield 2, at, last + 1


def counts_heads(message: Message, at: int, end: int) -> bool:
    """Whether a number counts people: "8 people", "two of us", "party of 4", `watu sita`."""
    keys = message.keys
    if keys[end] in TURNS:
        return at > 0 and keys[at - 1] in ORDERED
    if at and keys[at - 1] in OWNED and keys[end] in COUNTED_COMPANIONS:
        return False  # "I have two kids"
    if keys[end] in HEADS or keys[end : end + 2] == ("of", "us") or _children(keys, at, end):
        return True
    if at and keys[at - 1] in HEADS_BEFORE:
        return True
    if _of_us(message, at) and (end >= len(message) or keys[end] in BEHIND_SEATS | BEHIND_US):
        return True
    return at > 1 and keys[at - 1] == "of" and keys[at - 2] in PARTY_OF


def _of_us(message: Message, at: int) -> bool:
    """Whether "we are", or a verb of ours before people, leads to a number: `tutakuja watatu`."""
    keys, living = message.keys, message.keys[at] in LIVING
    while at and keys[at - 1] in BY_THE_WAY and keys[max(at - 2, 0) : at] not in WE_ARE:
        at -= 1
    ours = at > 0 and (keys[at - 1] in WERE or keys[max(at - 2, 0) : at] in WE_ARE)
    before = keys[at - 1] if at else ""
    return ours or before in HEADS_BEFORE or (living and before.startswith("tu"))


def _children(keys: tuple[str, ...], at: int, end: int) -> bool:
    """For my two sons, `watoto wangu wawili`; not told of by the way: `nina watoto wawili`."""
    if at and keys[end] in COUNTED_COMPANIONS and keys[at - 1] in WHOSE_BEFORE:
        return True
    noun = at - 2 if at > 1 and keys[at - 1] in THEIRS else at - 1
    counted = keys[at] in LIVING and noun > 0 and keys[noun] in COUNTED_COMPANIONS
    return counted and keys[noun - 1] not in OWNED


def _along(message: Message, at: int) -> Counted | None:
    """Oneself and others: "me and my wife", "my wife and I", `mimi na rafiki yangu`."""
    keys, others, last, place = message.keys, 0, at, at
    oneself = keys[at] in SELF or keys[at] in {"with", "na", "pamoja"}
    end = min(len(message), at + _WHOLE)
    if any(key in CONSULTS or key.endswith(CONSULT_VERBS) for key in keys[max(at - _NEAR, 0) : at]):
        return None  # "let me check with my wife first"
    while place < end and place - last <= _APART:
        number = cardinal(message, place)
        key = keys[place]
        if number and keys[number[1]] in COUNTED_COMPANIONS:
            others, last, place = others + number[0], number[1], number[1]
        elif number and key in LIVING and keys[place - 1] in _COUNTED_OR_THEIRS:
            others, last = others + number[0], place
        elif key in COMPANIONS and keys[place + 1] not in OF_SEVERAL:
            others, last = others + 1, place
        elif key in SELF:
            oneself, last = True, place
        elif not _between(keys[at : place + 1]):
            break
        place += 1
    return (others + 1, at, last + 1) if oneself and others else None


def _between(said: tuple[str, ...]) -> bool:
    """Whether the last word may stand between who comes; "for" only behind an "and"."""
    if said[-1] in _JOINTS:
        return True
    return said[-1] in ANOTHER and bool(JOINED & {*said})


def _of_services(message: Message, services: frozenset[int]) -> Counted | None:
    """Two haircuts, masaji mbili: as many as there are of a service."""
    for at in sorted(services):
        number = cardinal(message, at - 1) if at and at - 1 not in services else None
        last = next(one for one in range(at, len(message) + 1) if one not in services)
        plural = message.keys[at].endswith("s") or message.keys[last] in TURNS
        if number and number[1] == at and plural:
            return number[0], at - 1, last
        if message.keys[last] in {"mbili", "mawili", "wawili"} and message.keys[last - 1] != "saa":
            return 2, at, last + 1
    return None
