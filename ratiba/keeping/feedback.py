"""What `ratiba feedback` lists."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.model.tenant import Tenant
from engine.store.tenancy import TenantGate
from ratiba.keeping.listing import Listing
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


FEEDBACK = Listing(
    read=_read,
    columns=("when", "customer", "rating", "words", "service", "person"),
    line=_line,
    record=_record,
    empty="Nobody was asked yet. Set the dial: dials.feedback=1",
)
