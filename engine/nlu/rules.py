"""Understanding by rules alone: one message, in a state, to one `Understanding`. Pure."""

from dataclasses import replace
from datetime import datetime

from engine.model.builtin import PICKED
from engine.model.understanding import (
    CLARIFY_FLOOR,
    Act,
    Hearing,
    Mention,
    Understanding,
    Vocabulary,
)
from engine.nlu import language
from engine.nlu.acts.cues import Cues
from engine.nlu.acts.declined import none_then
from engine.nlu.acts.lateness import only_late
from engine.nlu.acts.offered import ONLY_IT
from engine.nlu.acts.orders import ordered
from engine.nlu.acts.told import DOUBTED, ROUTED, Told
from engine.nlu.acts.weigh import weigh
from engine.nlu.booked.about import told_apart
from engine.nlu.booked.described import described
from engine.nlu.booked.moved import moved
from engine.nlu.choice.all_of import all_of
from engine.nlu.choice.chips import Picked, counted_off, picked
from engine.nlu.choice.chosen import settle
from engine.nlu.choice.of_list import of_list
from engine.nlu.each_at import EachAt, added_at, each_at
from engine.nlu.mentions.as_before import as_before, of_before
from engine.nlu.mentions.collect import SERVICE, Mentioned, mentions
from engine.nlu.mentions.lexicon import lexicon
from engine.nlu.mentions.ordered import CALL, FREE, answering, meant
from engine.nlu.mentions.party import heads, how_many, of_no_party, party
from engine.nlu.mentions.pronoun import pointed_at
from engine.nlu.mentions.recounted import recounted
from engine.nlu.mentions.rest import anyone_else
from engine.nlu.mentions.several import TYPE as SEVERAL
from engine.nlu.mentions.several import everybody
from engine.nlu.mentions.spoken import spoken
from engine.nlu.mentions.uncounted import answered, uncounted
from engine.nlu.mentions.unknown import unknown
from engine.nlu.prices import shown_prices
from engine.nlu.questions import opens_question, wonders
from engine.nlu.renamed import another_time, other_day, renamed
from engine.nlu.seated import Seated, seated
from engine.nlu.tokens import Message
from engine.nlu.when.hear import Heard, Words
from engine.nlu.when.shifted import shift
from engine.nlu.words.turns import AT_ONCE

_OF_EACH = frozenset({"service", "staff", SEVERAL})
_SOUNDS_LIKE = frozenset({CALL, "stop"})
"""What words that leave it to us who serves are heard as where they stand alone."""
_TALKED_ABOUT = frozenset({"service", "staff", "opening"})
"""What customers ask about as often as they choose it."""


def understand(text: str, hearing: Hearing, vocabulary: Vocabulary, now: datetime) -> Understanding:
    """What a message says, by rules.

    Args:
        text: the customer's words, of any length and in any script.
        hearing: what the state expects.
        vocabulary: the names of the catalogue; the same tuple is indexed only once.
        now: aware, in the tenant's zone: the moment the message was sent.
    """
    words = lexicon(vocabulary)
    message = words.read(text)
    named = mentions(_without_shift(message), hearing, vocabulary)
    named = replace(named, hidden=named.hidden | _no_hours(message, hearing))
    timed = Words(message.without(named.hidden), now)
    heard = _heard(timed, hearing)
    off = not named.mentions and none_then(message, hearing, heard.covered)
    heard = Heard(None) if off else heard
    seats = seated(message, hearing, (named.hidden, named.services), now)
    if seats is not None:
        named, heard = replace(named, hidden=named.hidden | seats.tokens), seats.heard
        timed = Words(message.without(named.hidden), now)
    label = language.tell(message, hearing, named.names)
    understood = Understanding((), named.mentions, heard.time, label)
    told = replace(_told(message, hearing, named, heard), none_then=off)
    orders = ordered(message, told)
    chosen = _chosen(message, (hearing, vocabulary), understood, (named, told, heard), words.cues)
    if chosen is not None and not orders:
        return chosen
    road = _picked_of(message, named, hearing)
    if road is not None:
        return replace(settle(understood, road, hearing), mentions=named.mentions)
    if orders:
        message = message.without(orders)
        timed = Words(message.without(named.hidden), now)
        plain = timed.heard(hearing)
        heard = plain if plain.time else heard  # an hour in the order is none of the wish's
    said = _acts(message, hearing, (named, told), words.cues)
    acts = _doubted(_unasked(said, named, hearing), orders)
    if only_late(acts):
        return Understanding(acts, (), None, label)
    apart = told_apart(message, hearing, acts, (heard, named.hidden), timed)
    named = named if heard.time else _only_asked_about(message, hearing, acts, named)
    acts, named = _only_what_was(hearing, acts, _called_off(hearing, acts, named))
    understood = replace(understood, mentions=named.mentions, time=apart.time, about=apart.about)
    others = unknown(message, hearing, vocabulary, acts, (named, heard.covered))
    acts = renamed(message, acts, understood, hearing, vocabulary)
    acts = other_day(message, another_time(acts, told, hearing), told)
    if hearing.standing.idle:
        acts = moved(acts, understood, instead=heard.instead)
    found = described(message, answering(meant(named.mentions, acts), acts), acts)
    found = (*anyone_else(found, hearing, timed=heard.time is not None), *found)
    found = (*pointed_at(message, hearing, found), *found)
    before = as_before(message, hearing, acts, (*found, *others))
    found = tuple(m for m in found if not (before and of_before(message, m)))
    come = _come(message, hearing, (named, heard), acts, seats)
    come = () if come and 0 < int(come[0].value or 0) <= everybody(found) else come
    found = (*of_no_party(found, come), *others)
    each = _each(message, (hearing, vocabulary), acts, (named, heard), now)
    if each is not None:
        found = (*(one for one in found if one.type not in _OF_EACH), *each.mentions)
        understood, come = replace(understood, time=each.time), ()
    return replace(understood, acts=acts, mentions=(*found, *before, *spoken(message, acts), *come))


def _no_hours(message: Message, hearing: Hearing) -> frozenset[int]:
    """Numbers that are no hours: prices that are shown, places, and how many come."""
    told_of = shown_prices(message, hearing) | how_many(message) | counted_off(message)
    return told_of | recounted(message, hearing).tokens if hearing.kind else told_of


def _come(
    message: Message,
    hearing: Hearing,
    of: tuple[Mentioned, Heard],
    acts: tuple[Act, ...],
    seats: Seated | None,
) -> tuple[Mention, ...]:
    """How many come, or that it was not said of several."""
    named, heard = of
    sure = seats.found if seats and not seats.doubtful else None
    doubtful = seats.found if seats and seats.doubtful else None
    return (
        party(message, named.services, (acts, hearing), sure)
        or answered(message, hearing, heard)
        or recounted(message, hearing).mentions
        or uncounted(message, named.services, (acts, hearing), doubtful)
    )


def _chosen(
    message: Message,
    state: tuple[Hearing, Vocabulary],
    understood: Understanding,
    found: tuple[Mentioned, Told, Heard],
    own: Cues | None,
) -> Understanding | None:
    """What a message says that is nothing but a choice on the screen, or all of them."""
    (hearing, vocabulary), (named, told, heard) = state, found
    every = all_of(message, hearing) or (None if named.mentions else of_list(message, hearing))
    if every is not None:
        dated = heard.time is not None and heard.time.grain == "minute" and not heard.time.dayless
        return replace(understood, mentions=(every,), time=heard.time if dated else None)
    choice = _road(picked(message, hearing), named, heard)
    if choice is None:
        return None
    if choice.part and choice.outdone(_acts(message, hearing, (named, told), own), ROUTED):
        return None
    chosen = settle(understood, choice, hearing)
    acts = renamed(message, chosen.acts, understood, hearing, vocabulary)
    return replace(chosen, acts=other_day(message, acts, told))


def _each(
    message: Message,
    state: tuple[Hearing, Vocabulary],
    acts: tuple[Act, ...],
    whole: tuple[Mentioned, Heard],
    now: datetime,
) -> EachAt | None:
    """Several bookings, each at its own time, in a wish to book or beside a booking in hand."""
    here = state[0].standing
    if here.idle and any(act.name == "book" and act.confidence >= ROUTED for act in acts):
        return each_at(message, state, whole, now)
    return None if here.idle else added_at(message, *whole)


def _without_shift(message: Message) -> Message:
    """The message less "back an hour", which is no part of a "back massage"."""
    found = shift(message)
    return message.without(found.tokens) if found else message


def _picked_of(message: Message, named: Mentioned, hearing: Hearing) -> Picked | None:
    """A road picked with the thing it is about: "only the manicure", "haircut pekee"."""
    if hearing.kind != "choose" or not named.names:
        return None
    kept = (token for at, token in enumerate(message.tokens) if at not in named.names)
    return _road(picked(message.only(kept), hearing), named, None)


def _road(choice: Picked | None, named: Mentioned, heard: Heard | None) -> Picked | None:
    """The choice; an answer to change, named with its new value, is that value: "service: fade"."""
    told = bool(named.mentions) or (heard is not None and heard.time is not None)
    renewed = told and choice is not None and choice.chip.value.startswith(f"{PICKED}=")
    return None if renewed else choice


def _acts(
    message: Message, hearing: Hearing, found: tuple[Mentioned, Told], own: Cues | None
) -> tuple[Act, ...]:
    """The acts, without a call or an end that only "any attendant" or `si lazima` sounds like."""
    named, told = found
    acts = weigh(message, hearing, told, own)
    if not named.role or not any(act.name in _SOUNDS_LIKE for act in acts):
        return acts
    rest = {act.name for act in weigh(message.without(named.role), hearing, told, own)}
    return tuple(act for act in acts if act.name not in _SOUNDS_LIKE or act.name in rest)


def _heard(words: Words, hearing: Hearing) -> Heard:
    """The time; "now", where something is tried again, is when to try it."""
    heard = words.heard(hearing)
    tried = (
        hearing.standing.once_more and {words.message.keys[at] for at in heard.covered} <= AT_ONCE
    )
    return Heard(None) if tried else heard


def _only_asked_about(
    message: Message, hearing: Hearing, acts: tuple[Act, ...], named: Mentioned
) -> Mentioned:
    """What is named, without a service that only a question beside the booking speaks of."""
    asked = any(e.asked and e.type.name == SERVICE for e in hearing.expected)
    routed = any(act.confidence >= ROUTED for act in acts)
    alone = all(m.type == SERVICE for m in named.mentions)
    if asked or routed or hearing.standing.idle or not alone or not wonders(message):
        return named
    return replace(named, mentions=())


def _only_what_was(
    hearing: Hearing, acts: tuple[Act, ...], named: Mentioned
) -> tuple[tuple[Act, ...], Mentioned]:
    """An offer declined in a word that many share keeps what was booked: "only the massage"."""
    declined = any(act.name == "deny" and act.confidence >= ROUTED for act in acts)
    shared = tuple(m for m in named.mentions if m.type == SERVICE and m.value is None)
    if not (hearing.standing.offers and declined and shared):
        return acts, named
    left = tuple(m for m in named.mentions if m not in shared)
    return tuple(act for act in acts if act.name != ONLY_IT), replace(named, mentions=left)


def _called_off(hearing: Hearing, acts: tuple[Act, ...], named: Mentioned) -> Mentioned:
    """What is named; a service that is not wanted is the one to cancel: "don't book the gel"."""
    cancels = any(act.name == "cancel" and act.confidence >= ROUTED for act in acts)
    services = [one for one in named.mentions if one.type == SERVICE]
    if not (hearing.standing.idle and cancels and all(one.excluded for one in services)):
        return named
    rest = (one for one in named.mentions if one.type != SERVICE)
    return replace(named, mentions=(*(replace(one, excluded=False) for one in services), *rest))


def _unasked(acts: tuple[Act, ...], named: Mentioned, hearing: Hearing) -> tuple[Act, ...]:
    """The acts without a question that is none: "I have AAR" where the insurer is asked."""
    told = {m.type for m in named.mentions if not m.excluded and m.value is not None}
    own = told - _TALKED_ABOUT
    answers = any(e.asked and e.type.lister and e.type.name in own for e in hearing.expected)
    return tuple(act for act in acts if act.name != "other") if answers else acts


def _doubted(acts: tuple[Act, ...], orders: frozenset[int]) -> tuple[Act, ...]:
    """The acts; a yes beside an order to the machine is asked for again: money is behind it."""
    if not orders:
        return acts
    return tuple(
        replace(act, confidence=min(act.confidence, DOUBTED)) if act.name == "affirm" else act
        for act in acts
    )


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
