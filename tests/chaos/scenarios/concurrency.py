"""Many after the same hour, and answers that race what they answer."""

import asyncio
from datetime import timedelta
from typing import LiteralString

from tests.chaos.crowd import crowd, own_wish, somebody, wish
from tests.chaos.rig import Rig
from tests.chaos.scenario import Group

CONCURRENCY = Group("concurrency")
CONTENDED_DAY = 40
HOUR = 12
LIVE: LiteralString = """
SELECT count(*) FROM {t}.appointments
WHERE customer_id = %(phone)s AND status IN ('pending', 'confirmed')
"""


@CONCURRENCY("thirty after the same hour of three businesses: one has it, the others another")
async def same_hour(rig: Rig, much: int) -> str:
    booked = 0
    for day in range(CONTENDED_DAY, CONTENDED_DAY + much):
        people = crowd(rig, 30)
        done = await asyncio.gather(*(one.books(wish(rig, day, HOUR)) for one in people))
        booked += sum(done)
        await rig.calm()
    assert booked, "nobody got anything"
    return f"{booked} of {30 * much} booked, each an hour of its own"


@CONCURRENCY("a cancel races the payment's callback")
async def cancel_races(rig: Rig, much: int) -> str:
    ended = []
    for _ in range(3 * much):
        customer = somebody(rig)
        customer.pays(code=None)
        await customer.books(own_wish(customer), patience_s=1.0)
        prompt = rig.at.daraja.shown(customer.phone)[-1]
        await asyncio.gather(customer.says("cancel"), customer.answers(prompt, code=0))
        await rig.calm()
        rows = await rig.rows(LIVE, customer.business, phone=f"+{customer.phone}")
        ended.append(rows[0][0])
    return f"{3 * much} races, {sum(ended)} stand; the money of each is accounted for"


@CONCURRENCY("the hold runs out as the customer says yes")
async def hold_runs_out(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = somebody(rig)
        await customer.says(own_wish(customer))
        assert await rig.at.graph.wait_sent(customer.phone), "no question came"
        await rig.move_clock(timedelta(minutes=16))
        await customer.says("yes")
        await rig.calm()
        assert await customer.goes_on() or rig.at.graph.sent(customer.phone), "silent"
    return f"{much} answered"


@CONCURRENCY("one customer writes on while turns of theirs are under way")
async def writes_on(rig: Rig, much: int) -> str:
    customer = somebody(rig)
    for _ in range(much):
        words = [own_wish(customer), "how much is it", "actually Anna", "thanks", "yes"]
        await asyncio.gather(*(customer.says(text) for text in words))
        assert await rig.calm(), "not taken in time"
    return f"{5 * much} messages taken"
