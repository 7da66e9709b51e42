"""Rows of one business, printed: as a table for people, as JSON for programs."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from rich.console import RenderableType

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

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Listing(Generic[Row]):
    """What a verb lists.

    Attributes:
        read: the rows, from the tenant's gate and the present time (UTC).
        drawn: the rows for people, in that many columns of a terminal; times in the tenant's zone.
        record: a row as JSON.
        empty: what is said to this business where there is none.
    """

    read: Callable[[TenantGate, datetime], Awaitable[Sequence[Row]]]
    drawn: Callable[[Sequence[Row], Tenant, int], RenderableType]
    record: Callable[[Row], Mapping[str, object]]
    empty: Callable[[Tenant], str]


def tabled(
    columns: tuple[str, ...], line: Callable[[Row, Tenant], Sequence[object]]
) -> Callable[[Sequence[Row], Tenant, int], RenderableType]:
    """Rows as lines of a table: each `line` gives the cells below `columns`."""

    def drawn(rows: Sequence[Row], tenant: Tenant, width: int) -> RenderableType:
        return table(columns, [line(row, tenant) for row in rows], width)

    return drawn


def show(listing: Listing[Row], slug: str, *, json: bool) -> None:
    """Print the rows of a business.

    Raises:
        InputError: there is no such tenant.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        tenant, rows = loop.run(_read(listing, settings, slug))
    if json:
        emit([listing.record(row) for row in rows])
    elif rows:
        out = console()
        out.print(listing.drawn(rows, tenant, out.width))
    else:
        console().print(listing.empty(tenant))


async def _read(
    listing: Listing[Row], settings: Settings, slug: str
) -> tuple[Tenant, Sequence[Row]]:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)
        return tenant, await listing.read(TenantGate(core.database, tenant), core.clock.now())
