"""Every value that is named in a message, for the slots that can be heard."""

from dataclasses import dataclass

from engine.model.understanding import ROLE, Expected, Hearing, Mention, Vocabulary
from engine.model.value import ANYONE
from engine.nlu.mentions.answers import answers, figures
from engine.nlu.mentions.form import attempted, formed
from engine.nlu.mentions.found import found_in
from engine.nlu.mentions.index import Kind, index
from engine.nlu.mentions.kept import kept
from engine.nlu.mentions.lexicon import lexicon
from engine.nlu.mentions.named import SHARED, Named, exact
from engine.nlu.mentions.particles import particles
from engine.nlu.mentions.people import Role, anyone, nobody_called, of_role
from engine.nlu.mentions.person_name import introduced
from engine.nlu.mentions.phone import phones
from engine.nlu.mentions.several import added, joined
from engine.nlu.mentions.turned_down import (
    along,
    corrected,
    left,
    need_none,
    need_not,
    refused,
    spent,
)
from engine.nlu.tokens import Message
from engine.nlu.words.several import JOINS, OWNED, STATED

PHONE = "phone"
STAFF = "staff"
SERVICE = "service"
NAME = "name"
"""While the customer's own name is asked for, Mary is not the one who cuts hair."""
_SURE = 0.97
_TO_DO = "ku"
"""How Swahili infinitives begin: kunyoa, kusuka, kuosha."""
_TOGETHER = (JOINS | {"with"}) - {","}
_WRONG = 0.30
"""What was given but cannot be an answer: below the floor, so that it is asked again."""


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Values named in a message.

    Attributes:
        hidden: tokens that are part of a value and so no time.
        names: tokens of names, which belong to no language; `services`: those of services,
            `exact`: named word for word.
        role: tokens that leave it to us who serves: they call nobody ("mhudumu yeyote").
    """

    mentions: tuple[Mention, ...]
    hidden: frozenset[int]
    names: frozenset[int]
    role: frozenset[int] = frozenset()
    services: frozenset[int] = frozenset()
    exact: bool = False


def mentions(message: Message, hearing: Hearing, vocabulary: Vocabulary) -> Mentioned:
    """The values that `message` names."""
    told, hidden = _phones(message, hearing)
    for expected in hearing.expected:
        told, hidden = _formed(message, expected, told, hidden)
    role = _role(message, hearing, vocabulary, frozenset(hidden))
    hidden |= role.tokens if role else frozenset()
    names, people = set[int](), list[Named]()
    services, word_for_word = set[int](), False
    for type_name, kind in index(vocabulary).items():
        if type_name == ROLE or (type_name == STAFF and _asked(hearing, NAME)):
            continue
        themselves = introduced(message) if type_name == STAFF else particles(message)
        beyond = frozenset(hidden) | themselves
        asked = _asked(hearing, type_name)
        found = found_in(message, (type_name, kind), beyond, asked=asked)
        if type_name == SERVICE and role and not found and _opens(hearing):
            found = _of_the_role(message, kind, role)
        covered = {at for named in found for at in range(named.start, named.end)}
        names |= covered
        if type_name == STAFF:
            people, found = found, [one for one in found if not need_not(message, one.start)]
        if type_name == SERVICE:
            services, word_for_word = covered, any(named.exact for named in found)
        told += _told(message, hearing, type_name, found)
    hidden |= names
    own, asked = lexicon(vocabulary).anyone, _asked(hearing, STAFF)
    free = need_none(message, people) or ((role.start, role.end) if role else None)
    if _listens(hearing, STAFF):
        free = free or anyone(message, frozenset(hidden), own, asked=asked)
        told, hidden = _anyone(message, free, (told, hidden))
    hidden |= spent(message, people, wish=hearing.standing.idle)
    told += answers(message, hearing, told, frozenset(hidden))
    hidden |= figures(message, hearing, frozenset(hidden))
    open_to = free if services or people or asked else None
    any_of = nobody_called(message, role, open_to, frozenset(services))
    return Mentioned(
        tuple(told), frozenset(hidden), frozenset(names), any_of, frozenset(services), word_for_word
    )


def _without(message: Message, hearing: Hearing, at: int) -> bool:
    """A bare "no" before the only name, in a wish that answers nothing: "2pm, no Anna"."""
    return at > 1 and message.keys[at - 1] == "no" and hearing.standing.idle


def _opens(hearing: Hearing) -> bool:
    """Whether a service may be named for the first time: nothing is under way, or it is asked."""
    return hearing.standing.idle or _asked(hearing, SERVICE)


def _of_the_role(message: Message, kind: Kind, role: Role) -> list[Named]:
    """Names that those who serve have in common with what they do: "see a doctor"."""
    start, end = role.word
    return [one for one in exact(message, kind) if one.start <= start and end <= one.end]


def _listens(hearing: Hearing, type_name: str) -> bool:
    return any(e.type.name == type_name for e in hearing.expected)


def _asked(hearing: Hearing, type_name: str) -> bool:
    return any(e.type.name == type_name and e.asked for e in hearing.expected)


def _phones(message: Message, hearing: Hearing) -> tuple[list[Mention], set[int]]:
    told, hidden = [], set()
    for phone in phones(message):
        hidden |= set(range(phone.start, phone.end))
        text = message.words(phone.start, phone.end)
        if phone.number:
            told.append(Mention(PHONE, phone.number, _SURE, text=text))
        elif _asked(hearing, PHONE):
            told.append(Mention(PHONE, text, _WRONG, text=text))
    return told, hidden


def _formed(
    message: Message, expected: Expected, told: list[Mention], hidden: set[int]
) -> tuple[list[Mention], set[int]]:
    """Answers of a vertical's own form, such as a number plate."""
    kind = expected.type
    if kind.like is None or any(m.type == kind.name for m in told):
        return told, hidden
    found = formed(message.text, kind.like)
    if found is not None:
        text = message.text[found.start : found.end]
        mention = Mention(kind.name, found.value, _SURE, text=text)
        return [*told, mention], hidden | _covered(message, found.start, found.end)
    place = attempted(message.text, kind.like) if expected.asked else None
    if place is None:
        return told, hidden
    text = message.text[slice(*place)]
    return [*told, Mention(kind.name, text, _WRONG, text=text)], hidden | _covered(message, *place)


def _covered(message: Message, start: int, end: int) -> set[int]:
    """The tokens of a stretch of the text."""
    return {at for at, t in enumerate(message.tokens) if t.start < end and t.end > start}


def _told(message: Message, hearing: Hearing, type_name: str, found: list[Named]) -> list[Mention]:
    """Mentions of one type; several values that are all wanted are a choice to ask about."""
    starts = [named.start for named in found]
    unwanted = [
        named
        for named in found
        if refused(message, named.start)
        or (type_name == STAFF and len(found) == 1 and _without(message, hearing, named.start))
        or left(message, named.start, starts)
        or corrected(message, named, starts)
    ]
    unwanted += along(message, unwanted, [one for one in found if one not in unwanted])
    unwanted = kept(message, hearing, found) or unwanted
    wanted = _telling(message, [named for named in found if named not in unwanted])
    told = [
        Mention(type_name, value, named.confidence, text=_text(message, named), excluded=True)
        for named in unwanted
        for value in named.values
    ]
    values = tuple(dict.fromkeys(value for named in wanted for value in named.values))
    if not values:
        return told
    words = ", ".join(dict.fromkeys(_text(message, named) for named in wanted))
    if type_name == SERVICE and (beside := added(message, hearing, wanted)):
        return [*beside, *told]
    if type_name == SERVICE and (each := joined(message, wanted)):
        return [Mention(type_name, None, SHARED, values, words, several=True), *each, *told]
    if len(values) == 1:
        likely = max(named.confidence for named in wanted)
        return [Mention(type_name, values[0], likely, text=words), *told]
    return [Mention(type_name, None, SHARED, values, words), *told]


def _telling(message: Message, wanted: list[Named]) -> list[Named]:
    """Without the words of several that another word narrows: "masaji ya deep tissue".

    A verb is narrowed by what it is done to: `kunyoa ndevu` is no haircut and a beard trim.
    """
    narrower = {frozenset(named.values) for named in wanted}
    behind = {named.start: named for named in wanted}
    return [
        named
        for named in wanted
        if not any(values < frozenset(named.values) for values in narrower)
        and not _in_passing(message, named, wanted)
        and not (named.end in behind and _object_of(message, named, behind[named.end]))
    ]


def _in_passing(message: Message, one: Named, wanted: list[Named]) -> bool:
    """Whether a word of several only tells what it is about: "nail clip only, my dog is new"."""
    specific = [other for other in wanted if len(other.values) == 1 and other.exact]
    told = message.keys[one.start - 1] in OWNED or message.keys[one.end] in STATED
    if len(one.values) == 1 or not specific or not told:
        return False
    return not any(_beside_each(message, *sorted((one, other), key=_start)) for other in specific)


def _beside_each(message: Message, first: Named, second: Named) -> bool:
    between = message.keys[first.end : second.start]
    return between == (",",) or bool(_TOGETHER & {*between})


def _start(named: Named) -> int:
    return named.start


def _object_of(message: Message, verb: Named, other: Named) -> bool:
    """Whether a Swahili infinitive stands right before a noun that names something else."""
    keys = message.keys[verb.start : verb.end]
    noun = not message.keys[other.start].startswith(_TO_DO)
    another = not {*verb.values} & {*other.values}
    beside = noun and another and verb.end == other.start
    return len(keys) == 1 and keys[0].startswith(_TO_DO) and beside


def _text(message: Message, named: Named) -> str:
    return message.words(named.start, named.end)


def _role(
    message: Message, hearing: Hearing, vocabulary: Vocabulary, taken: frozenset[int]
) -> Role | None:
    """The tokens of "any nail tech", before `nail` is looked for among the services."""
    roles = index(vocabulary).get(ROLE)
    if roles is None or not _listens(hearing, STAFF):
        return None
    return of_role(message, roles, taken, asked=_asked(hearing, STAFF))


def _anyone(
    message: Message, place: tuple[int, int] | None, so_far: tuple[list[Mention], set[int]]
) -> tuple[list[Mention], set[int]]:
    told, hidden = so_far
    if place is None or any(m.type == STAFF and not m.excluded for m in told):
        return told, hidden
    mention = Mention(STAFF, ANYONE, _SURE, text=message.words(*place))
    return [mention, *told], hidden | set(range(*place))
