"""What `ratiba feedback` lists."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.model.tenant import Tenant
from engine.store.tenancy import TenantGate
from ratiba.keeping.listing import Listing, tabled
from tools.crm.ratings import Rating, ratings


async def _read(gate: TenantGate, now: datetime) -> Sequence[Rating]:
    return await ratings(gate)


def _record(row: Rating) -> dict[str, object]:
    return {
        "at": row.at.isoformat(),
        "customer": row.customer,
        "rating": row.rating,
        "comment": row.comment,
        "service": row.service,
        "person": row.person,
    }


def _line(row: Rating, tenant: Tenant) -> tuple[str, ...]:
    when = row.at.astimezone(ZoneInfo(tenant.zone)).strftime("%d %b %H:%M")
    rest = (row.comment, row.service, row.person)
    return (when, row.customer, str(row.rating), *(text or "" for text in rest))


def _empty(tenant: Tenant) -> str:
    """The dial is named where it is what stands in the way."""
    dial = tenant.dials.get("feedback")
    if isinstance(dial, int | float) and dial > 0:
        return "Nobody has answered yet: customers are asked once their visit is over."
    return f"Nobody is asked. Turn it on: ratiba tenant set {tenant.slug} dials.feedback=1"


FEEDBACK = Listing(
    read=_read,
    drawn=tabled(("when", "customer", "rating", "words", "service", "person"), _line),
    record=_record,
    empty=_empty,
)
