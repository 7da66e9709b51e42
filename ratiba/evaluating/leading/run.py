"""Sets of dialogues, led one after the other in a database that is thrown away."""

from collections.abc import Iterator, Mapping, Sequence
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
from ratiba.terminal.progress import Progress


async def talk_all(found: EvalSet, house: House, progress: Progress) -> Report:
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
            scored.append(await talk_through(talk, shops[talk.business], one.at, house))
    return Report(found.name, found.kind.name, "conversation", tuple(scored))


async def lead_all(found: EvalSet, house: House, progress: Progress) -> Report:
    """Lead every dialogue that books something; the others are only counted."""
    booking = list(_booking(found))
    led = []
    for number, (at, dialogue, script_) in enumerate(booking):
        progress.again(f"{found.name}: {number} of {len(booking)}")
        led.append(await lead(dialogue, script_, at, house))
    more = {**of_bookings(led), "without a booking": float(len(found.records) - len(booking))}
    scored = tuple(one.scored for one in led)
    return Report(found.name, found.kind.name, "conversation", scored, more)


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
