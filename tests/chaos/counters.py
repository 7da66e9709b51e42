"""The ten counters: what a scenario may have broken, read from rows and the providers' books."""

from collections import Counter
from dataclasses import astuple, dataclass, fields
from datetime import timedelta
from typing import LiteralString

from ratiba.keeping.pilot import ACCESS_TOKEN, CONSUMER, PASSKEY
from tests.chaos.customer import CANARY
from tests.chaos.rig import LEASE_S, Rig
from tests.chaos.town import TOWN, Business

DONE: LiteralString = "SELECT provider_id FROM {t}.inbox WHERE state IN ('done', 'parked')"
TURNS: LiteralString = "SELECT provider_id, count(*) FROM {t}.journal GROUP BY 1"
OVERLAP: LiteralString = """
SELECT count(*) FROM {t}.appointment_resources a JOIN {t}.appointment_resources b
    ON a.resource_id = b.resource_id AND a.appointment_id < b.appointment_id
    AND a.blocks_from < b.blocks_to AND b.blocks_from < a.blocks_to
JOIN {t}.appointments x ON x.id = a.appointment_id
JOIN {t}.appointments y ON y.id = b.appointment_id
WHERE x.status IN ('pending', 'confirmed') AND y.status IN ('pending', 'confirmed')
"""
GHOST_PAID: LiteralString = """
SELECT count(*) FROM {t}.payments p JOIN {t}.appointments a ON a.id = p.appointment_id
WHERE p.state = 'settled' AND a.status NOT IN ('confirmed', 'completed')
    AND NOT EXISTS (SELECT FROM {t}.attention_items i
        WHERE i.resolved_at IS NULL AND i.ref IN (p.id, a.id))
"""
FREE_RIDE: LiteralString = """
SELECT count(*) FROM {t}.appointments a
WHERE a.status = 'confirmed' AND a.price_kes > 0 AND NOT EXISTS (
    SELECT FROM {t}.payments p
    WHERE p.state = 'settled' AND (p.appointment_id = a.id OR p.id = a.payment_id))
"""
STUCK: LiteralString = """
SELECT (SELECT count(*) FROM {t}.inbox WHERE state = 'processing' AND claimed_at < %(before)s)
    + (SELECT count(*) FROM {t}.outbox WHERE state = 'sending' AND claimed_at < %(before)s)
    + (SELECT count(*) FROM {t}.inbox WHERE state = 'new')
"""
SENT: LiteralString = """
SELECT provider_message_id, recipient FROM {t}.outbox WHERE provider_message_id IS NOT NULL
"""
STRANGERS: LiteralString = """
SELECT count(*) FROM {t}.inbox WHERE kind = 'message' AND NOT customer_id = ANY(%(phones)s)
"""


@dataclass(frozen=True, slots=True)
class Counters:
    """How many of each; every one is to be 0, `dup_out` one at most for each kill or freeze."""

    lost: int = 0
    dup_in: int = 0
    dup_stk: int = 0
    overlap: int = 0
    ghost_paid: int = 0
    free_ride: int = 0
    dup_out: int = 0
    x_tenant: int = 0
    stuck: int = 0
    leak: int = 0

    def since(self, before: "Counters") -> "Counters":
        """What came on top."""
        pairs = zip(astuple(self), astuple(before), strict=True)
        return Counters(*(now - then for now, then in pairs))

    def broken(self, dup_out_allowed: int = 0) -> dict[str, int]:
        """The counters that are beyond what is allowed."""
        allowed = {"dup_out": dup_out_allowed}
        found = {one.name: int(getattr(self, one.name)) for one in fields(self)}
        return {name: count for name, count in found.items() if count > allowed.get(name, 0)}


async def count(rig: Rig) -> Counters:
    """Count, once all is calm."""
    sums: Counter[str] = Counter(dup_stk=_prompted_twice(rig), leak=_leaks(rig))
    claimed: dict[str, str] = {}
    for business in TOWN:
        sums.update(await _of(rig, business))
        claimed |= {message: business.account for message, _ in await rig.rows(SENT, business)}
    for message in rig.at.graph.messages:
        owner = claimed.get(message.id)
        sums["dup_out"] += owner is None
        sums["x_tenant"] += owner is not None and owner != message.account
    return Counters(**sums)


async def _of(rig: Rig, business: Business) -> Counter[str]:
    posted = rig.posted.get(business.slug, set())
    done = {key for (key,) in await rig.rows(DONE, business)}
    turns = dict(await rig.rows(TURNS, business))
    before = rig.at.graph.clock.now() - timedelta(seconds=2 * LEASE_S)
    phones = [f"+{phone}" for phone in rig.customers.get(business.slug, ())]
    return Counter(
        lost=len(posted - done) + len(posted & done - turns.keys()),
        dup_in=sum(number - 1 for number in turns.values()),
        overlap=await _number(rig, OVERLAP, business),
        ghost_paid=await _number(rig, GHOST_PAID, business),
        free_ride=await _number(rig, FREE_RIDE, business),
        stuck=await _number(rig, STUCK, business, before=before),
        x_tenant=await _number(rig, STRANGERS, business, phones=phones),
    )


async def _number(rig: Rig, statement: LiteralString, business: Business, **params: object) -> int:
    ((number,),) = await rig.rows(statement, business, **params)
    return int(number)


def _prompted_twice(rig: Rig) -> int:
    """Prompts beyond one of each attempt: an attempt's callback address is its own."""
    shown = Counter(prompt.push.callback_url for prompt in rig.at.daraja.shown())
    return sum(number - 1 for number in shown.values())


def _leaks(rig: Rig) -> int:
    """Phones, customers' words and secrets in any process's log."""
    phones = {phone.removeprefix("254") for some in rig.customers.values() for phone in some}
    secret = {ACCESS_TOKEN, PASSKEY, CONSUMER[1], rig.at.graph.app_secret.decode(), CANARY}
    logs = [one.log.read_text("utf-8", "replace") for one in rig.processes if one.log.exists()]
    return sum(word in log for log in logs for word in phones | secret)
