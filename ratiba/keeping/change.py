"""What `ratiba tenant set` does."""

import json as jsonlib
from collections.abc import Iterable, Mapping
from typing import LiteralString

import psycopg

from engine.assembly.core import Core, opened
from engine.clock import SystemClock
from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.tenancy import TenantGate
from ratiba import loop
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import say_warning
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from tools.tenants.dials import read_in, refuse_unknown
from tools.tenants.mpesa import lacking, warning
from tools.tenants.options import NOTICE, Options, read_options

NUMBER = "whatsapp_number_id="
CHANGE: LiteralString = """
UPDATE public.tenants SET name = coalesce(%(name)s, name), locale = coalesce(%(locale)s, locale),
    zone = coalesce(%(zone)s, zone), mpesa_enabled = coalesce(%(mpesa)s, mpesa_enabled),
    whatsapp_phone_number_id = coalesce(%(number)s, whatsapp_phone_number_id),
    dials = dials || %(dials)s::jsonb
WHERE slug = %(slug)s
"""
SETTING: LiteralString = """
INSERT INTO {t}.business_settings (key, value) SELECT key, value FROM jsonb_each(%s::jsonb)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
OWN: LiteralString = """
SELECT coalesce(string_agg(source, ' '), '') FROM {t}.flow_versions WHERE state <> 'retired'
"""
"""All that the business's own documents say, drafts too."""


def run(slug: str, settings: tuple[str, ...], *, json: bool) -> None:
    """Change what is named and leave the rest.

    Raises:
        InputError: there is no such tenant or setting.
    """
    number = next((s.removeprefix(NUMBER) for s in settings if s.startswith(NUMBER)), None)
    options = read_options(s for s in settings if not s.startswith(NUMBER))
    with Progress(quiet=json) as progress, own_machine(progress) as found:
        progress.done()
        tenant, warnings = loop.run(_change(found, slug, options, number))
    if json:
        emit({"slug": tenant.slug, "version": tenant.version, "warnings": warnings})
    else:
        console().print(f"Changed '{slug}'; it holds {_from_when(options)}.")
        warn(warnings)


def _from_when(options: Options) -> str:
    """What rules read of a business holds still where a customer is at it."""
    if options.mpesa_enabled is None and NOTICE not in options.settings:
        return "from the next message on"
    return "from the next message on; a booking that is under way keeps to what was read for it"


async def _change(
    settings: Settings, slug: str, options: Options, number: str | None
) -> tuple[Tenant, list[str]]:
    async with opened(settings, SystemClock()) as core:
        tenant = await change(core, slug, options, number)
        return tenant, await warnings_of(core, tenant)


async def warnings_of(core: Core, tenant: Tenant) -> list[str]:
    """What a business cannot do as it is set, each with the remedy."""
    lacks = lacking(await core.credentials.of(tenant.slug)) if tenant.mpesa_enabled else ()
    return [warning(tenant.slug, lacks)] if lacks else []


def warn(warnings: Iterable[str]) -> None:
    """Tell what was found amiss; nothing is stopped by it."""
    for one in warnings:
        say_warning(one)


async def change(core: Core, slug: str, options: Options, number: str | None = None) -> Tenant:
    """Change a business; a secret that is not named keeps its value.

    Raises:
        InputError: there is no such tenant or dial, or another one has the number.
    """
    tenant = await core.tenants.by_slug(slug)
    if options.dials:
        own = await TenantGate(core.database, tenant).fetch_one(OWN)
        refuse_unknown(options.dials, read_in(own[0] if own else ""))
    if options.credentials:
        held = await core.credentials.of(slug)
        await core.credentials.put(slug, {**held, **options.credentials})
    if options.settings:
        await TenantGate(core.database, tenant).execute(SETTING, [_json(options.settings)])
    params = {
        "slug": slug,
        "name": options.name,
        "locale": options.locale,
        "zone": options.zone,
        "mpesa": options.mpesa_enabled,
        "number": number,
        "dials": _json(options.dials),
    }
    try:
        async with core.database.connection() as connection:
            await connection.execute(CHANGE, params)
    except psycopg.errors.UniqueViolation:
        raise InputError(
            "tenant.number",
            f"Another tenant has the WhatsApp number id {number}. Give this one its own.",
        ) from None
    return await core.tenants.by_slug(slug, version=0)


def _json(values: Mapping[str, object]) -> str:
    return jsonlib.dumps(dict(values))
