"""Sets of single utterances, scored one record after the other."""

from collections.abc import Mapping, Sequence

from ratiba.evaluating.ear import Ear
from ratiba.evaluating.kinds.case import Utterance
from ratiba.evaluating.kinds.intents import place_of
from ratiba.evaluating.nearest import Place
from ratiba.evaluating.report import Report, figures
from ratiba.evaluating.sets import EvalSet
from ratiba.evaluating.verdict import Scored, Verdict
from ratiba.terminal.progress import Progress

EVERY = 50
"""Records between two looks at the terminal."""
OF_INTENTS = frozenset({"intents", "spoken intents"})


async def hear_all(found: EvalSet, ear: Ear, progress: Progress, *, compare: bool) -> Report:
    """Score every record of a set.

    Args:
        found: the set.
        ear: who hears.
        progress: told how far it has come.
        compare: tell as well what rules alone come to.

    Raises:
        InputError: a record's `now` is no instant.
    """
    scored = []
    for number, one in enumerate(found.records):
        if number % EVERY == 0:
            progress.again(f"{found.name}: {number} of {len(found.records)}")
        if isinstance(one.record, Utterance):
            scored.append(await ear.score(one.record, one.at))
    return reported(found, scored, compare=compare)


def reported(found: EvalSet, scored: Sequence[Scored], *, compare: bool) -> Report:
    """Sum a set up, with what rules alone come to where that is to be compared."""
    more = of_intents(scored) if found.kind.name in OF_INTENTS else {}
    by_rules = [one.by_rules() for one in scored]
    alone = reported(found, by_rules, compare=False) if compare else None
    return Report(found.name, found.kind.name, "utterance", tuple(scored), more, alone)


def of_intents(scored: Sequence[Scored]) -> Mapping[str, float]:
    """Shares by what a booking business has to do with an intent: heard, or kept out."""
    told = {}
    for place in Place:
        ours = figures([one for one in scored if place_of(one.judged.group) is place])
        if ours.n:
            told[place.value] = ours.share(Verdict.RIGHT, Verdict.ASKED)
    return told
