"""What is given out is all that is kept of them, readable, and no secret."""

import json

from tests.tools.privacy.conftest import OTHER, PHONE, was_there
from tests.turns.spa import Spa
from tools.privacy.export import export
from tools.privacy.person import find_person
from tools.privacy.search import search

SECTION_OF = {
    "contacts": "contact", "conversation_threads": "threads", "checkpoints": "sessions",
    "journal": "journal", "inbox": "messages_in", "outbox": "messages_out",
    "appointments": "bookings", "payments": "payments", "payment_attempts": "payment_attempts",
    "handoff_log": "handoffs", "feedback": "feedback", "leads": "leads",
    "attention_items": "attention", "public.payment_callbacks_unrouted": "unrouted_payments",
    "model_calls": "model_calls",
}  # fmt: skip
SAYS_NO_MORE = {"public.payment_routing"}
"""Only an id that the attempt has too, beside its token."""


async def test_everything_in_which_they_can_be_read_is_given_out(spa: Spa) -> None:
    database = spa.house.engine.core.database
    customer = await was_there(spa)
    await customer.says("I want to talk to a person")
    await spa.customer(OTHER, "B. Patron").says("hello")
    whole = await export(database, spa.tenant, "0712 000 001", spa.clock.now())
    person = await find_person(spa.gate, PHONE)
    seen = {find.table for find in (await search(database, spa.tenant, person)).finds}
    own = {t for t in seen - SAYS_NO_MORE if whole.sections.get(SECTION_OF[t])}
    assert own == seen - SAYS_NO_MORE
    (booking,) = whole.sections["bookings"]
    assert isinstance(booking, dict)
    assert (booking["service"], booking["person"]) == ("Haircut", "Anna")
    told = json.dumps(whole.record)
    assert "haircut tomorrow at 3pm" in told
    assert "UKL0000001" in told
    assert OTHER[-9:] not in told
    (token,) = (await spa.rows("SELECT token FROM {t}.payment_attempts"))[0]
    assert token not in told
