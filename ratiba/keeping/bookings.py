"""What `ratiba bookings` lists."""

from zoneinfo import ZoneInfo

from engine.model.tenant import Tenant
from ratiba.keeping.listing import Listing, tabled
from tools.scheduling.ledger import Coming, coming


def _record(row: Coming) -> dict[str, object]:
    return {
        "at": row.starts_at.isoformat(),
        "service": row.service,
        "person": row.person,
        "customer": row.customer,
        "status": row.status,
        "price": row.price,
        "details": dict(row.details),
        "total_token_cost_usd": round(row.total_token_cost_usd, 6),
    }


def _line(row: Coming, tenant: Tenant) -> tuple[str, ...]:
    when = row.starts_at.astimezone(ZoneInfo(tenant.zone)).strftime("%a %d %b %H:%M")
    said = [f"{name}: {value}" for name, value in row.details.items()]
    if row.total_token_cost_usd:
        said.append(f"models: ${row.total_token_cost_usd:.4f}")
    return (when, row.service, row.person, row.customer, row.status, ", ".join(said))


BOOKINGS = Listing(
    read=coming,
    drawn=tabled(("when", "service", "person", "customer", "status", "details"), _line),
    record=_record,
    empty=lambda _: "Nothing is booked.",
)
