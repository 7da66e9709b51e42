import asyncio
from datetime import timedelta

from engine.clock import FixedClock
from engine.model.tenant import Tenant
from engine.store.inbox import rescue
from engine.store.postgres import PostgresStore
from engine.store.records import Verdict
from engine.store.tenancy import TenantGate
from tests.engine.rows import Rows, incoming
from tests.engine.store.by_hand import claimed, finish, put


async def test_a_redelivered_id_is_stored_once(
    gate: TenantGate, clock: FixedClock, rows: Rows
) -> None:
    assert await put(gate, clock, incoming("wamid.1", clock.now())) == 1
    again = incoming("wamid.1", clock.now()), incoming("wamid.2", clock.now())
    assert await put(gate, clock, *again) == 1
    results = await asyncio.gather(
        *(put(gate, clock, incoming("wamid.3", clock.now())) for _ in range(50))
    )
    assert sum(results) == 1
    assert rows.values("SELECT provider_id FROM {t}.inbox ORDER BY seq") == [
        "wamid.1", "wamid.2", "wamid.3",
    ]  # fmt: skip


async def test_nothing_to_store_asks_the_database_nothing(
    gate: TenantGate, clock: FixedClock
) -> None:
    assert await put(gate, clock) == 0


async def test_a_stalled_claim_is_rescued_and_a_poisonous_one_parked(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()), incoming("wamid.2", clock.now()))
    for attempt in (1, 2, 3):
        conversation = await claimed(store, alpha, clock)
        assert conversation.claimed.attempts == attempt
        assert await rescue(gate, before=clock.now(), most=3) == []
        clock.advance(timedelta(seconds=21))
        (rescued,) = await rescue(gate, before=clock.now() - timedelta(seconds=20), most=3)
        assert rescued.parked is (attempt == 3)

    assert rows.one("SELECT state, error FROM {t}.inbox WHERE provider_id = 'wamid.1'") == (
        "parked", "lease",
    )  # fmt: skip
    assert (await claimed(store, alpha, clock)).claimed.provider_id == "wamid.2"


async def test_a_rescued_claim_cannot_be_committed_by_its_first_holder(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    frozen = await claimed(store, alpha, clock)
    await rescue(gate, before=clock.now() + timedelta(seconds=1), most=3)

    assert await finish(store, frozen, clock) is Verdict.LOST
    second = await claimed(store, alpha, clock)
    assert await finish(store, frozen, clock) is Verdict.LOST
    assert await store.reload(frozen) == frozen
    assert await finish(store, second, clock) is Verdict.WON
    assert rows.values("SELECT key FROM {t}.outbox") == [
        f"01J0000000000000000000000A:{second.claimed.seq}:0"
    ]


async def test_a_failed_turn_goes_back_and_is_parked_after_three_tries(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    parked = [await store.fail(await claimed(store, alpha, clock), "boom") for _ in range(3)]

    assert parked == [False, False, True]
    assert rows.one("SELECT state, error, attempts FROM {t}.inbox") == ("parked", "boom", 3)


async def test_a_released_claim_was_never_made(
    store: PostgresStore, gate: TenantGate, alpha: Tenant, clock: FixedClock, rows: Rows
) -> None:
    await put(gate, clock, incoming("wamid.1", clock.now()))
    await store.release(await claimed(store, alpha, clock))

    assert rows.one("SELECT state, attempts, claimed_at FROM {t}.inbox") == ("new", 0, None)
