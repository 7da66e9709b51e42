"""Understanding by rules alone: one message, in a state, to one `Understanding`. Pure."""

from dataclasses import replace
from datetime import datetime

from engine.model.understanding import (
    CLARIFY_FLOOR,
    Act,
    Hearing,
    Understanding,
    Vocabulary,
)
from engine.nlu import language
from engine.nlu.about import told_apart
from engine.nlu.acts.told import Told
from engine.nlu.acts.weigh import weigh
from engine.nlu.chips import Picked, picked
from engine.nlu.chosen import settle
from engine.nlu.described import described
from engine.nlu.mentions.collect import Mentioned, mentions
from engine.nlu.mentions.ordered import answering, meant
from engine.nlu.mentions.spoken import spoken
from engine.nlu.mentions.stranger import stranger
from engine.nlu.mentions.unknown import unknown
from engine.nlu.renamed import renamed
from engine.nlu.tokens import Message, read
from engine.nlu.when.hear import Heard, hear

_CALL = "handoff"

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
    message = read(text)
    named = mentions(message, hearing, vocabulary)
    heard = hear(message.without(named.hidden), hearing, now)
    label = language.tell(message, hearing, named.names)
    understood = Understanding((), named.mentions, heard.time, label)
    choice = picked(message, hearing)
    if choice is not None:
        chosen = settle(understood, choice, hearing)
        return replace(chosen, acts=renamed(message, chosen.acts, understood, hearing, vocabulary))
    road = _picked_of(message, named, hearing)
    if road is not None:
        return replace(settle(understood, road, hearing), mentions=named.mentions)
    acts = _uncalled(message, hearing, (named, heard), weigh(message, hearing, _told(named, heard)))
    acts = _unasked(acts, named, hearing)
    apart = told_apart(message, hearing, acts, (heard, named.hidden), now)
    understood = replace(understood, time=apart.time, about=apart.about)
    wanted = unknown(message, hearing, vocabulary, acts, (named, heard.covered))
    called = stranger(message, hearing, vocabulary, acts, (named, heard.covered))
    acts = renamed(message, acts, understood, hearing, vocabulary)
    found = described(message, answering(meant(named.mentions, acts), acts), acts)
    return replace(
        understood, acts=acts, mentions=(*found, *wanted, *called, *spoken(message, acts))
    )


def _picked_of(message: Message, named: Mentioned, hearing: Hearing) -> Picked | None:
    """A road picked with the thing it is about: "only the manicure", "haircut pekee"."""
    if hearing.kind != "choose" or not named.names:
        return None
    kept = (token for at, token in enumerate(message.tokens) if at not in named.names)
    return picked(message.only(kept), hearing)


def _uncalled(
    message: Message, hearing: Hearing, found: tuple[Mentioned, Heard], acts: tuple[Act, ...]
) -> tuple[Act, ...]:
    """The acts without a call for a person that only "any attendant" sounds like."""
    named, heard = found
    if not named.role or not any(act.name == _CALL for act in acts):
        return acts
    rest = weigh(message.without(named.role), hearing, _told(named, heard))
    called = any(act.name == _CALL for act in rest)
    return acts if called else tuple(act for act in acts if act.name != _CALL)


def _unasked(acts: tuple[Act, ...], named: Mentioned, hearing: Hearing) -> tuple[Act, ...]:
    """The acts without a question that is none: "I have AAR" where the insurer is asked."""
    told = {m.type for m in named.mentions if not m.excluded and m.value is not None}
    own = told - _TALKED_ABOUT
    answers = any(e.asked and e.type.lister and e.type.name in own for e in hearing.expected)
    return tuple(act for act in acts if act.name != "other") if answers else acts


def _told(named: Mentioned, heard: Heard) -> Told:
    mentions, time = named.mentions, heard.time
    wanted = {m.type for m in mentions if not m.excluded and m.confidence >= CLARIFY_FLOOR}
    return Told(
        values=bool(wanted) or time is not None,
        service="service" in wanted,
        person_and_time="staff" in wanted and time is not None,
        only_refused=not wanted and time is None and (heard.refused or bool(mentions)),
        tokens=named.hidden | heard.covered,
    )
