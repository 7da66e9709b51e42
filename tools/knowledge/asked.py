"""A question, read: what it is about, of which service and person, for which day."""

from dataclasses import dataclass
from datetime import date, datetime

from engine.model.handler import Args
from engine.model.value import ANYONE, Value
from engine.nlu.acts.cues import Cues
from engine.nlu.tokens import read
from engine.nlu.words.classes import CLASSES
from tools.args import optional
from tools.catalog.model import Catalogue, Service
from tools.knowledge.words import TOPICS

_CUES = Cues(TOPICS, CLASSES)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a customer wants to know.

    Attributes:
        text: the customer's words.
        topics: what it may be about, the surest first.
        rest: the text without the words that say so.
        services: those that are meant: none, one, or all that a word may mean.
        named: whether the question itself names them; else they were talked of before.
        unknown: the customer's words for a service that there is none of.
        staff: id of the person meant.
        day: local.
    """

    text: str
    topics: tuple[str, ...]
    rest: str
    services: tuple[Service, ...]
    named: bool
    unknown: str | None
    staff: str | None
    day: date | None


def asked(args: Args, catalogue: Catalogue) -> Asked:
    """Read the tool's inputs."""
    words, service = optional(args, "question"), args.get("service")
    text = str(words.value) if words else ""
    meant = service if isinstance(service, Value) else None
    services = _services(meant, catalogue)
    staff, at = optional(args, "staff"), optional(args, "time")
    return Asked(
        text,
        topics(text),
        _rest(text),
        services,
        bool(meant and not meant.facts.get("earlier")),
        None if services or meant is None else _heard(meant),
        None if staff is None or staff.value == ANYONE else str(staff.value),
        _day(at),
    )


def topics(text: str) -> tuple[str, ...]:
    """What a question may be about, the surest first; among equals in the table's order."""
    sure: dict[str, float] = {}
    for match in _CUES.matches(read(text)):
        sure[match.cue.act] = max(match.cue.confidence, sure.get(match.cue.act, 0.0))
    order = [topic for topic, _, _ in TOPICS]
    return tuple(sorted(sure, key=lambda topic: (-sure[topic], order.index(topic))))


def _rest(text: str) -> str:
    message = read(text)
    about = {at for match in _CUES.matches(message) for at in range(match.start, match.end)}
    return " ".join(message.words(at, at + 1) for at in range(len(message)) if at not in about)


def _services(meant: Value | None, catalogue: Catalogue) -> tuple[Service, ...]:
    if meant is None:
        return ()
    named = str(meant.facts.get("candidates") or "").split(",")
    ids = [str(meant.value), *named] if meant.value is not None else named
    return tuple(catalogue.services[id_] for id_ in ids if id_ in catalogue.services)


def _heard(meant: Value) -> str | None:
    text = meant.facts.get("text") or meant.value
    return str(text) if text else None


def _day(at: Value | None) -> date | None:
    try:
        return datetime.fromisoformat(str(at.value)).date() if at else None
    except ValueError:
        return None
