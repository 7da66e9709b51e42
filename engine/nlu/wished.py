"""What a message wishes for: its acts, and what is named for them, settled with each other."""

from dataclasses import replace

from engine.model.understanding import Act, Mention, Understanding
from engine.nlu.acts.offered import ONLY_IT
from engine.nlu.acts.told import ROUTED
from engine.nlu.booked.about import told_apart
from engine.nlu.booked.described import described
from engine.nlu.booked.moved import moved
from engine.nlu.each_at import EachAt, added_at, each_at
from engine.nlu.mentions.as_before import as_before, of_before
from engine.nlu.mentions.collect import SERVICE, Mentioned
from engine.nlu.mentions.ordered import answering, meant
from engine.nlu.mentions.party import of_no_party, party
from engine.nlu.mentions.pronoun import pointed_at
from engine.nlu.mentions.recounted import recounted
from engine.nlu.mentions.rest import anyone_else
from engine.nlu.mentions.several import TYPE as SEVERAL
from engine.nlu.mentions.several import everybody
from engine.nlu.mentions.spoken import spoken
from engine.nlu.mentions.uncounted import answered, uncounted
from engine.nlu.mentions.unknown import unknown
from engine.nlu.questions import wonders
from engine.nlu.reading import Here, Reading
from engine.nlu.renamed import another_time, other_day, renamed

_OF_EACH = frozenset({"service", "staff", SEVERAL})

Acts = tuple[Act, ...]


def wished(reading: Reading, here: Here, acts: Acts) -> Understanding:
    """All that is said, in the acts that were decided."""
    heard = reading.heard
    place = heard, reading.named.hidden
    apart = told_apart(reading.message, here.hearing, acts, place, reading.timed)
    named = reading.named if heard.time else _only_asked_about(reading, here, acts)
    acts, named = _only_what_was(here, acts, _called_off(here, acts, named))
    reading = replace(reading, named=named)
    plain = replace(reading.understood, mentions=named.mentions, time=apart.time, about=apart.about)
    others = unknown(reading.message, here.hearing, here.vocabulary, acts, (named, heard.covered))
    acts = _turned(reading, here, acts, plain)
    found, before = _named(reading, here, acts, others)
    come = _come(reading, here, acts)
    come = () if come and 0 < int(come[0].value or 0) <= everybody(found) else come
    found = (*of_no_party(found, come), *others)
    each = _each(reading, here, acts)
    if each is not None:
        found = (*(one for one in found if one.type not in _OF_EACH), *each.mentions)
        plain, come = replace(plain, time=each.time), ()
    mentions = (*found, *before, *spoken(reading.message, acts), *come)
    return replace(plain, acts=acts, mentions=mentions)


def _turned(reading: Reading, here: Here, acts: Acts, plain: Understanding) -> Acts:
    """The acts, where what is named turns one into another: another time for a booking moves it."""
    message, told = reading.message, reading.told
    acts = renamed(message, acts, plain, here.hearing, here.vocabulary)
    acts = other_day(message, another_time(acts, told, here.hearing), told)
    if not here.hearing.standing.idle:
        return acts
    return moved(acts, plain, instead=reading.heard.instead)


def _named(
    reading: Reading, here: Here, acts: Acts, others: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """What is named, pointed at and left over, and what is to be as it was before."""
    message, hearing, timed = reading.message, here.hearing, reading.heard.time is not None
    found = described(message, answering(meant(reading.named.mentions, acts), acts), acts)
    found = (*anyone_else(found, hearing, timed=timed), *found)
    found = (*pointed_at(message, hearing, found), *found)
    before = as_before(message, hearing, acts, (*found, *others))
    return tuple(m for m in found if not (before and of_before(message, m))), before


def _come(reading: Reading, here: Here, acts: Acts) -> tuple[Mention, ...]:
    """How many come, or that it was not said of several."""
    message, hearing, seats = reading.message, here.hearing, reading.seats
    services = reading.named.services
    sure = seats.found if seats and not seats.doubtful else None
    doubtful = seats.found if seats and seats.doubtful else None
    return (
        party(message, services, (acts, hearing), sure)
        or answered(message, hearing, reading.heard)
        or recounted(message, hearing).mentions
        or uncounted(message, services, (acts, hearing), doubtful)
    )


def _each(reading: Reading, here: Here, acts: Acts) -> EachAt | None:
    """Several bookings, each at its own time, in a wish to book or beside a booking in hand."""
    whole = reading.named, reading.heard
    idle = here.hearing.standing.idle
    if idle and any(act.name == "book" and act.confidence >= ROUTED for act in acts):
        return each_at(reading.message, (here.hearing, here.vocabulary), whole, here.now)
    return None if idle else added_at(reading.message, *whole)


def _only_asked_about(reading: Reading, here: Here, acts: Acts) -> Mentioned:
    """What is named, without a service that only a question beside the booking speaks of."""
    named, hearing = reading.named, here.hearing
    asked = any(e.asked and e.type.name == SERVICE for e in hearing.expected)
    routed = any(act.confidence >= ROUTED for act in acts)
    alone = all(m.type == SERVICE for m in named.mentions)
    if asked or routed or hearing.standing.idle or not alone or not wonders(reading.message):
        return named
    return replace(named, mentions=())


def _only_what_was(here: Here, acts: Acts, named: Mentioned) -> tuple[Acts, Mentioned]:
    """An offer declined in a word that many share keeps what was booked: "only the massage"."""
    declined = any(act.name == "deny" and act.confidence >= ROUTED for act in acts)
    shared = tuple(m for m in named.mentions if m.type == SERVICE and m.value is None)
    if not (here.hearing.standing.offers and declined and shared):
        return acts, named
    left = tuple(m for m in named.mentions if m not in shared)
    return tuple(act for act in acts if act.name != ONLY_IT), replace(named, mentions=left)


def _called_off(here: Here, acts: Acts, named: Mentioned) -> Mentioned:
    """What is named; a service that is not wanted is the one to cancel: "don't book the gel"."""
    cancels = any(act.name == "cancel" and act.confidence >= ROUTED for act in acts)
    services = [one for one in named.mentions if one.type == SERVICE]
    if not (here.hearing.standing.idle and cancels and all(one.excluded for one in services)):
        return named
    rest = (one for one in named.mentions if one.type != SERVICE)
    return replace(named, mentions=(*(replace(one, excluded=False) for one in services), *rest))
