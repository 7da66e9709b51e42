import json
from dataclasses import replace
from datetime import timedelta

import pytest

from engine.model.session import Armed, Frame, How
from engine.model.value import Value
from engine.store.bell import Bell
from engine.store.database import Database
from engine.store.inbox import store_items
from engine.store.outbox import post
from engine.store.postgres import PostgresStore
from engine.store.records import Conversation, OutboxItem, Verdict
from engine.store.tenancy import TenantGate
from engine.store.tenants import Tenants
from tests.engine.rows import World, incoming, reply, turned
from tests.engine.statements import counted

CUSTOMER = "+254712000001"
THREAD = "01J0000000000000000000000A"


@pytest.fixture
async def first(world: World) -> Conversation:
    """A first message, claimed."""
    return await world.claimed("wamid.1")


async def test_a_turn_leaves_session_thread_journal_and_reply(
    world: World, first: Conversation
) -> None:
    frame = Frame(1, "booking", "d1gest", "collect_service", How.TASK)
    commit = turned(first, world.clock.now() + timedelta(seconds=1))
    commit = replace(commit, session=replace(commit.session, frames=(frame,)), flow_version=7)

    assert await world.finished(commit) is Verdict.WON

    assert world.rows.one(
        "SELECT thread_id, checkpoint_id, type, version, metadata, checkpoint->>'turns'"
        " FROM {t}.checkpoints"
    ) == (
        THREAD, THREAD, "current", 1,
        {"state_version": 1, "flow": "booking", "flow_version": 7, "flow_hash": "d1gest",
         "ended": None},
        "1",
    )  # fmt: skip
    assert world.rows.one(
        "SELECT thread_id, customer_id, session_id, actor_type, updated_at, ended_at"
        " FROM {t}.conversation_threads"
    ) == (THREAD, CUSTOMER, None, "CUSTOMER", commit.at, None)
    assert world.rows.one("SELECT provider_id, thread_id, at, entry FROM {t}.journal") == (
        "wamid.1", THREAD, commit.at, {"input": "wamid.1"},
    )  # fmt: skip
    assert world.rows.one("SELECT recipient, kind, body, state, thread_id FROM {t}.outbox") == (
        "whatsapp:254712000001", "reply", {"text": "Which service?"}, "new", THREAD,
    )  # fmt: skip
    assert world.rows.one("SELECT state FROM {t}.inbox") == ("done",)


async def test_an_ordinary_turn_costs_two_statements(world: World, first: Conversation) -> None:
    await world.finished(world.turned(first))
    await store_items(world.gate, [incoming("wamid.2", world.clock.now())], world.clock.now())

    with counted() as statements:
        conversation = await world.store.claim(world.tenant, world.clock.now())
        assert conversation is not None
        assert await world.finished(world.turned(conversation)) is Verdict.WON

    assert len(statements) == 2


async def test_domain_rows_share_the_commits_transaction(world: World, first: Conversation) -> None:
    stk = OutboxItem("mpesa:+254712000001", "stk", {"attempt": "a1"}, key="stk:a1")
    with counted() as statements:
        async with world.store.commit(world.tenant) as tx:
            assert await post(tx, stk, THREAD, world.clock.now())
            assert world.rows.all("SELECT 1 FROM {t}.outbox") == []
            assert await tx.finish(world.turned(first)) is Verdict.WON

    assert world.rows.values("SELECT key FROM {t}.outbox ORDER BY id") == [
        "stk:a1", f"{THREAD}:{first.claimed.seq}:0",
    ]  # fmt: skip
    assert len(statements) == 2


async def test_an_error_in_the_transaction_leaves_nothing(
    world: World, first: Conversation
) -> None:
    stk = OutboxItem("mpesa:+254712000001", "stk", {}, key="stk:a1")

    async def fail() -> None:
        async with world.store.commit(world.tenant) as tx:
            await post(tx, stk, THREAD, world.clock.now())
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert world.rows.all("SELECT 1 FROM {t}.outbox") == []
    assert world.rows.one("SELECT state FROM {t}.inbox") == ("processing",)


async def test_leaving_without_an_end_leaves_nothing(world: World, first: Conversation) -> None:
    async with world.store.commit(world.tenant) as tx:
        await post(tx, OutboxItem("x", "notify", {}, key="k"), None, world.clock.now())
    assert world.rows.all("SELECT 1 FROM {t}.outbox") == []


async def test_a_session_that_moved_meanwhile_refuses_everything(
    world: World, first: Conversation
) -> None:
    await world.finished(world.turned(first))
    second = await world.claimed("wamid.2")
    world.rows.all("UPDATE {c}.checkpoints SET version = version + 1")

    async with world.store.commit(world.tenant) as tx:
        await post(tx, OutboxItem("x", "notify", {}, key="k"), None, world.clock.now())
        assert await tx.finish(world.turned(second)) is Verdict.MOVED
    assert world.rows.values("SELECT key FROM {t}.outbox") == [f"{THREAD}:{first.claimed.seq}:0"]
    assert len(world.rows.all("SELECT 1 FROM {t}.journal")) == 1

    moved = await world.store.reload(second)
    assert (moved.version, moved.claimed) == (2, second.claimed)
    assert await world.finished(world.turned(moved)) is Verdict.WON
    assert world.rows.one("SELECT version, checkpoint->>'turns' FROM {c}.checkpoints") == (3, "2")


async def test_a_second_live_thread_of_a_customer_is_refused(
    world: World, first: Conversation
) -> None:
    world.rows.all(
        "INSERT INTO {t}.conversation_threads (thread_id, customer_id, updated_at)"
        " VALUES ('other', %s, %s)",
        [CUSTOMER, world.clock.now()],
    )
    assert await world.finished(world.turned(first)) is Verdict.MOVED
    assert world.rows.all("SELECT 1 FROM {c}.checkpoints") == []


async def test_timers_follow_the_session_by_difference(world: World, first: Conversation) -> None:
    soon, later = (world.clock.now() + timedelta(minutes=m) for m in (8, 30))
    look = "SELECT name, due_at FROM {t}.timers ORDER BY name"

    async def commit(conversation: Conversation, *timers: Armed) -> None:
        assert await world.finished(world.turned(conversation, timers=timers)) is Verdict.WON

    await commit(first, Armed(1, "pay", "a", soon), Armed(1, "pay", "b", later))
    assert world.rows.all(look) == [("a", soon), ("b", later)]
    kept = world.rows.one("SELECT ctid FROM {t}.timers WHERE name = 'b'")

    second = await world.claimed("wamid.2")
    await commit(second, Armed(1, "pay", "b", later), Armed(2, "ask", "c", soon))
    assert world.rows.all(look) == [("b", later), ("c", soon)]
    assert world.rows.one("SELECT ctid FROM {t}.timers WHERE name = 'b'") == kept

    third = await world.claimed("wamid.3")
    await commit(third, Armed(1, "pay", "b", soon))
    assert world.rows.all(look) == [("b", soon)]

    fourth = await world.claimed("wamid.4")
    await commit(fourth)
    assert world.rows.all(look) == []


async def test_the_end_of_a_thread_keeps_a_full_row_and_frees_the_customer(
    world: World, first: Conversation
) -> None:
    commit = world.turned(first, ended="booked")
    await world.finished(replace(commit, actor_type="ADMIN"))

    assert world.rows.values("SELECT type FROM {c}.checkpoints ORDER BY type") == [
        "current",
        "full",
    ]
    assert world.rows.one("SELECT actor_type, ended_at FROM {t}.conversation_threads") == (
        "CUSTOMER", world.clock.now(),
    )  # fmt: skip
    fresh = await world.claimed("wamid.2")
    assert fresh.session is None
    await world.finished(turned(fresh, world.clock.now(), thread_id="second"))
    assert len(world.rows.all("SELECT 1 FROM {t}.conversation_threads WHERE ended_at IS NULL")) == 1


async def test_an_ended_thread_still_names_its_flow(world: World, first: Conversation) -> None:
    frame = Frame(1, "booking", "d1gest", "confirm", How.TASK)
    await world.finished(world.turned(first, frames=(frame,)))
    second = await world.claimed("wamid.2")
    await world.finished(world.turned(second, frames=(), ended="booked"))
    query = "SELECT DISTINCT metadata->>'flow', metadata->>'ended' FROM {c}.checkpoints"
    assert world.rows.all(query) == [("booking", "booked")]


async def test_a_handoff_keeps_one_full_row(world: World, first: Conversation) -> None:
    for conversation in (first, None):
        held = conversation or await world.claimed("wamid.2")
        commit = replace(world.turned(held), snapshot=True, actor_type="ADMIN")
        await world.finished(commit)

    assert world.rows.values("SELECT version FROM {c}.checkpoints WHERE type = 'full'") == [1]
    assert world.rows.one("SELECT actor_type FROM {t}.conversation_threads") == ("ADMIN",)


async def test_answers_to_remember_are_merged_into_the_contacts_card(
    world: World, first: Conversation
) -> None:
    world.rows.all(
        "INSERT INTO {t}.contacts (id, customer_id, channel, channel_user_id, card, created_at)"
        """ VALUES ('c', %s, 'whatsapp', 'u', '{"a": {"type": "text", "value": 1}}', %s)""",
        [CUSTOMER, world.clock.now()],
    )
    commit = replace(world.turned(first), card={"service": Value("service", "s1")})
    assert await world.finished(commit) is Verdict.WON
    (card,) = world.rows.one("SELECT card FROM {t}.contacts")
    assert card == {
        "a": {"type": "text", "value": 1},
        "service": {"type": "service", "value": "s1"},
    }


async def test_a_turn_may_say_nothing_or_much(world: World, first: Conversation) -> None:
    words = ["one", 'two "quoted" \\ {t} %s', "tatu - ok 👍"]
    commit = replace(world.turned(first), outbox=tuple(reply(text=word) for word in words))
    await world.finished(commit)
    assert world.rows.values("SELECT body->>'text' FROM {t}.outbox ORDER BY id") == words


async def test_the_session_row_is_updated_in_place(world: World, engine_url: str) -> None:
    """HOT: a turn writes no index entry of the session's row."""
    counts = (
        "SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables"
        " WHERE relname = 'checkpoints' AND schemaname = 'checkpoints_alpha'"
    )
    async with Database(engine_url, size=1) as database:  # each connection tells its own counts
        tenants, bell = Tenants(database), Bell(database, listens=False)
        store = PostgresStore(database, tenants, bell, world.clock)
        lone = replace(world, store=store, gate=TenantGate(database, world.tenant))
        (updates, hot), *_ = world.rows.all(counts)
        for turn in range(30):
            conversation = await lone.claimed(f"wamid.{turn}")
            await lone.finished(lone.turned(conversation, locale="sw" * turn))
        await lone.gate.fetch_one("SELECT pg_stat_force_next_flush()")
        updates_now, hot_now = world.rows.one(counts)
    assert updates_now - updates >= 29
    assert hot_now - hot >= 25


async def test_a_long_record_leaves_no_column_of_its_row_out_of_line(world: World) -> None:
    """Out of line a turn writes two rows more, and the next claim reads one of them."""
    conversation = await world.claimed("wamid.long")
    long = {f"fact.{number}": f"{number * 7919}" for number in range(200)}
    turn = replace(turned(conversation, world.clock.now()), entry=json.dumps(long))
    turn = replace(turn, session=replace(turn.session, terms=long))
    async with world.store.commit(world.tenant) as tx:
        assert await tx.finish(turn) is Verdict.WON
    for table in ("{t}.journal", "{c}.checkpoints"):
        (toast,) = world.rows.one(
            f"SELECT reltoastrelid::regclass::text FROM pg_class WHERE oid = '{table}'::regclass"
        )
        assert world.rows.one(f"SELECT count(*) FROM {toast}") == (0,), table
