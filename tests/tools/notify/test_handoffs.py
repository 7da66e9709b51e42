"""A handoff ends once: in the log, on the list, and in the conversation, or in none of them."""

import pytest

from engine.errors import InputError
from engine.store.tenancy import transaction
from tests.tools.conftest import Business
from tools.notify.handoffs import Handoff, hand_back, waiting
from tools.notify.notify_admin.handler import HANDLER


async def end(spa: Business, who: str, *, close: bool = False) -> tuple[Handoff, ...]:
    async with transaction(spa.database, spa.tenant) as tx:
        return await hand_back(tx, who, "anna", spa.clock.now(), close=close)


async def events(spa: Business) -> list[tuple[object, ...]]:
    rows = await spa.gate.fetch_all(
        "SELECT body ->> 'name', thread_id, customer_id FROM {t}.inbox ORDER BY seq"
    )
    return [tuple(row) for row in rows]


@pytest.mark.parametrize("who", ["thread-1", "+254712345678", "254712345678"])
@pytest.mark.parametrize(("close", "outcome"), [(False, "handed_back"), (True, "closed")])
async def test_it_ends_everywhere_at_once(
    spa: Business, who: str, close: bool, outcome: str
) -> None:
    await spa.write(HANDLER, {})
    await spa.write(HANDLER, {}, spa.turn("thread-2", "+254700000009"))
    (open_one, other) = await waiting(spa.gate)
    assert (open_one.thread, open_one.customer) == ("thread-1", "+254712345678")
    assert await end(spa, who, close=close) == (open_one,)
    assert await waiting(spa.gate) == (other,)
    log = await spa.gate.fetch_one(
        "SELECT closed_at, outcome, operator FROM {t}.handoff_log WHERE thread_id = 'thread-1'"
    )
    assert log == (spa.clock.now(), outcome, "anna")
    items = await spa.gate.fetch_all(
        "SELECT ref, resolved_by FROM {t}.attention_items ORDER BY ref"
    )
    assert [tuple(row) for row in items] == [("thread-1", "anna"), ("thread-2", None)]
    assert await events(spa) == [(f"notify_admin.{outcome}", "thread-1", "+254712345678")]


async def test_it_ends_once(spa: Business) -> None:
    await spa.write(HANDLER, {})
    await end(spa, "thread-1")
    with pytest.raises(InputError, match="ratiba handoff list"):
        await end(spa, "thread-1", close=True)
    assert len(await events(spa)) == 1


async def test_a_conversation_that_called_twice_hears_it_once(spa: Business) -> None:
    await spa.write(HANDLER, {})
    spa.pass_time(minutes=1)
    await spa.write(HANDLER, {})
    assert len(await end(spa, "thread-1")) == 2
    assert len(await events(spa)) == 1
