"""A person is called: on the list, in the log, and on the team's phone if it has one."""

import json

from engine.clock import FixedClock
from tests.tools.conftest import Business
from tools.attention.items import Matter, open_item
from tools.notify.leave_note.handler import HANDLER as NOTE
from tools.notify.notify_admin.handler import HANDLER


async def said(spa: Business, heard: str, reply: str) -> None:
    entry = {"input": {"content": {"text": heard}}, "replies": [{"text": reply}]}
    await spa.gate.execute(
        "INSERT INTO {t}.journal (thread_id, provider_id, started_at, at, entry)"
        " VALUES ('thread-1', %s, %s, %s, %s)",
        [heard, spa.clock.now(), spa.clock.now(), json.dumps(entry)],
    )


async def test_the_team_is_told_what_was_said(spa: Business) -> None:
    await spa.gate.execute(
        "INSERT INTO {t}.business_settings VALUES ('admin_whatsapp', '\"+254700000001\"')"
    )
    for number in range(7):
        await said(spa, f"question {number}", f"answer {number}")
    outcome, answer = await spa.write(HANDLER, {})
    assert (outcome, answer.outcome) == ("", "")
    row = await spa.gate.fetch_one("SELECT recipient, kind, body ->> 'text' FROM {t}.outbox")
    assert row is not None
    assert row[:2] == ("whatsapp:254700000001", "notify")
    assert "> question 6\n< answer 6" in row[2]
    assert "question 1" not in row[2]
    log = await spa.gate.fetch_one("SELECT thread_id, customer_id, summary FROM {t}.handoff_log")
    assert log is not None
    assert log[:2] == ("thread-1", "+254712345678")
    assert await spa.gate.fetch_one("SELECT ref, reason FROM {t}.attention_items") == (
        "thread-1", "handoff",
    )  # fmt: skip


async def test_without_a_phone_of_the_team_the_list_tells(spa: Business) -> None:
    await spa.write(HANDLER, {})
    assert await spa.gate.fetch_one("SELECT count(*) FROM {t}.outbox") == (0,)
    assert await spa.gate.fetch_one("SELECT count(*) FROM {t}.attention_items") == (1,)


async def test_the_same_matter_is_one_item_until_it_is_resolved(spa: Business) -> None:
    clock = FixedClock(spa.clock.now())
    matter = Matter("payment-1", "paid_twice", "Paid twice.", {"receipt": "X"})
    for _ in range(2):
        await open_item(spa.gate, matter, clock.now())
    await spa.gate.execute("UPDATE {t}.attention_items SET resolved_at = %s", [clock.now()])
    await open_item(spa.gate, matter, clock.now())
    assert await spa.gate.fetch_one("SELECT count(*) FROM {t}.attention_items") == (2,)


async def test_a_note_tells_the_team_once_and_calls_nobody(spa: Business) -> None:
    for _ in range(2):
        outcome, _answer = await spa.write(NOTE, {"about": "late"})
        assert outcome == "done"
    assert await spa.gate.fetch_one("SELECT ref, reason FROM {t}.attention_items") == (
        "thread-1", "note_late",
    )  # fmt: skip
    assert await spa.gate.fetch_one("SELECT count(*) FROM {t}.handoff_log") == (0,)
