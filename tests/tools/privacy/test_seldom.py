"""What few conversations leave is given out and erased as well."""

import json
from typing import LiteralString

from tests.tools.privacy.conftest import PHONE, Erase, was_there
from tests.turns.spa import Spa
from tools.privacy.export import export

FILL: tuple[LiteralString, ...] = (
    """INSERT INTO {c}.checkpoints_archive (thread_id, checkpoint_id, type, version, checkpoint,
       metadata, created_at, updated_at)
       VALUES (%(thread)s, 'old', 'full', 1, %(words)s::jsonb, '{}', %(at)s, %(at)s)""",
    """INSERT INTO {t}.model_calls (thread_id, at, role, model, prompt, came, tokens_in,
       tokens_cached, tokens_out, cost_usd, ms)
       VALUES (%(thread)s, %(at)s, 'r', 'm', 'p', %(words)s, 1, 0, 1, 0, 1)""",
    """INSERT INTO {t}.misheard (journal_id, thread_id, next_id, next_thread_id, at, signal)
       VALUES (1, 'another', 2, %(thread)s, %(at)s, 'corrected')""",
    """INSERT INTO {t}.leads (id, customer_id, thread_id, wanted, created_at)
       VALUES ('l', %(phone)s, %(thread)s, %(words)s, %(at)s)""",
    """INSERT INTO {t}.feedback (id, customer_id, thread_id, rating, comment, created_at)
       VALUES ('f', %(phone)s, %(thread)s, 5, %(words)s, %(at)s)""",
    """INSERT INTO {t}.timers (thread_id, frame, step, name, due_at)
       VALUES (%(thread)s, 7, 's', 'timer_0', %(at)s)""",
    """INSERT INTO {t}.attention_items (id, ref, reason, details, opened_at)
       VALUES ('i', 'l', 'lead', jsonb_build_object('customer', %(phone)s::text,
       'text', %(words)s::text, 'rating', 2), %(at)s)""",
    """INSERT INTO {t}.outbox (key, recipient, kind, body, created_at, due_at)
       VALUES ('n', 'whatsapp:254799', 'notify', %(words)s::jsonb, %(at)s, %(at)s)""",
)
GONE: tuple[LiteralString, ...] = (
    "SELECT 1 FROM {c}.checkpoints_archive",
    "SELECT 1 FROM {t}.model_calls",
    "SELECT 1 FROM {t}.misheard",
    "SELECT 1 FROM {t}.leads",
    "SELECT 1 FROM {t}.timers",
    "SELECT 1 FROM {t}.outbox",
    "SELECT 1 FROM {t}.conversation_threads",
)
SECTIONS = {"archive", "model_calls", "misheard", "leads", "feedback", "timers", "attention"}


async def test_what_few_conversations_leave(spa: Spa, erase: Erase) -> None:
    customer = await was_there(spa)
    assert customer.session is not None
    known = {
        "thread": customer.session.thread_id,
        "phone": PHONE,
        "words": '"A. Customer of 0712 000 001"',
        "at": spa.clock.now(),
    }
    for statement in FILL:
        await spa.gate.execute(statement, known)
    database = spa.house.engine.core.database
    given = await export(database, spa.tenant, PHONE, spa.clock.now())
    assert {name for name in SECTIONS if given.sections[name]} == SECTIONS
    assert '"the team"' in json.dumps(given.sections["messages_out"])
    assert (await erase()).left.finds == ()
    for statement in GONE:
        assert await spa.rows(statement) == [], statement
    assert await spa.rows("SELECT rating, comment FROM {t}.feedback") == [(5, None)]
    ((details, by),) = await spa.rows("SELECT details, resolved_by FROM {t}.attention_items")
    assert (details, by) == ({"rating": 2}, "erased")


async def test_whoever_told_no_phone_is_found_by_the_one_they_gave(spa: Spa, erase: Erase) -> None:
    hidden = await spa.customer("").says("haircut tomorrow at 3pm")
    await (await hidden.says(PHONE)).says("yes")
    await spa.gate.execute("UPDATE {t}.payment_attempts SET state = 'cancelled'")
    await spa.gate.execute("UPDATE {t}.appointments SET status = 'expired'")
    erased = await erase()
    assert erased.deleted["inbox"] == 3
    assert erased.left.finds == ()
    assert await spa.rows("SELECT 1 FROM {t}.journal") == []
