"""Sets of intents: what a customer wants, and what must be let be."""

from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator

from engine.document.problem import suggest
from engine.model.thresholds import USUAL
from engine.model.understanding import ACTS, CLARIFY_FLOOR, INTENTS, Understanding
from ratiba.evaluating.kinds.case import Utterance
from ratiba.evaluating.nearest import BY_MAP, BY_SPOKEN, OTHER_DOMAIN, OUTSIDE, Nearest, Place
from ratiba.evaluating.verdict import Judged, Verdict

QUESTION = "other"
"""The intent of a question that is answered from facts, or not at all: nothing is begun."""
TASKS = frozenset({"book", "cancel", "reschedule"})
"""Intents that begin something: none of them beside the right one."""


def known_map(name: str | None) -> str | None:
    """Refuse an intent that the table does not place."""
    return name if name is None else _known(name, BY_MAP)


def known_spoken(name: str) -> str:
    """Refuse an intent that the table does not place."""
    return _known(name, BY_SPOKEN)


def _known(name: str, table: Collection[str]) -> str:
    if name not in table:
        raise ValueError(f"no intent '{name}' is placed. {suggest(name, table)}")
    return name


class IntentCase(Utterance):
    """Words with the act of ours that a set takes for the nearest; null: of another domain."""

    map: Annotated[str | None, AfterValidator(known_map)]

    def judge(self, heard: Understanding) -> Judged:
        """See `judged`."""
        if self.map is None:
            return judged(OUTSIDE, OTHER_DOMAIN, heard)
        return judged(BY_MAP[self.map], self.map, heard)


class SpokenCase(Utterance):
    """A transcript of what was said to a device, with the device's intent."""

    intent: Annotated[str, AfterValidator(known_spoken)]
    entities: tuple[tuple[str, str], ...]

    def judge(self, heard: Understanding) -> Judged:
        """See `judged`."""
        return judged(BY_SPOKEN[self.intent], self.intent, heard)


def judged(nearest: Nearest, group: str, heard: Understanding) -> Judged:
    """Hold the acts that were heard against the nearest ones.

    Right is an act that routes at once, or, kept out, that none does. It is silently wrong when
    another one routes; asked when the right one is among what a clarification would offer.
    """
    decided = {act.name for act in heard.acts if act.confidence >= USUAL.act}
    likely = {act.name for act in heard.acts if act.confidence >= CLARIFY_FLOOR}
    kept_out = nearest.place is Place.KEPT_OUT
    verdict = _kept(nearest, decided, likely) if kept_out else _heard(nearest, decided, likely)
    return Judged(verdict, group, group, _told(heard, decided))


def _heard(nearest: Nearest, decided: set[str], likely: set[str]) -> Verdict:
    beside = (decided & TASKS) - nearest.acts
    if decided & nearest.acts and not beside:
        return Verdict.RIGHT
    if decided - nearest.acts - {QUESTION}:
        return Verdict.WRONG
    return Verdict.ASKED if likely & nearest.acts else Verdict.MISSED


def _kept(nearest: Nearest, decided: set[str], likely: set[str]) -> Verdict:
    if decided - nearest.acts:
        return Verdict.WRONG
    return Verdict.ASKED if likely - nearest.acts else Verdict.RIGHT


def _told(heard: Understanding, decided: set[str]) -> str:
    """The acts that route, tasks first; in brackets what a clarification would be about."""
    order = (*INTENTS, *ACTS)
    if decided:
        return " + ".join(sorted(decided, key=lambda name: _rank(order, name)))
    best = heard.intent
    return f"({best.name})" if best.confidence >= CLARIFY_FLOOR else "nothing"


def _rank(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)


def place_of(group: str) -> Place:
    """What a booking business has to do with a group of these sets."""
    nearest = BY_MAP.get(group) or BY_SPOKEN.get(group) or OUTSIDE
    return nearest.place
