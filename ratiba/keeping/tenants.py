"""What `ratiba tenant list` and `ratiba tenant delete` do."""

import sys

from engine.assembly.core import keyring, opened
from engine.clock import SystemClock
from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.names import check_slug
from ratiba import loop
from ratiba.keeping.schema import bring_up
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from ratiba.terminal.tables import table
from tools.tenants.service import Tenancy

COLUMNS = ("slug", "name", "vertical", "locale", "zone", "M-Pesa", "WhatsApp number id")


def list_all(*, json: bool) -> None:
    """Print every business, by slug."""
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        rows = loop.run(_every(settings))
    if json:
        emit([_record(row) for row in rows])
    elif rows:
        out = console()
        out.print(table(COLUMNS, [tuple(_record(row).values()) for row in rows], out.width))
    else:
        console().print("No business yet. Add one: ratiba tenant add my_spa --vertical spa")


async def _every(settings: Settings) -> list[Tenant]:
    async with opened(settings, SystemClock()) as core:
        return await core.tenants.every()


def _record(row: Tenant) -> dict[str, object]:
    return {
        "slug": row.slug,
        "name": row.name,
        "vertical": row.vertical,
        "locale": row.locale,
        "zone": row.zone,
        "mpesa": "on" if row.mpesa_enabled else "off",
        "whatsapp_number_id": row.whatsapp_phone_number_id,
    }


def delete(slug: str, *, yes: bool, json: bool) -> int:
    """Delete a business with all its rows.

    Raises:
        InputError: there is none, or nobody is there to be asked.
    """
    check_slug(slug)
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        progress.done()
        if not yes and not _agreed(slug):
            console().print("Nothing was deleted.")
            return FINDINGS
        loop.run(_delete(settings, slug))
    if json:
        emit({"deleted": slug})
    else:
        console().print(f"Deleted '{slug}' with all its rows.")
    return GOOD


def _agreed(slug: str) -> bool:
    if not sys.stdin.isatty():
        message = f"Nobody is there to be asked. Add --yes to delete '{slug}'."
        raise InputError("tenant.delete", message)
    answer = input(f"Delete '{slug}' with every booking and payment? Type its slug: ")
    return answer.strip() == slug


async def _delete(settings: Settings, slug: str) -> None:
    async with opened(settings, SystemClock()) as core:
        await Tenancy(core.database, keyring(settings), core.clock).delete(slug)
