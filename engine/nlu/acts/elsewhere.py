"""Talk of another trade: what sounds like one of our acts there is none.

Who asks a bank for its rates or a phone for the next song is not asked whether it is our prices or
a booking that they want.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from engine.model.understanding import Hearing
from engine.nlu.acts.clauses import CLAUSE, bounds
from engine.nlu.acts.cues import FILLERS, Match
from engine.nlu.acts.own import CALL
from engine.nlu.acts.strange import strange
from engine.nlu.acts.told import DOUBTED, Told, Weights
from engine.nlu.tokens import Message
from engine.nlu.words.classes import CLASSES
from engine.nlu.words.elsewhere import INQUIRING, ORDERS, SOLD, TO_KNOW, WISHES
from engine.nlu.words.judging import ASKING
from engine.nlu.words.people import OF_A_FIRM
from engine.nlu.words.trades import TRANSLATING, VEHICLES

_OF_NOTHING = frozenset({"change", "skip", "restart", "back", "affirm", "hours", "help"})
"""Where nothing is under way these need no more than one word of something else to be nothing."""
_NEEDS_OURS = frozenset({"services", "handoff", "greeting", "book"})
_PROCESS = frozenset(CLASSES["process"])
LANGUAGES = frozenset(CLASSES["languages"])
VISITS = frozenset(CLASSES["visit"]) - {"spot", "slot", "slots", "session", "sessions"}
_OF_US = frozenset({"you", "your", "u", "ya", "yall", "yours"})
_IT = frozenset({"it", "that", "this", "everything", "to", "into"})
_YOURS = frozenset({"your", "yourself"})
_OBJECT = 3
"""Words behind a verb among which its object stands."""
_GOING = frozenset({"visit"})
_NO_VISIT = frozenset({"payment", "payments", "pickup", "delivery", "transport"})
"""What is arranged, and is none of our bookings."""
_LOOSE = 0.90
"""A wish to book below this is only an offer that sounds like one: "is it available?"."""


def elsewhere(
    message: Message, hearing: Hearing, cues: dict[str, Match], weights: Weights, told: Told
) -> None:
    """Drop acts from talk of other trades, on a thread where nothing is under way."""
    if not hearing.standing.idle or told.exact:
        return
    for name, of_theirs in _OF_THEIRS.items():
        if name in weights and name in cues and of_theirs(message, cues[name]):
            weights.pop(name)
    for name in _doubtful(message, cues) & weights.keys() & cues.keys():
        found = cues[name]
        if name == "book":
            _booked(message, found, weights, told)
            continue
        others, unknown = _outside(message, found, told)
        unknown = _another_place(message, found) if name == "hours" else unknown
        theirs = name == "change" and message.keys[found.end] in _YOURS
        if others or theirs or (unknown and _falls(name, found, weights)):
            weights.pop(name)


def _doubtful(message: Message, cues: dict[str, Match]) -> frozenset[str]:
    """Acts that other talk takes away; not a call for a person that is its whole sentence."""
    calls = CALL in cues and _alone(message, cues[CALL])
    return (_OF_NOTHING | _NEEDS_OURS) - (frozenset({CALL}) if calls else frozenset())


def _alone(message: Message, match: Match) -> bool:
    """Whether the act is all that its sentence says, whatever others say: "get me someone"."""
    first, last = bounds(message, match.start)
    around = (*message.keys[first : match.start], *message.keys[match.end : last])
    return all(key in FILLERS for key in around)


def _of_its_words(message: Message, _: Match) -> bool:
    """Whether the words of a language are asked for: "how do you say hello in Korean"."""
    if _of_a_country(message):
        return True
    said = {*message.keys}
    at = message.keys.index("translate") if "translate" in said else -1
    if at >= 0 and message.keys[at + 1] in _IT:
        return False
    return bool(TRANSLATING & said) or ("say" in said and message.keys[0] in ASKING)


def _of_a_country(message: Message) -> bool:
    """Whether the name of a language only says where a thing comes from: "English breakfast"."""
    return any(message.keys[at - 1] in LANGUAGES for at in message.foreign if at)


def _of_a_machine(message: Message, match: Match) -> bool:
    """Whether it is another machine that is to stop something: "stop the music"."""
    objects = _objects(message, match)
    ours = any(message.keys[at] in _PROCESS for at in objects)
    theirs = {*objects} & message.foreign - _meant(message, match)
    return not ours and bool(theirs)


def _booked(message: Message, match: Match, weights: Weights, told: Told) -> None:
    """A wish to book what another trade has, or an offer that only sounds like one."""
    if match.cue.confidence >= _LOOSE:
        others, unknown = _behind(message, match), len(VEHICLES & {*message.keys})
    else:
        others, unknown = _outside(message, match, told)
    if others and not unknown:
        weights.pop("book")
    elif others or (unknown and match.cue.confidence < _LOOSE):
        weights["book"] = DOUBTED


def _falls(name: str, match: Match, weights: Weights) -> bool:
    """Whether one word that nobody knows is enough: the cue is faint, or doubted already."""
    if name == "greeting":
        return match.cue.confidence <= _LOOSE
    if name == "hours":
        return True
    return weights[name] <= DOUBTED and (name in _OF_NOTHING or name == "services")


def _another_place(message: Message, match: Match) -> int:
    """Whether it is no place of ours that opens: "what time does the museum open?"."""
    keys = message.keys[match.start : match.end]
    if _OF_US & {*message.keys} or keys[0] not in ASKING:
        return 0
    meant = {word for element in match.cue.elements for word in element.words} | OF_A_FIRM
    return sum(strange(key) for key in keys if key not in meant)


def _behind(message: Message, match: Match) -> int:
    """Whether what is to be booked is another trade's: "arrange a direct deposit"."""
    if VISITS & {*message.keys} - _GOING or ("visit" in message.keys and not _to_visit(message)):
        return 0
    objects = _objects(message, match)
    theirs = sum(at in message.foreign or message.keys[at] in _NO_VISIT for at in objects)
    return theirs - sum(at in message.foreign for at in _meant(message, match))


def _meant(message: Message, match: Match) -> set[int]:
    """The words of a match that its pattern names; what fills a gap is none of them."""
    named = {word for element in match.cue.elements for word in element.words}
    return {at for at in range(match.start, match.end) if message.keys[at] in named}


def _objects(message: Message, match: Match) -> range:
    """The words of a verb and of what it is done to; "cancel, my plans changed" has none."""
    near = range(match.end, match.end + _OBJECT)
    pause = next((at for at in near if message.keys[at] in CLAUSE), near.stop)
    return range(match.start, pause)


def _to_visit(message: Message) -> bool:
    """Whether somewhere else is visited: "to visit Brazil"."""
    return message.keys[message.keys.index("visit") - 1] == "to"


def _outside(message: Message, match: Match, told: Told) -> tuple[int, int]:
    """How many words of other trades, and how many that nobody knows, the cue leaves over."""
    explained = told.tokens | message.serving
    meant = {word for element in match.cue.elements for word in element.words}
    rest = [
        at
        for at, token in enumerate(message.tokens)
        if token.word
        and at not in explained
        and not (match.start <= at < match.end and token.key in meant)
        and token.key not in FILLERS
        and token.key not in OF_A_FIRM
    ]
    keys = [message.keys[at] for at in rest]
    others = sum(at in message.foreign for at in rest)
    return others, sum(strange(key) for key in keys)


def wishes(message: Message) -> bool:
    """Whether something may be wished for, of a trade that books, and is not only asked about."""
    said = frozenset(message.keys)
    head = next((t.key for t in message.tokens if t.word and t.key not in FILLERS), "")
    theirs = {message.keys[at] for at in message.foreign} - WISHES
    if head in ORDERS or (head in INQUIRING and theirs and not said & VEHICLES):
        return bool(said & SOLD)
    if said & WISHES:
        return True
    if head in INQUIRING or said & TO_KNOW:
        return False
    return not message.foreign or bool(said & SOLD)


_OF_THEIRS: Mapping[str, Callable[[Message, Match], int]] = MappingProxyType(
    {"stop": _of_a_machine, "language": _of_its_words, "cancel": _behind, "reschedule": _behind}
)
"""What another trade has, by the act that is done to it: "cancel my card", "stop the music"."""
