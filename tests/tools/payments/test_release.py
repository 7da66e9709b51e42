"""A booking let go while its money comes: callback and release wait for each other."""

import asyncio

import pytest

from engine.model.value import Value
from engine.store.tenancy import transaction
from tests.tools.payments.conftest import Till
from tools.payments.news import Word
from tools.payments.release_booking.handler import HANDLER as RELEASE
from tools.payments.service import settle


@pytest.mark.parametrize("booked_first", [True, False])
async def test_a_release_waits_for_the_callback_under_way_and_says_what_overtook_it(
    till: Till, booked_first: bool
) -> None:
    appointment = await till.pending()
    shop, token = till.shop, await till.token()
    if booked_first:
        await till.call_back()
        outcome, _ = await shop.write(RELEASE, {"appointment": Value("appointment", appointment)})
    else:
        (attempt,) = await till.attempts()
        async with transaction(shop.database, shop.tenant) as tx:
            await settle(tx, attempt, Word(receipt="UF15ABCDEF"), shop.clock.now())
            going = asyncio.create_task(
                shop.write(RELEASE, {"appointment": Value("appointment", appointment)})
            )
            done, _ = await asyncio.wait([going], timeout=0.3)
            assert not done
        outcome, _ = await going
    assert outcome == "initiate_stk_push.settled"
    assert await till.states() == ("confirmed", True, "settled", ["settled"])
    assert await till.call_back(token=token)


async def test_a_callback_waits_for_the_release_under_way_and_books_again(till: Till) -> None:
    appointment = await till.pending()
    await till.send()
    shop = till.shop
    async with transaction(shop.database, shop.tenant) as tx:
        gone = await RELEASE.write(
            tx,
            shop.turn(),
            {"appointment": Value("appointment", appointment)},
            RELEASE.plan(shop.turn(), {}),
        )
        assert gone == "done"
        checkout = next(iter(till.book.prompts))
        telling = asyncio.create_task(till.call_back(checkout_request_id=checkout))
        done, _ = await asyncio.wait([telling], timeout=0.3)
        assert not done
    assert await telling
    assert await till.states() == ("confirmed", True, "settled", ["settled"])


async def test_release_and_callback_at_once_never_leave_paid_and_unbooked(till: Till) -> None:
    shop = till.shop
    release = {"appointment": Value("appointment", "")}
    for round_ in range(8):
        appointment = await till.pending()
        release["appointment"] = Value("appointment", appointment)
        (outcome, _), told = await asyncio.gather(
            shop.write(RELEASE, release), till.call_back(receipt=f"UF15{round_:06}")
        )
        assert told
        assert outcome in {"done", "initiate_stk_push.settled"}
        status, live, paid, _ = await till.states()
        assert (status, live, paid) == ("confirmed", True, "settled")
        for table in ("payment_attempts", "payments", "appointments", "inbox", "outbox"):
            await shop.gate.execute("DELETE FROM {t}." + table)
