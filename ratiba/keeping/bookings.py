"""What `ratiba bookings` does."""

from zoneinfo import ZoneInfo

from engine.assembly.core import opened
from engine.clock import SystemClock
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.tenancy import TenantGate
from ratiba import loop
from ratiba.keeping.schema import bring_up
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from ratiba.terminal.tables import table
from tools.scheduling.ledger import Coming, coming

COLUMNS = ("when", "service", "person", "customer", "status", "details")


def run(slug: str, *, json: bool) -> None:
    """Print what is booked.

    Raises:
        InputError: there is no such tenant.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        tenant, rows = loop.run(_read(settings, slug))
    if json:
        emit([_record(row) for row in rows])
    elif rows:
        out = console()
        out.print(table(COLUMNS, [_line(row, tenant) for row in rows], out.width))
    else:
        console().print("Nothing is booked.")


async def _read(settings: Settings, slug: str) -> tuple[Tenant, tuple[Coming, ...]]:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)
        return tenant, await coming(TenantGate(core.database, tenant), core.clock.now())


def _record(row: Coming) -> dict[str, object]:
    return {
        "at": row.starts_at.isoformat(),
        "service": row.service,
        "person": row.person,
        "customer": row.customer,
        "status": row.status,
        "price": row.price,
        "details": dict(row.details),
    }


def _line(row: Coming, tenant: Tenant) -> tuple[str, ...]:
    when = row.starts_at.astimezone(ZoneInfo(tenant.zone)).strftime("%a %d %b %H:%M")
    said = ", ".join(f"{name}: {value}" for name, value in row.details.items())
    return (when, row.service, row.person, row.customer, row.status, said)
