"""Whoever is erased cannot be found again, and nobody else has lost anything."""

import json
from decimal import Decimal
from typing import LiteralString

import pytest

from engine.errors import ConflictError, InputError
from engine.model.message import TextReceived
from engine.model.payment import StkCallback
from engine.settings import Settings
from engine.store.hot import RedisHotState, state_key
from tests.tools.privacy.conftest import HAIRCUT, OTHER, PHONE, TWO_DAYS, Erase, paid, was_there
from tests.turns.conftest import open_spa
from tests.turns.spa import Spa, settle_latest
from tools.privacy.erase import Eraser
from tools.privacy.export import export
from tools.privacy.person import find_person
from tools.privacy.search import Find, search

BOOKINGS: LiteralString = """
SELECT a.customer_id, a.customer_phone, a.details, a.status, p.customer_id, p.state,
    p.mpesa_receipt, p.checkout_request_id, t.phone, t.checkout_request_id, t.mpesa_receipt
FROM {t}.appointments a JOIN {t}.payments p ON p.id = a.payment_id
JOIN {t}.payment_attempts t ON t.payment_id = p.id
"""
CANCELLED: tuple[LiteralString, ...] = (
    "UPDATE {t}.payment_attempts SET state = 'cancelled'",
    "UPDATE {t}.payments SET state = 'cancelled'",
    "UPDATE {t}.appointments SET status = 'expired'",
)
UNROUTED: LiteralString = """
INSERT INTO public.payment_callbacks_unrouted (received_at, provider, tenant, reason, body,
    resolved_at) VALUES (%(now)s, 'daraja', %(slug)s, 'other_prompt', %(body)s, %(resolved)s)
"""


async def unrouted(spa: Spa, *, resolved: bool) -> None:
    now = spa.clock.now()
    body = json.dumps({"PhoneNumber": int(PHONE[1:])})
    known = {"now": now, "slug": spa.tenant.slug, "body": body}
    await spa.gate.execute(UNROUTED, known | {"resolved": now if resolved else None})


async def found(spa: Spa, phone: str) -> set[str]:
    """The columns in which a phone is to be read."""
    database = spa.house.engine.core.database
    person = await find_person(spa.gate, phone)
    looked = await search(database, spa.tenant, person)
    return {f"{find.table}.{find.column}" for find in looked.finds if find.what == "phone"}


async def test_a_whole_conversation_is_erased_and_the_books_stay(spa: Spa, erase: Erase) -> None:
    customer = await was_there(spa)
    await customer.says("my number is 0712 000 001, I want to talk to a person")
    await unrouted(spa, resolved=True)
    before = await found(spa, PHONE)
    assert {
        "contacts.phone", "inbox.body", "outbox.recipient", "checkpoints.checkpoint",
        "journal.entry", "handoff_log.summary", "appointments.customer_id", "payments.customer_id",
        "payment_attempts.phone", "payment_attempts.checkout_request_id",
        "public.payment_routing.checkout_request_id", "public.payment_callbacks_unrouted.body",
    } <= before, before  # fmt: skip
    erased = await erase("0712 000 001")
    assert erased.left.finds == ()
    assert erased.left.columns > len(before)
    assert {"contacts", "journal", "inbox", "outbox", "checkpoints"} <= set(erased.deleted)
    ((anon, phone, details, status, payer, state, receipt, *ids),) = await spa.rows(BOOKINGS)
    assert (phone, details, status, state) == (None, {}, "confirmed", "settled")
    assert anon.startswith("erased:")
    assert payer == anon
    assert (receipt, ids) == ("UKL0000001", [None, "", None, "UKL0000001"])
    with pytest.raises(InputError, match="keeps nothing"):
        await export(spa.house.engine.core.database, spa.tenant, PHONE, spa.clock.now())
    assert (await erase()).deleted == {}


async def test_another_customer_and_another_business_keep_everything(
    spa: Spa, settings: Settings, erase: Erase
) -> None:
    database = spa.house.engine.core.database
    await was_there(spa)
    await spa.customer(OTHER, "B. Patron").says(HAIRCUT)
    async with open_spa(settings) as beside:
        await paid(beside)
        kept = [
            (one, who, (await export(database, one.tenant, who, one.clock.now())).sections)
            for one, who in ((spa, OTHER), (beside, PHONE))
        ]
        assert (await erase()).left.finds == ()
        for one, who, sections in kept:
            after = await export(database, one.tenant, who, one.clock.now())
            assert after.sections == sections


async def test_a_column_yet_to_come_is_searched_too(spa: Spa, erase: Erase) -> None:
    await was_there(spa)
    await spa.gate.execute(
        "CREATE TABLE {t}.birthdays (id int, note text, guests jsonb, names text[], phone bigint)"
    )
    await spa.gate.execute(
        "INSERT INTO {t}.birthdays VALUES (1, 'ring +254 712-000 001', '[]', '{}', 254712000001),"
        """ (2, 'of the\na. customer''s', '{"0712000001": 1}', '{A.  Customer}', 1)"""
    )
    erased = await erase()
    assert set(erased.left.finds) == {
        Find("birthdays", "note", "phone", 1),
        Find("birthdays", "note", "name", 1),
        Find("birthdays", "guests", "phone", 1),
        Find("birthdays", "names", "name", 1),
        Find("birthdays", "phone", "phone", 1),
    }


async def test_what_others_wrote_of_them_is_said(spa: Spa, erase: Erase) -> None:
    await was_there(spa)
    await spa.customer(OTHER, "B. Patron").says("ask my friend on 0712000001")
    left = (await erase()).left.finds
    assert {(find.table, find.what) for find in left} >= {("inbox", "phone"), ("journal", "phone")}


async def test_the_name_of_somebody_on_the_team_shows_nobody(spa: Spa, erase: Erase) -> None:
    await was_there(spa)
    await spa.gate.execute("UPDATE {t}.contacts SET name = 'Anna'")
    await spa.gate.execute("""UPDATE {t}.inbox SET body = body #- '{sender,name}'""")
    left = (await erase()).left
    assert (left.finds, left.namesakes) == ((), ("Anna",))


async def test_money_under_way_stands_in_the_way(spa: Spa, erase: Erase) -> None:
    await (await spa.customer().says(HAIRCUT)).says("yes")
    before = await found(spa, PHONE)
    with pytest.raises(ConflictError, match="has not told what became of a prompt for KES 1500"):
        await erase()
    assert await found(spa, PHONE) == before
    await settle_latest(spa)
    await spa.work()
    with pytest.raises(ConflictError, match=r"Still booked: Haircut Tue 02 Jun 15:00. Cancel fir"):
        await erase()
    spa.clock.advance(TWO_DAYS)
    await unrouted(spa, resolved=False)
    with pytest.raises(ConflictError, match="payment_callbacks_unrouted is money of this phone"):
        await erase()


async def test_money_that_the_team_owes_stands_in_the_way(spa: Spa, erase: Erase) -> None:
    customer = await paid(spa)
    await (await (await customer.says("cancel my haircut")).says("skip")).says("yes")
    with pytest.raises(ConflictError, match=r"cancelled_after_paying.* ratiba attention done"):
        await erase()
    await spa.gate.execute("UPDATE {t}.attention_items SET resolved_at = now()")
    assert (await erase()).left.finds == ()
    ((details,),) = await spa.rows("SELECT details FROM {t}.attention_items")
    assert details == {"paid": 1500}


async def test_a_hold_is_freed_and_what_redis_holds_is_dropped(spa: Spa, redis_url: str) -> None:
    customer = await spa.customer().says(HAIRCUT)
    assert customer.session is not None
    assert await spa.rows("SELECT 1 FROM {t}.appointment_resources WHERE live")
    hot = RedisHotState(redis_url)
    await hot.settle(spa.tenant, customer.session, 1, None)
    key = state_key(spa.tenant, customer.session.thread_id)
    assert await hot._do("EXISTS", key) == 1
    eraser = Eraser(spa.house.engine.core.database, hot, spa.clock)
    erased = await eraser.erase(spa.tenant, PHONE)
    assert (erased.hot, erased.left.finds) == (True, ())
    assert await hot._do("EXISTS", key) == 0
    assert await spa.rows("SELECT 1 FROM {t}.appointment_resources WHERE live") == []
    assert await spa.rows("SELECT status FROM {t}.appointments") == [("expired",)]
    await hot.close()


async def test_a_turn_under_way_stores_nothing_behind_it(spa: Spa, erase: Erase) -> None:
    customer = await was_there(spa)
    await spa.put(customer.incoming(TextReceived("hello again")))
    claimed = await spa.claim()
    await erase()
    await spa.house.engine.turner.take(claimed)
    assert await found(spa, PHONE) == set()


async def test_money_that_comes_late_still_reaches_the_team(spa: Spa, erase: Erase) -> None:
    await (await spa.customer().says(HAIRCUT)).says("yes")
    for statement in CANCELLED:
        await spa.gate.execute(statement)
    spa.clock.advance(TWO_DAYS)
    assert (await erase()).left.finds == ()
    ((token,),) = await spa.rows("SELECT token FROM {t}.payment_attempts")
    checkout = f"ws_CO_01062026090000123{PHONE[-9:]}"
    late = StkCallback(checkout, "m-1", 0, "ok", Decimal(1500), "UKL0000001", spa.clock.now())
    assert await spa.house.callbacks.take(token, late, "{}")
    await spa.work()
    items = await spa.rows("SELECT reason, details ->> 'receipt' FROM {t}.attention_items")
    assert items == [("paid_without_booking", "UKL0000001")]
    columns = {"payment_attempts.checkout_request_id", "payments.checkout_request_id"}
    assert await found(spa, PHONE) == columns
    assert (await erase()).left.finds == ()
    assert (await spa.rows("SELECT mpesa_receipt FROM {t}.payments")) == [("UKL0000001",)]


async def test_what_is_no_phone_is_refused(erase: Erase) -> None:
    with pytest.raises(InputError, match="'me' is no phone"):
        await erase("me")
