"""Money that comes twice, early, late, or not; answers of M-Pesa that say anything."""

import asyncio
import json
from datetime import timedelta
from typing import LiteralString

from engine.net.http import Request
from sandbox.daraja.book import Prompt
from sandbox.faults import Fault, Kind
from tests.chaos.crowd import A_QUERY_LATER, own_wish, somebody
from tests.chaos.customer import Customer
from tests.chaos.rig import Rig
from tests.chaos.scenario import Group

PAYMENTS = Group("payments")
EXPIRES_S = 0.4
CODES = (1, 17, 26, 1001, 1019, 1025, 1032, 1037, 2001, 9999, 7777)
STATES: LiteralString = """
SELECT a.status, p.state FROM {t}.appointments a
LEFT JOIN {t}.payments p ON p.appointment_id = a.id
WHERE a.customer_id = %(phone)s ORDER BY a.created_at, p.created_at
"""
UNROUTED: LiteralString = "SELECT count(*) FROM public.payment_callbacks_unrouted"


@PAYMENTS("a success told fifty times at once")
async def fifty_times(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = await _at_the_prompt(rig)
        await customer.answers(_prompt(customer), code=0, times=50)
        assert await customer.goes_on(), "not booked"
        await rig.calm()
        assert await _states(customer) == [("confirmed", "settled")]
    return f"{much} booked, once each"


@PAYMENTS("the callback comes before the prompt's answer")
async def callback_first(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = somebody(rig)
        customer.pays(first=True)
        assert await customer.books(own_wish(customer)), "not booked"
    return f"{much} booked"


@PAYMENTS("the callback is lost: the query finds the money")
async def callback_lost(rig: Rig, much: int) -> str:
    waiting = [await _at_the_prompt(rig) for _ in range(much)]
    for customer in waiting:
        await customer.answers(_prompt(customer), code=0, times=0)
    await rig.move_clock(A_QUERY_LATER)
    for customer in waiting:
        assert await customer.goes_on(), "the money was not found"
    return f"{much} booked a minute later"


@PAYMENTS("every result code, known and unknown; then money all the same")
async def every_code(rig: Rig, much: int) -> str:
    for code in CODES * much:
        customer = await _at_the_prompt(rig)
        await customer.answers(_prompt(customer), code=code)
        await rig.calm()
        assert rig.at.graph.sent(customer.phone, customer.read), f"nothing was said of {code}"
        await customer.answers(_prompt(customer), code=0)
        await rig.calm()
        _, state = (await _states(customer))[0]
        assert state == "settled", f"{code}: {state}"
    return f"{len(CODES) * much} told, {len(CODES) * much} settled afterwards"


@PAYMENTS("money after the booking was given up")
async def late_money(rig: Rig, much: int) -> str:
    waiting = [await _at_the_prompt(rig) for _ in range(much)]
    await rig.move_clock(timedelta(minutes=40))
    await rig.calm()
    for customer in waiting:
        await customer.answers(_prompt(customer), code=0)
    await rig.calm()
    found = [(await _states(customer))[0] for customer in waiting]
    assert all(state == "settled" for _, state in found), f"{found}"
    return f"{much} settled: {sorted({status for status, _ in found})}"


@PAYMENTS("M-Pesa hangs, fails or speaks nonsense as the prompt is sent")
async def push_fails(rig: Rig, much: int) -> str:
    faults = (
        Fault(where="push", kind=Kind.STATUS, value="500"),
        Fault(where="push", kind=Kind.STATUS, value="500", acted=True),
        Fault(where="push", kind=Kind.GARBAGE, acted=True),
        Fault(where="push", kind=Kind.STATUS, value="429"),
        Fault(where="push", kind=Kind.DELAY, seconds=2.0, acted=True),
        Fault(where="oauth", kind=Kind.STATUS, value="503"),
    )
    for fault in faults * much:
        customer = somebody(rig)
        rig.at.daraja.faults.add(fault)
        await customer.books(own_wish(customer))
        await rig.calm()
        prompts = rig.at.daraja.shown(customer.phone)
        assert len(prompts) <= 1, f"{len(prompts)} prompts after {fault.kind}"
    return f"{len(faults) * much} faults, no second prompt"


@PAYMENTS("tokens expire under fifty payments")
async def tokens_expire(rig: Rig, much: int) -> str:
    people = [somebody(rig) for _ in range(10 * much)]

    async def expiring() -> None:
        while True:
            rig.at.daraja.forget_tokens()
            await asyncio.sleep(EXPIRES_S)

    task = asyncio.create_task(expiring())
    try:
        booked = await asyncio.gather(*(one.books(own_wish(one)) for one in people))
    finally:
        task.cancel()
    assert all(booked), f"{sum(booked)} of {len(people)} booked"
    return f"{len(people)} booked"


@PAYMENTS("send it again, ten times in a minute")
async def send_again(rig: Rig, much: int) -> str:
    for _ in range(much):
        customer = await _at_the_prompt(rig)
        await customer.answers(_prompt(customer), code=1032)
        for _ in range(10):
            await customer.says("send it again")
            await rig.calm()
            for prompt in rig.at.daraja.shown(customer.phone):
                if prompt.code is None:
                    await customer.answers(prompt, code=1032)
            await rig.calm()
        prompts = rig.at.daraja.shown(customer.phone)
        assert 1 < len(prompts) <= 3, f"{len(prompts)} prompts"
    return "three prompts at most"


@PAYMENTS("callbacks that nobody asked for: kept apart, nobody's money")
async def forged(rig: Rig, much: int) -> str:
    ((before,),) = await rig.rows(UNROUTED, somebody(rig).business)
    base = rig.at.graph.webhook_url.removesuffix("/whatsapp") + "/daraja/callback/"
    body = {"Body": {"stkCallback": {
        "MerchantRequestID": "1-2-3", "CheckoutRequestID": "ws_CO_1", "ResultCode": 0,
        "ResultDesc": "paid", "CallbackMetadata": {"Item": [
            {"Name": "Amount", "Value": 1500}, {"Name": "MpesaReceiptNumber", "Value": "AAA"}]},
    }}}  # fmt: skip
    for number in range(much):
        request = Request(
            "POST",
            f"{base}{'x' * 42}{number}",
            headers={"content-type": "application/json"},
            body=json.dumps(body).encode(),
        )
        await rig.http.send(request)
    ((after,),) = await rig.rows(UNROUTED, somebody(rig).business)
    assert after - before == much, f"{after - before} kept"
    return f"{much} kept apart"


async def _at_the_prompt(rig: Rig) -> Customer:
    """Somebody who looks at a prompt."""
    customer = somebody(rig)
    customer.pays(code=None)
    assert not await customer.books(own_wish(customer), patience_s=1.0)
    assert await rig.at.daraja.wait_open(customer.phone) is not None, "no prompt came"
    return customer


def _prompt(customer: Customer) -> Prompt:
    return customer.rig.at.daraja.shown(customer.phone)[-1]


async def _states(customer: Customer) -> list[tuple[str, str]]:
    rows = await customer.rig.rows(STATES, customer.business, phone=f"+{customer.phone}")
    return [(status, state) for status, state in rows]
