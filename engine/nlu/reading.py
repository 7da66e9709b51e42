"""A message as it is read before it is weighed: its names, its times, how many come."""

from dataclasses import dataclass, replace
from datetime import datetime

from engine.model.understanding import CLARIFY_FLOOR, Hearing, Understanding, Vocabulary
from engine.nlu import language
from engine.nlu.acts.cues import Cues
from engine.nlu.acts.declined import none_then
from engine.nlu.acts.told import Told
from engine.nlu.choice.chips import counted_off
from engine.nlu.mentions.collect import Mentioned, mentions
from engine.nlu.mentions.ordered import FREE
from engine.nlu.mentions.party import heads, how_many
from engine.nlu.mentions.recounted import recounted
from engine.nlu.prices import shown_prices
from engine.nlu.questions import opens_question
from engine.nlu.seated import Seated, seated
from engine.nlu.tokens import Message
from engine.nlu.when.hear import Heard, Words
from engine.nlu.when.shifted import shift
from engine.nlu.words.turns import AT_ONCE


@dataclass(frozen=True, slots=True)
class Here:
    """Where, when and to whom something is said.

    Attributes:
        own: cues in the business's own words.
        now: aware, in the tenant's zone.
    """

    hearing: Hearing
    vocabulary: Vocabulary
    own: Cues | None
    now: datetime


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands in a message.

    Attributes:
        timed: the message without what is no time.
        heard: the time that is asked for.
        seats: how many come, where a number alone tells.
        understood: all of it, with no act yet.
    """

    message: Message
    named: Mentioned
    timed: Words
    heard: Heard
    seats: Seated | None
    told: Told
    understood: Understanding

    def less(self, tokens: frozenset[int], hearing: Hearing) -> "Reading":
        """The same without an order to the machine: an hour in it is none of the wish's."""
        message = self.message.without(tokens)
        timed = Words(message.without(self.named.hidden), self.timed.now)
        plain = timed.heard(hearing)
        heard = plain if plain.time else self.heard
        return replace(self, message=message, timed=timed, heard=heard)


def read(message: Message, here: Here) -> Reading:
    """Read a message where it is said."""
    hearing = here.hearing
    named = mentions(_without_shift(message), hearing, here.vocabulary)
    named = replace(named, hidden=named.hidden | _no_hours(message, hearing))
    timed = Words(message.without(named.hidden), here.now)
    heard = _heard(timed, hearing)
    off = not named.mentions and none_then(message, hearing, heard.covered)
    heard = Heard(None) if off else heard
    seats = seated(message, hearing, (named.hidden, named.services), here.now)
    if seats is not None:
        named, heard = replace(named, hidden=named.hidden | seats.tokens), seats.heard
        timed = Words(message.without(named.hidden), here.now)
    told = replace(_told(message, hearing, named, heard), none_then=off)
    label = language.tell(message, hearing, named.names)
    understood = Understanding((), named.mentions, heard.time, label)
    return Reading(message, named, timed, heard, seats, told, understood)


def _without_shift(message: Message) -> Message:
    """The message less "back an hour", which is no part of a "back massage"."""
    found = shift(message)
    return message.without(found.tokens) if found else message


def _no_hours(message: Message, hearing: Hearing) -> frozenset[int]:
    """Numbers that are no hours: prices that are shown, places, and how many come."""
    told_of = shown_prices(message, hearing) | how_many(message) | counted_off(message)
    return told_of | recounted(message, hearing).tokens if hearing.kind else told_of


def _heard(words: Words, hearing: Hearing) -> Heard:
    """The time; "now", where something is tried again, is when to try it."""
    heard = words.heard(hearing)
    tried = (
        hearing.standing.once_more and {words.message.keys[at] for at in heard.covered} <= AT_ONCE
    )
    return Heard(None) if tried else heard


def _told(message: Message, hearing: Hearing, named: Mentioned, heard: Heard) -> Told:
    mentions, time = named.mentions, heard.time
    wanted = {m.type for m in mentions if not m.excluded and m.confidence >= CLARIFY_FLOOR}
    turned_down = heard.refused and not {message.keys[at] for at in heard.covered} <= AT_ONCE
    placed = "staff" in wanted or time is not None
    return Told(
        values=bool(wanted) or time is not None,
        named=bool(wanted - {FREE}) or time is not None,
        service="service" in wanted,
        exact=named.exact,
        asks=time is None and opens_question(message),
        timed=time is not None,
        hour=time is not None and time.grain == "minute",
        person_and_time="staff" in wanted and time is not None,
        time_refused=turned_down,
        only_refused=not wanted and time is None and (turned_down or bool(mentions)),
        whole="service" in wanted and placed,
        answers=placed and not hearing.standing.idle,
        tokens=named.hidden | heard.covered | heads(message),
        services=named.services,
    )
