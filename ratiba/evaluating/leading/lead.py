"""A dialogue led through the booking flow, and what came of it against what the dialogue booked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import perf_counter

from engine.errors import InputError
from ratiba.conversing.business import Business
from ratiba.conversing.conversation import Conversation
from ratiba.conversing.house import House
from ratiba.conversing.lines import Start
from ratiba.conversing.observed import Observed
from ratiba.conversing.scene import Scene
from ratiba.conversing.snapshot import Standing
from ratiba.evaluating.kinds.dialogues import Attempt, Dialogue
from ratiba.evaluating.leading.customer import Customer
from ratiba.evaluating.leading.script import Script
from ratiba.evaluating.leading.shop import BOOKED, MINUTES, same, shop
from ratiba.evaluating.verdict import Judged, Scored, Verdict

NOW = "2019-03-01T08:00"
"""The corpus happens on this day."""
PHONE = "+254700000001"
PATIENCE = 6
"""Acts beyond one for each line of the script."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a conversation came to; whether day, time and provider are the dialogue's."""

    day: bool
    clock: bool
    provider: bool
    standing: Standing
    last: Observed

    def judged(self, group: str, wanted: str) -> Judged:
        """Right is one booking, the dialogue's; another one is silently wrong, none is missed."""
        parts = {"day": self.day, "time": self.clock, "provider": self.provider}
        live = self.standing.live
        if not live:
            left = "with a person" if self.standing.handoff else f"left at {self.last.state}"
            return Judged(Verdict.MISSED, group, "booked", left, f"no booking, not {wanted}")
        detail = f"{', '.join(one.start for one in live)}, not {wanted}"
        others = [name for name, fits in parts.items() if not fits]
        if len(live) > 1:
            return Judged(Verdict.WRONG, group, "booked", "booked twice", detail)
        if others:
            came = f"another {' and '.join(others)}"
            return Judged(Verdict.WRONG, group, "booked", came, detail)
        return Judged(Verdict.RIGHT, group, "booked", "booked")


@dataclass(frozen=True, slots=True)
class Led:
    """A dialogue that was led.

    Attributes:
        turns: acts of the customer here.
        of: of theirs about the booking, in the dialogue; `of_all` with those of the search.
    """

    scored: Scored
    found: Found
    turns: int
    of: int
    of_all: int


async def lead(dialogue: Dialogue, script: Script, at: str, house: House) -> Led:
    """Lead one dialogue until it has booked, or has nothing more to say."""
    business = shop(dialogue, script)
    began = perf_counter()
    async with house.scene(
        Start(conversation=_begins(script, business), business=business)
    ) as scene:
        turns, last, standing = await _talked(scene, Customer(script), len(script.lines))
        took = (perf_counter() - began) * 1000
        calls = await scene.calls()
    booked = standing.live[0] if standing.live else None
    made = script.made
    day, _, clock = booked.start.partition("T") if booked else ("", "", "")
    served = booked is not None and booked.staff == BOOKED
    found = Found(day == made.day, clock == made.clock, served, standing, last)
    judged = found.judged(dialogue.services[0], f"{made.day}T{made.clock}")
    scored = Scored(dialogue.id, at, script.lines[0].text, judged, took, calls)
    return Led(scored, found, turns, len(script.lines), script.turns)


async def _talked(scene: Scene, customer: Customer, lines: int) -> tuple[int, Observed, Standing]:
    seen, standing, turns = Observed(), await scene.look(), 0
    while turns < lines + PATIENCE and not (standing.live or standing.handoff):
        deed = customer.answer(seen)
        if deed is None:
            break
        try:
            seen = await scene.act(deed)
        except InputError:
            break
        turns, standing = turns + 1, await scene.look()
    return turns, seen, standing


def _begins(script: Script, business: Business) -> Conversation:
    """Others have taken what the dialogue's service could not book."""
    busy = [
        {"staff": who, "start": f"{lost.day}T{lost.clock}", "end": _end(lost.day, lost.clock)}
        for lost in script.tries
        if not lost.made
        for who in _not_free(lost, script, business)
    ]
    given = {"customer": {"phone": PHONE}, "busy": busy, "settings": {"cross_sell": 0}}
    return Conversation.model_validate({"now": NOW, "given": given})


def _not_free(lost: Attempt, script: Script, business: Business) -> Iterator[str]:
    """Who was asked for; all of them where the dialogue stays with that one."""
    stays = same(lost.provider, script.made.provider)
    return (one.id for one in business.staff if stays or same(one.name, lost.provider))


def _end(day: str, clock: str) -> str:
    begins = datetime.fromisoformat(f"{day}T{clock}")
    return (begins + timedelta(minutes=MINUTES)).isoformat(timespec="minutes")
