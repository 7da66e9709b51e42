"""Processes that die, stand still or are told to go, in the middle of what they do."""

import asyncio
from itertools import count
from typing import LiteralString

from sandbox.faults import Fault, Kind
from tests.chaos.crowd import finish, own_wish, somebody
from tests.chaos.rig import LEASE_S, SWEEP_S, Rig
from tests.chaos.scenario import Group
from tests.chaos.under_load import under_load

CRASH = Group("crash")
PAUSE_S = 1.0
HANGS_S = 10.0
SPOIL: LiteralString = """
UPDATE {t}.inbox SET state = 'new', body = '{"kind": "nonsense"}', attempts = 0
WHERE provider_id = %(key)s RETURNING 1
"""
STATE: LiteralString = "SELECT state FROM {t}.inbox WHERE provider_id = %(key)s"


@CRASH("workers killed at random under load")
async def killed_under_load(rig: Rig, much: int) -> str:
    async def killing() -> None:
        for number in count():
            await asyncio.sleep(PAUSE_S)
            await rig.kill_a_worker(number % len(rig.workers))

    return await under_load(rig, killing(), 12 * much)


@CRASH("the API killed under load; Meta delivers again")
async def api_killed(rig: Rig, much: int) -> str:
    async def killing() -> None:
        while True:
            await asyncio.sleep(PAUSE_S / 2)
            await rig.api.kill()
            rig.did("api killed")
            await rig.api.start()

    return await under_load(rig, killing(), 12 * much)


@CRASH("a worker frozen for longer than its lease, then thawed")
async def frozen(rig: Rig, much: int) -> str:
    async def freezing() -> None:
        for number in count():
            worker = rig.workers[number % len(rig.workers)]
            worker.freeze()
            rig.did("worker frozen")
            try:
                await asyncio.sleep(LEASE_S + 4 * SWEEP_S)
            finally:
                worker.thaw()
            await asyncio.sleep(PAUSE_S)

    return await under_load(rig, freezing(), 12 * much)


@CRASH("killed when a reply was taken by WhatsApp and not yet answered")
async def reply_recorded(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = somebody(rig)
        rig.at.graph.faults.add(Fault(where="messages", kind=Kind.HANG, acted=True))
        booking = asyncio.create_task(customer.books(own_wish(customer)))
        assert await rig.at.graph.wait_sent(customer.phone, 0, HANGS_S), "nothing was sent"
        await rig.kill_workers()
        rig.at.graph.faults.clear()
        await finish(rig, [] if await booking else [customer])
    return f"{much} bookings went on"


@CRASH("killed when a payment prompt was shown and not yet answered")
async def prompt_recorded(rig: Rig, much: int) -> str:
    """The attempt's outcome is unknown: it is never sent again; the callback settles it."""
    for _ in range(much):
        customer = somebody(rig)
        customer.pays(code=None)
        rig.at.daraja.faults.add(Fault(where="push", kind=Kind.HANG, acted=True))
        booking = asyncio.create_task(customer.books(own_wish(customer)))
        prompt = await rig.at.daraja.wait_open(customer.phone, HANGS_S)
        assert prompt is not None, "no prompt was shown"
        await rig.kill_workers()
        rig.at.daraja.faults.clear()
        await asyncio.sleep(LEASE_S + 2 * SWEEP_S)
        await customer.answers(prompt, code=0)
        await finish(rig, [] if await booking else [customer])
        assert len(rig.at.daraja.shown(customer.phone)) == 1, "a second prompt was sent"
    return f"{much} bookings, a prompt each"


@CRASH("told to go with turns under way, one after the other")
async def rolling_restart(rig: Rig, much: int) -> str:
    async def rolling() -> None:
        while True:
            for process in rig.processes:
                await asyncio.sleep(PAUSE_S / 4)
                assert await process.stop() == 0, process.log.read_text("utf-8")[-1000:]
                rig.did("process restarted")
                await process.start()

    return await under_load(rig, rolling(), 12 * much)


@CRASH("a message that no turn survives is parked; its thread goes on")
async def poison(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = somebody(rig)
        key = await customer.says("hello")
        await rig.calm()
        assert await rig.rows(SPOIL, customer.business, key=key)
        customer.read = rig.at.graph.messages[-1].number
        assert await customer.books(own_wish(customer)), "the thread stood still"
        assert await rig.rows(STATE, customer.business, key=key) == [("parked",)]
    return f"{much} parked, {much} booked after it"
