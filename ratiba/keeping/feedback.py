"""What `ratiba feedback` does."""

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
from tools.crm.ratings import Rating, ratings

COLUMNS = ("when", "customer", "rating", "words", "service", "person")


def run(slug: str, *, json: bool) -> None:
    """Print what customers thought.

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
        console().print("Nobody was asked yet. Set the dial: dials.feedback=1")


async def _read(settings: Settings, slug: str) -> tuple[Tenant, tuple[Rating, ...]]:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)
        return tenant, await ratings(TenantGate(core.database, tenant))


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
