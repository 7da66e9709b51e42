"""Several services in one wish: "gel and brows", `kunyoa na kucha`, "and the brows too"."""

from collections.abc import Sequence
from itertools import pairwise

from engine.model.understanding import Hearing, Mention
from engine.nlu.acts.clauses import SENTENCE, bounds
from engine.nlu.acts.cues import FILLERS
from engine.nlu.mentions.named import Named
from engine.nlu.mentions.shares import WHO_WANTS, shares
from engine.nlu.tokens import Message
from engine.nlu.words.approving import ASKS, BESIDE, FACTS
from engine.nlu.words.several import ADDS, ADDS_BOTH, JOINS, OPENS, PARTS
from engine.nlu.words.turns import CHOICE, MOVES, RATHER
from engine.nlu.words.yesno import YES

TYPE = "wanted_services"
BOOK, SERVICE = "book", "service"
ASKING = frozenset({"do", "does", "is", "are", "what", "whats", "where", "wheres", "which", "how"})
_SURE = 0.95
_NEAR = 5
"""Words between two that are wanted together: "a haircut with Anna and a massage"."""
MOST = 5


def joined(message: Message, named: Sequence[Named]) -> tuple[Mention, ...]:
    """The services as a list, where each is wanted; none where one of them is to be chosen."""
    places = sorted(named, key=lambda one: one.start)
    ids = [one.values for one in places]
    if not 1 < len(places) <= MOST or any({*a} & {*b} for a in ids for b in ids if a is not b):
        return ()
    pairs = pairwise(places)
    if not all(_joins(message, one.end, other.start) for one, other in pairs):
        return ()
    return (_listed(message, places),)


def added(message: Message, hearing: Hearing, named: Sequence[Named]) -> tuple[Mention, ...]:
    """A service that is wanted beside the one that is being booked, and not in its place."""
    here = hearing.standing
    asked = any(one.asked and one.type.name == SERVICE for one in hearing.expected)
    if here.idle or here.offers or asked or BOOK not in here.tasks or not _adds(message):
        return ()
    places: dict[tuple[str, ...], Named] = {}
    for one in sorted(named, key=lambda one: one.start):
        if not _asked_about(message, one):
            places.setdefault(one.values, one)  # said twice, it is one
    return (_listed(message, list(places.values())),) if places else ()


def everybody(mentions: Sequence[Mention]) -> int:
    """How many bookings the services are for that are wanted together; 0 where none are."""
    listed = (str(one.value) for one in mentions if one.type == TYPE)
    return sum(value.count(";") + 1 for value in listed)


def _asked_about(message: Message, one: Named) -> bool:
    """Whether its sentence only asks: "also, does the dentist do crowns?"."""
    first, last = bounds(message, one.start, SENTENCE)
    said = [key for key in message.keys[first:last] if key not in FILLERS and key not in BESIDE]
    words = [key for key in said if key.isalpha()]
    return bool(words) and (words[0] in ASKING or (bool(FACTS & {*words}) and words[0] in ASKS))


def _joins(message: Message, start: int, end: int) -> bool:
    between = message.keys[start:end]
    if len([key for key in between if key not in WHO_WANTS]) > _NEAR or any(
        key in CHOICE | PARTS for key in between
    ):
        return False
    return any(key in JOINS for key in between)


def _adds(message: Message) -> bool:
    keys = message.keys[: len(message)]
    if any(key in RATHER for key in keys):
        return False
    pairs = pairwise(keys)
    if any(key in ADDS for key in keys) or any(pair in ADDS_BOTH for pair in pairs):
        return True
    first = next((key for key in keys if key in OPENS or key not in YES | FILLERS), "")
    opens = first in OPENS or keys[0] in OPENS
    return opens and not any(key in MOVES for key in keys)  # "and make it a massage"


def _listed(message: Message, places: Sequence[Named]) -> Mention:
    """Each with the customer's words for it: `gel:gel_polish;massage:swedish/deep_tissue`.

    What two of them want stands there twice.
    """
    words = [message.words(one.start, one.end) for one in places]
    called = [word.replace(";", " ").replace(":", " ") for word in words]
    counted = zip(called, places, shares(message, places), strict=True)
    value = ";".join(
        f"{word}:{'/'.join(one.values)}" for word, one, often in counted for _ in range(often)
    )
    return Mention(TYPE, value, _SURE, text=", ".join(words))
