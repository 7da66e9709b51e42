import asyncio
from dataclasses import replace

import pytest

from engine.clock import FixedClock
from engine.errors import ConfigError, ConflictError
from engine.model.event import Due, Happened
from engine.model.message import Inbound
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.value import Value
from engine.store.postgres import PostgresStore
from engine.store.records import Incoming, Verdict
from engine.store.tenancy import TenantGate
from tests.engine.rows import Rows, incoming, turned
from tests.engine.store.by_hand import claimed, finish, put

ANNE, BEN = "+254712000001", "+254712000002"


async def test_an_empty_inbox_gives_nothing(
    store: PostgresStore, alpha: Tenant, clock: FixedClock
) -> None:
    assert await store.claim(alpha, clock.now()) is None


async def test_a_first_message_comes_with_everything_a_turn_needs(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now(), phone=ANNE))

    conversation = await claimed(store, alpha, clock)

    assert conversation.tenant == alpha
    assert conversation.customer_id == ANNE
    assert isinstance(conversation.claimed.matter, Inbound)
    assert conversation.claimed.matter == incoming("wamid.1", clock.now(), phone=ANNE).matter
    assert conversation.claimed.attempts == 1
    assert (conversation.thread, conversation.session, conversation.contact) == (None, None, None)
    assert (conversation.version, conversation.waiting, conversation.others) == (0, 0, False)


async def test_the_next_message_finds_session_thread_and_contact(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now(), phone=ANNE))
    await finish(store, await claimed(store, alpha, clock), clock)
    rows.all(
        "INSERT INTO {t}.contacts (id, customer_id, channel, channel_user_id, phone, card,"
        " created_at) VALUES ('c1', %s, 'whatsapp', '254712000001', %s, %s, %s)",
        [ANNE, ANNE, '{"service": {"type": "service", "value": "haircut"}}', clock.now()],
    )
    await put(gate, clock, incoming("wamid.2", clock.now(), phone=ANNE))

    conversation = await claimed(store, alpha, clock)

    assert conversation.version == 1
    assert conversation.session == Session("01J0000000000000000000000A", turns=1)
    assert conversation.thread is not None
    assert conversation.thread.actor_type == "CUSTOMER"
    assert not conversation.thread.ended
    assert conversation.contact is not None
    assert conversation.contact.phone == ANNE
    assert conversation.contact.card == {"service": Value("service", "haircut")}


async def test_a_customer_is_served_by_one_turn_at_a_time_in_order_of_arrival(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock
) -> None:
    await put(
        gate, clock,
        incoming("wamid.1", clock.now(), phone=ANNE),
        incoming("wamid.2", clock.now(), phone=ANNE),
        incoming("wamid.3", clock.now(), phone=BEN),
    )  # fmt: skip

    first = await claimed(store, alpha, clock)
    second = await claimed(store, alpha, clock)

    assert (first.claimed.provider_id, first.waiting, first.others) == ("wamid.1", 1, True)
    assert (second.claimed.provider_id, second.waiting) == ("wamid.3", 0)
    assert await store.claim(alpha, clock.now()) is None
    assert await finish(store, first, clock) is Verdict.WON
    assert (await claimed(store, alpha, clock)).claimed.provider_id == "wamid.2"


async def test_many_workers_at_once_never_hold_two_turns_of_a_customer(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(
        gate, clock,
        *(incoming(f"wamid.{n}", clock.now(), phone=f"+25471200000{n % 3}") for n in range(60)),
    )  # fmt: skip
    held: set[str] = set()
    taken: list[str] = []

    async def work() -> None:
        while True:
            conversation = await store.claim(alpha, clock.now())
            if conversation is None:
                if not rows.values("SELECT 1 FROM {t}.inbox WHERE state = 'new' LIMIT 1"):
                    return
                await asyncio.sleep(0)
                continue
            customer = conversation.customer_id
            assert customer not in held
            held.add(customer)
            taken.append(conversation.claimed.provider_id)
            await asyncio.sleep(0.001)
            held.discard(customer)
            commit = turned(conversation, clock.now(), thread_id=f"thread {customer}")
            async with store.commit(alpha) as tx:
                assert await tx.finish(commit) is Verdict.WON

    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        for _ in range(8):
            group.create_task(work())

    assert len(taken) == len(set(taken)) == 60
    assert rows.values("SELECT version FROM {c}.checkpoints ORDER BY thread_id") == [20, 20, 20]
    for customer in range(3):
        mine = [int(i.removeprefix("wamid.")) for i in taken if int(i[6:]) % 3 == customer]
        assert mine == sorted(mine)


async def test_of_two_turns_of_a_customer_at_once_one_wins_and_the_other_runs_again(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()), incoming("wamid.2", clock.now()))
    # As if the first had been committed after the second was claimed.
    rows.all("UPDATE {t}.inbox SET state = 'done' WHERE provider_id = 'wamid.1'")
    second = await claimed(store, alpha, clock)
    rows.all("UPDATE {t}.inbox SET state = 'new' WHERE provider_id = 'wamid.1'")
    first = await claimed(store, alpha, clock)

    assert await finish(store, first, clock) is Verdict.WON
    late = turned(second, clock.now(), thread_id="01J0000000000000000000000B")
    async with store.commit(alpha) as tx:
        assert await tx.finish(late) is Verdict.MOVED
    again = await store.reload(second)
    assert again.session is not None
    assert again.session.thread_id == "01J0000000000000000000000A"
    assert await finish(store, again, clock) is Verdict.WON
    assert rows.one("SELECT version, checkpoint->>'turns' FROM {c}.checkpoints") == (2, "2")


async def test_events_and_timers_join_the_line_of_their_thread(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock
) -> None:
    thread = "01J0000000000000000000000A"
    await put(gate, clock, incoming("wamid.1", clock.now(), phone=ANNE))
    await finish(store, await claimed(store, alpha, clock), clock)
    paid = Happened("initiate_stk_push.settled", {"receipt": Value("receipt", "QK12")})
    await put(
        gate, clock,
        Incoming("daraja:tok", ANNE, paid, thread),
        Incoming("timer:1", ANNE, Due(1, "pay", "timer_0"), thread),
    )  # fmt: skip

    first = await claimed(store, alpha, clock)
    assert first.claimed.matter == paid
    assert first.session is not None
    assert first.session.thread_id == thread
    await finish(store, first, clock)
    assert (await claimed(store, alpha, clock)).claimed.matter == Due(1, "pay", "timer_0")


async def test_an_event_finds_its_thread_after_the_end_and_a_message_does_not(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now(), phone=ANNE))
    conversation = await claimed(store, alpha, clock)
    commit = turned(conversation, clock.now())
    async with store.commit(alpha) as tx:
        await tx.finish(replace(commit, session=replace(commit.session, ended="booked")))
    late = Incoming("daraja:tok", ANNE, Happened("x.settled"), commit.session.thread_id)
    await put(gate, clock, late, incoming("wamid.2", clock.now(), phone=ANNE))

    event = await claimed(store, alpha, clock)
    assert event.thread is not None
    assert event.thread.ended
    assert event.session is not None
    assert event.session.ended == "booked"
    await finish(store, event, clock)
    message = await claimed(store, alpha, clock)
    assert (message.thread, message.session, message.version) == (None, None, 0)


async def test_a_session_that_newer_code_stored_waits_for_it(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    await finish(store, await claimed(store, alpha, clock), clock)
    rows.all("""UPDATE {c}.checkpoints SET metadata = metadata || '{"state_version": 99}'""")
    await put(gate, clock, incoming("wamid.2", clock.now()))
    for _ in range(5):
        with pytest.raises(ConflictError, match="Finish the rolling update"):
            await store.claim(alpha, clock.now())
    assert rows.one("SELECT state, attempts FROM {t}.inbox WHERE provider_id = 'wamid.2'") == (
        "new", 0,
    )  # fmt: skip


async def test_a_row_that_cannot_be_read_is_parked_after_some_tries(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    rows.all("""UPDATE {t}.inbox SET body = '{"sender": 1}'""")
    for becomes in ("tried again", "tried again", "parked"):
        with pytest.raises(ConfigError, match=becomes):
            await store.claim(alpha, clock.now())
    assert rows.one("SELECT state, error FROM {t}.inbox") == ("parked", "unreadable")
    assert await store.claim(alpha, clock.now()) is None


async def test_a_change_of_the_tenants_row_is_seen_by_the_next_turn(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    rows.all("UPDATE public.tenants SET locale = 'sw' WHERE slug = 'alpha'")
    try:
        conversation = await claimed(store, alpha, clock)
        assert conversation.tenant.locale == "sw"
        assert conversation.tenant.version == alpha.version + 1
    finally:
        rows.all("UPDATE public.tenants SET locale = 'en' WHERE slug = 'alpha'")


async def test_a_new_phrase_makes_the_tenant_new(alpha: Tenant, rows: Rows) -> None:
    rows.all(
        "INSERT INTO {t}.phrases (locale, key, text, updated_at) VALUES ('en', 'a', 'b', now())"
    )
    rows.all("DELETE FROM {t}.phrases")

    (version,) = rows.one("SELECT version FROM public.tenants WHERE slug = 'alpha'")
    assert version == alpha.version + 2


async def test_one_tenants_inbox_is_not_anothers(
    store: PostgresStore, gate: TenantGate, beta: Tenant, clock: FixedClock
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    assert await store.claim(beta, clock.now()) is None
