"""What `ratiba tenant set` does."""

import json as jsonlib
from collections.abc import Iterable, Mapping
from typing import LiteralString

import psycopg

from engine.assembly.core import Core, opened
from engine.clock import SystemClock
from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.model.value import Scalar
from engine.settings import Settings
from engine.store.tenancy import TenantGate
from ratiba import loop
from ratiba.keeping.began import began
from ratiba.keeping.settings import settings_of, shown
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import say_warning
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from tools.tenants.dials import read_in, refuse_unknown
from tools.tenants.mpesa import lacking, warning
from tools.tenants.numbers import NOTICE
from tools.tenants.options import DIAL, Options, read_options
from tools.tenants.settings import Stands

NUMBER = "whatsapp_number_id="
CHANGE: LiteralString = """
UPDATE public.tenants SET name = coalesce(%(name)s, name), locale = coalesce(%(locale)s, locale),
    zone = coalesce(%(zone)s, zone), mpesa_enabled = coalesce(%(mpesa)s, mpesa_enabled),
    whatsapp_phone_number_id = coalesce(%(number)s, whatsapp_phone_number_id),
    dials = (dials - %(without)s::text[]) || %(dials)s::jsonb
WHERE slug = %(slug)s
"""
SETTING: LiteralString = """
INSERT INTO {t}.business_settings (key, value) SELECT key, value FROM jsonb_each(%s::jsonb)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
UNSET: LiteralString = "DELETE FROM {t}.business_settings WHERE key = ANY(%s)"
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
        tenant, warnings, again = loop.run(_change(found, slug, options, number))
    if json:
        emit({"slug": tenant.slug, "version": tenant.version, "warnings": warnings})
    else:
        console().print(f"Changed '{slug}'; it holds {_from_when(options)}.")
        for one in again:
            console().print(f"{one.setting.name} is {shown(one.value)} again.")
        warn(warnings)


def _from_when(options: Options) -> str:
    """What rules read of a business holds still where a customer is at it."""
    if options.mpesa_enabled is None and NOTICE not in {*options.settings, *options.resets}:
        return "from the next message on"
    return "from the next message on; a booking that is under way keeps to what was read for it"


async def _change(
    settings: Settings, slug: str, options: Options, number: str | None
) -> tuple[Tenant, list[str], list[Stands]]:
    async with opened(settings, SystemClock()) as core:
        tenant = await change(core, slug, options, number)
        rows = await settings_of(core, slug) if options.resets else ()
        again = [row for row in rows if row.setting.name in options.resets]
        return tenant, await warnings_of(core, tenant), again


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
    named = {**options.dials, **dict.fromkeys(_dials(options.resets))}
    if named:
        own = await TenantGate(core.database, tenant).fetch_one(OWN)
        refuse_unknown(named, read_in(own[0] if own else ""))
    if options.credentials:
        held = await core.credentials.of(slug)
        await core.credentials.put(slug, {**held, **options.credentials})
    begins = began(tenant.vertical)
    settings, unset = _wanted(options.settings, begins.settings, options.resets)
    dials, without = _wanted(options.dials, begins.dials, _dials(options.resets))
    gate = TenantGate(core.database, tenant)
    if settings:
        await gate.execute(SETTING, [_json(settings)])
    if unset:
        await gate.execute(UNSET, [unset])
    params = {
        "slug": slug,
        "name": options.name,
        "locale": options.locale,
        "zone": options.zone,
        "mpesa": options.mpesa_enabled,
        "number": number,
        "dials": _json(dials),
        "without": without,
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


def _dials(resets: Iterable[str]) -> list[str]:
    return [one.removeprefix(DIAL) for one in resets if one.startswith(DIAL)]


def _wanted(
    given: Mapping[str, Scalar], begins: Mapping[str, Scalar], resets: Iterable[str]
) -> tuple[dict[str, Scalar], list[str]]:
    """What is to be stored, and what to be taken out: one set back stands as its kind begins."""
    again = {key: begins[key] for key in resets if key in begins}
    return {**again, **given}, [key for key in resets if key not in begins]


def _json(values: Mapping[str, object]) -> str:
    return jsonlib.dumps(dict(values))
