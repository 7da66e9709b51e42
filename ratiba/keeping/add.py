"""What `ratiba tenant add` does."""

from engine.assembly.core import keyring, opened
from engine.clock import SystemClock
from engine.model.tenant import Tenant
from engine.settings import Settings
from ratiba import loop
from ratiba.keeping.change import warn, warnings_of
from ratiba.keeping.schema import bring_up
from ratiba.keeping.wish import Wish
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from tools.tenants.options import read_options
from tools.tenants.service import Tenancy
from tools.tenants.verticals import load_vertical


def run(wish: Wish, *, json: bool) -> None:
    """Add a business and say what it begins with.

    Raises:
        InputError: the slug is none or taken; no such vertical or setting.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        progress(f"adding {wish.slug}")
        tenant, warnings = loop.run(_add_and_look(settings, wish))
    if json:
        found = {"slug": tenant.slug, "name": tenant.name, "vertical": tenant.vertical}
        emit({**found, "warnings": warnings})
        return
    console().print(f"Added {tenant.name}. Talk to it: ratiba chat --tenant {tenant.slug}")
    warn(warnings)


async def _add_and_look(settings: Settings, wish: Wish) -> tuple[Tenant, list[str]]:
    tenant = await add_to(settings, wish)
    async with opened(settings, SystemClock()) as core:
        return tenant, await warnings_of(core, tenant)


async def add_to(settings: Settings, wish: Wish) -> Tenant:
    """Add a business to the database of the settings."""
    async with opened(settings, SystemClock(settings.ratiba_clock_offset_file)) as core:
        return await add(Tenancy(core.database, keyring(settings), core.clock), wish)


async def add(tenancy: Tenancy, wish: Wish) -> Tenant:
    """Add a business.

    Raises:
        InputError: the slug is none or taken; no such vertical or setting.
    """
    return await tenancy.add(
        wish.slug,
        load_vertical(wish.vertical),
        whatsapp_number_id=wish.whatsapp_number_id,
        mpesa_shortcode=wish.mpesa_shortcode,
        options=read_options(wish.settings),
    )
