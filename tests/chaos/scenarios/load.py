"""More than the machine likes: how soon it is acknowledged, how fairly it is worked off."""

import asyncio
from collections.abc import Sequence
from statistics import quantiles
from typing import LiteralString

from tests.chaos.crowd import somebody
from tests.chaos.customer import Customer
from tests.chaos.rig import Rig
from tests.chaos.scenario import Group
from tests.chaos.town import TOWN, Business

LOAD = Group("load")
A_SECOND = 100
SECONDS = 6
"""For each measure: ten of them are the minute of `promises.md`."""
ACK_P50_S, ACK_P99_S = 0.25, 1.0
WAITING, FEW = 200, 20
"""Messages of the business that has many, and of each other one."""
LATEST_S = 300.0
UNDONE: LiteralString = """
SELECT count(*) FROM {t}.inbox WHERE state IN ('new', 'processing') AND kind = 'message'
"""


@LOAD("a hundred webhooks a second")
async def a_hundred_a_second(rig: Rig, much: int) -> str:
    people = [somebody(rig, TOWN[number % len(TOWN)]) for number in range(5 * A_SECOND)]
    acks = await _steadily(people, A_SECOND * SECONDS * much)
    cuts = quantiles(acks, n=100)
    p50, p99 = cuts[49], cuts[98]
    assert await rig.calm(LATEST_S), "not worked off"
    assert p50 <= ACK_P50_S, f"p50 {p50:.2f} s"
    assert p99 <= ACK_P99_S, f"p99 {p99:.2f} s"
    return f"{len(acks)} acknowledged, p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"


@LOAD("a backlog: the business with few messages does not wait for the one with many")
async def backlog(rig: Rig, much: int) -> str:
    await asyncio.gather(*(worker.stop() for worker in rig.workers))
    for business, many in zip(TOWN, (WAITING, FEW, FEW), strict=True):
        people = [somebody(rig, business) for _ in range(many * much)]
        await asyncio.gather(*(one.says("hello") for one in people))
    began = asyncio.get_running_loop().time()
    await asyncio.gather(*(worker.start() for worker in rig.workers))
    waits = await asyncio.gather(*(_until_done(rig, business, began) for business in TOWN))
    assert await rig.calm(LATEST_S), "not worked off"
    most, *others = waits
    assert max(others) <= most, f"waited {waits}"
    told = ", ".join(f"{one.slug} {wait:.1f} s" for one, wait in zip(TOWN, waits, strict=True))
    return f"{(WAITING + 2 * FEW) * much} messages worked off: {told}"


async def _steadily(people: Sequence[Customer], many: int) -> list[float]:
    """Post so many, `A_SECOND` each second, whatever the answers take; seconds to each answer."""
    loop = asyncio.get_running_loop()
    began, tasks = loop.time(), []
    for number in range(many):
        await asyncio.sleep(max(0.0, began + number / A_SECOND - loop.time()))
        tasks.append(asyncio.create_task(_ack(people[number % len(people)])))
    return await asyncio.gather(*tasks)


async def _ack(customer: Customer) -> float:
    began = asyncio.get_running_loop().time()
    await customer.says("how much is a haircut")
    return asyncio.get_running_loop().time() - began


async def _until_done(rig: Rig, business: Business, began: float) -> float:
    """Seconds until nothing of a business waits."""
    while (await rig.rows(UNDONE, business))[0][0]:  # noqa: ASYNC110 - the rows ring no bell
        await asyncio.sleep(0.1)
    return asyncio.get_running_loop().time() - began
