"""Many customers at once for the same few hours, half-overlapping, some letting go again."""

import asyncio
import random
from dataclasses import dataclass
from time import perf_counter

from engine.model.value import Value
from tests.tools.conftest import Business
from tools.scheduling.confirm_booking.handler import HANDLER as CONFIRM
from tools.scheduling.release_hold.handler import HANDLER as RELEASE_HOLD
from tools.scheduling.tentatively_reserve.handler import HANDLER as RESERVE

CUT = Value(
    "service", "cut", facts={"price": 1500, "minutes": 45, "buffer_before": 5, "buffer_after": 10}
)
BATH = Value("service", "bath", facts={"price": 900, "minutes": 60})


@dataclass
class Outcome:
    """How a race went; `p99_ms` of one attempt from hold to answer."""

    attempts: int
    won: int
    lost: int
    overlaps: int
    p99_ms: float


async def race(shop: Business, attempts: int, at_once: int = 16, seed: int = 7) -> Outcome:
    """Let many try to hold and book; gives how it went and how many overlaps there are."""
    chance = random.Random(seed)  # noqa: S311 - a repeatable race
    gate = asyncio.Semaphore(at_once)
    times: list[float] = []

    async def one(number: int) -> bool:
        people = chance.choice(("anna", "mary", "anna,mary", "mary,anna"))
        bath = chance.random() < 0.3
        clock = f"{chance.randrange(9, 17):02}:{chance.choice((0, 15, 30, 45)):02}"
        facts = {"people": people, "names": "|".join(people.split(","))}
        facts |= (
            {"places": ";".join(["main/room:1|room:2"] * len(people.split(",")))} if bath else {}
        )
        time = Value("opening", f"2026-06-{chance.randrange(2, 8):02}T{clock}", facts=facts)
        args = {"service": BATH if bath else CUT, "time": time, "contact": Value("contact", "x")}
        lets_go = chance.random() < 0.3
        async with gate:
            began = perf_counter()
            outcome, answer = await shop.write(RESERVE, args, shop.turn(f"thread-{number}"))
            if outcome == "held":
                tool = RELEASE_HOLD if lets_go else CONFIRM
                outcome, _ = await shop.write(tool, {**args, **answer.gives})
            times.append(perf_counter() - began)
            return outcome == "done"

    results = await asyncio.gather(*(one(number) for number in range(attempts)))
    won = sum(results)
    p99 = sorted(times)[int(len(times) * 0.99)] * 1000
    return Outcome(attempts, won, attempts - won, await overlaps(shop), p99)


async def overlaps(shop: Business) -> int:
    """Count pairs of live claims on one lane that overlap, and appointments that lack a lane."""
    row = await shop.gate.fetch_one(
        "SELECT (SELECT count(*) FROM {t}.appointment_resources a JOIN {t}.appointment_resources b"
        "  ON a.id < b.id AND a.live AND b.live AND a.resource_id = b.resource_id"
        "  AND a.blocks_from < b.blocks_to AND b.blocks_from < a.blocks_to)"
        " + (SELECT count(*) FROM {t}.appointments a WHERE status IN ('pending', 'confirmed')"
        "  AND NOT EXISTS (SELECT FROM {t}.appointment_resources r"
        "  WHERE r.appointment_id = a.id AND r.live AND r.resource_id = a.staff_id))"
    )
    assert row is not None
    count: int = row[0]
    return count
