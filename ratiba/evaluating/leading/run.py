"""Sets of dialogues, led one after the other in a database that is thrown away."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from ratiba.conversing.house import House
from ratiba.evaluating.kinds.dialogues import Dialogue
from ratiba.evaluating.kinds.talks import WholeTalk
from ratiba.evaluating.leading.businesses import businesses
from ratiba.evaluating.leading.lead import Led, lead
from ratiba.evaluating.leading.script import Script, script
from ratiba.evaluating.leading.talking import talk_through
from ratiba.evaluating.report import Report
from ratiba.evaluating.sets import EvalSet
from ratiba.evaluating.verdict import Scored
from ratiba.terminal.progress import Progress


@dataclass(frozen=True, slots=True)
class Houses:
    """Where conversations are led; `by_rules`, without a model, those again in which one was asked.

    The same conversation without a call comes out the same. None: nothing is compared.
    """

    house: House
    by_rules: House | None = None


async def talk_all(found: EvalSet, houses: Houses, progress: Progress) -> Report:
    """Lead every conversation with its business.

    Raises:
        InputError: a business is in no `businesses*.json` beside the set.
    """
    shops = businesses(found)
    scored = []
    for number, one in enumerate(found.records):
        progress.again(f"{found.name}: {number} of {len(found.records)}")
        if isinstance(one.record, WholeTalk):
            talk = one.record
            came = await talk_through(talk, shops[talk.business], one.at, houses.house)
            if came.calls and houses.by_rules:
                again = await talk_through(talk, shops[talk.business], one.at, houses.by_rules)
                came = replace(came, alone=again.judged)
            scored.append(came)
    alone = _report(found, [one.by_rules() for one in scored]) if houses.by_rules else None
    return replace(_report(found, scored), alone=alone)


async def lead_all(found: EvalSet, houses: Houses, progress: Progress) -> Report:
    """Lead every dialogue that books something; the others are only counted."""
    booking = list(_booking(found))
    led, by_rules = [], []
    for number, (at, dialogue, script_) in enumerate(booking):
        progress.again(f"{found.name}: {number} of {len(booking)}")
        came = alone = await lead(dialogue, script_, at, houses.house)
        if came.scored.calls and houses.by_rules:
            alone = await lead(dialogue, script_, at, houses.by_rules)
            came = replace(came, scored=replace(came.scored, alone=alone.scored.judged))
        led.append(came)
        by_rules.append(alone)
    others = len(found.records) - len(booking)
    compared = _of_led(found, by_rules, others) if houses.by_rules else None
    return replace(_of_led(found, led, others), alone=compared)


def _of_led(found: EvalSet, led: Sequence[Led], others: int) -> Report:
    more = {**of_bookings(led), "without a booking": float(others)}
    return replace(_report(found, [one.scored for one in led]), more=more)


def _report(found: EvalSet, scored: Sequence[Scored]) -> Report:
    return Report(found.name, found.kind.name, "conversation", tuple(scored))


def _booking(found: EvalSet) -> Iterator[tuple[str, Dialogue, Script]]:
    for one in found.records:
        if isinstance(one.record, Dialogue) and (known := script(one.record)):
            yield one.at, one.record, known


def of_bookings(led: Sequence[Led]) -> Mapping[str, float]:
    """Shares with the right day, time and provider, and turns a dialogue of those that booked."""
    if not led:
        return {}
    done = [one for one in led if one.found.standing.live]
    told = {
        "day": fmean(one.found.day for one in led),
        "time": fmean(one.found.clock for one in led),
        "provider": fmean(one.found.provider for one in led),
    }
    if not done:
        return told
    return told | {
        "turns": fmean(one.turns for one in done),
        "turns there, of the booking": fmean(one.of for one in done),
        "turns there, in all": fmean(one.of_all for one in done),
    }
