"""Customers are remembered, and wishes that could not be met are kept."""

from dataclasses import replace

from engine.model.value import Value
from tests.tools.conftest import Business
from tools.crm.save_lead.handler import HANDLER as LEAD
from tools.crm.upsert_contact.handler import HANDLER as CONTACT

CONTACTS = "SELECT customer_id, phone, name, channel FROM {t}.contacts"


async def test_a_customer_is_kept_once_with_a_verified_phone(spa: Business) -> None:
    outcome, answer = await spa.write(CONTACT, {})
    assert outcome == "done"
    assert answer.gives["phone"] == Value("phone", "+254712345678", facts={"verified": True})
    known = replace(spa.turn(), contact_id=str(answer.gives["contact"].value))
    _, again = await spa.write(CONTACT, {}, replace(known, profile_name="Another"))
    assert again.gives["contact"] == answer.gives["contact"]
    rows = await spa.gate.fetch_all(CONTACTS)
    assert [tuple(row) for row in rows] == [
        ("+254712345678", "+254712345678", "A. Customer", "whatsapp")
    ]
    assert spa.statements == 2


async def test_a_customer_without_a_phone_gives_none(spa: Business) -> None:
    _, answer = await spa.write(CONTACT, {}, replace(spa.turn(phone=None), channel="web"))
    assert set(answer.gives) == {"contact"}


async def test_a_lead_is_kept_and_put_before_the_team(spa: Business) -> None:
    await spa.gate.execute(
        "INSERT INTO {t}.business_settings VALUES ('admin_whatsapp', '\"+254700000001\"')"
    )
    args = {
        "contact": Value("contact", "1"),
        "service": Value("service", "facial"),
        "time": Value("opening", "2026-06-02T15:00"),
    }
    assert (await spa.write(LEAD, args))[0] == "done"
    assert await spa.write(LEAD, {"contact": Value("contact", "1")})
    rows = await spa.gate.fetch_all(
        "SELECT l.service_id, l.staff_id, l.wanted, i.reason FROM {t}.leads l"
        " JOIN {t}.attention_items i ON i.ref = l.id ORDER BY l.id"
    )
    assert [tuple(row) for row in rows] == [
        ("facial", None, "2026-06-02T15:00", "lead"),
        (None, None, None, "lead"),
    ]
    told = await spa.gate.fetch_all("SELECT recipient, kind, body ->> 'text' FROM {t}.outbox")
    assert {tuple(row) for row in told} == {
        ("whatsapp:254700000001", "notify",
         "+254712345678 found nothing that fitted. Wanted: facial, 2026-06-02T15:00."),
        ("whatsapp:254700000001", "notify",
         "+254712345678 found nothing that fitted. Wanted: nothing named."),
    }  # fmt: skip
    assert spa.statements == 4
