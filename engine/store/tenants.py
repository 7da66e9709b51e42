"""The tenants of `public.tenants`: looked up by slug or channel account, kept by version."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, LiteralString

from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.model.value import Scalar
from engine.store.database import Database
from engine.store.names import check_slug
from engine.store.secrets import Keyring

EVERY: LiteralString = """
SELECT id, slug, name, vertical, locale, version, zone, mpesa_enabled,
    whatsapp_phone_number_id, dials
FROM public.tenants
"""
BY_SLUG: LiteralString = EVERY + " WHERE slug = %s"
BY_WHATSAPP: LiteralString = EVERY + " WHERE whatsapp_phone_number_id = ANY(%s)"
ADD: LiteralString = """
INSERT INTO public.tenants (slug, name, vertical, locale, zone, mpesa_enabled,
    whatsapp_phone_number_id, dials, credentials, created_at)
VALUES (%(slug)s, %(name)s, %(vertical)s, %(locale)s, %(zone)s, %(mpesa_enabled)s,
    %(whatsapp_phone_number_id)s, %(dials)s::jsonb, %(credentials)s, %(at)s)
ON CONFLICT (slug) DO NOTHING
"""


class Tenants:
    """Reads of `public.tenants`, with the last seen row of each kept in memory."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: dict[str, Tenant] = {}

    async def by_slug(self, slug: str, version: int | None = None) -> Tenant:
        """Return a tenant: from memory if it is at `version` (None: any), else read anew.

        Raises:
            InputError: there is none.
        """
        seen = self._seen.get(slug)
        if seen is not None and version in (None, seen.version):
            return seen
        rows = await self._read(BY_SLUG, [slug])
        if not rows:
            self._seen.pop(slug, None)
            raise unknown(slug)
        return rows[0]

    async def by_whatsapp(self, phone_number_ids: list[str]) -> Mapping[str, Tenant]:
        """Return the tenants behind WhatsApp numbers; unknown numbers are left out."""
        rows = await self._read(BY_WHATSAPP, [phone_number_ids])
        return {row.whatsapp_phone_number_id: row for row in rows if row.whatsapp_phone_number_id}

    async def every(self) -> list[Tenant]:
        """Return all tenants, by slug."""
        rows = await self._read(EVERY, [])
        self._seen = {row.slug: row for row in rows}
        return sorted(rows, key=lambda row: row.slug)

    async def _read(self, statement: LiteralString, params: list[Any]) -> list[Tenant]:
        async with self._database.connection() as connection:
            cursor = await connection.execute(statement, params)
            rows = [Tenant(*row) for row in await cursor.fetchall()]
        self._seen.update((row.slug, row) for row in rows)
        return rows

    async def add(
        self,
        *,
        slug: str,
        name: str,
        vertical: str,
        at: datetime,
        locale: str = "en",
        zone: str = "Africa/Nairobi",
        mpesa_enabled: bool = False,
        whatsapp_phone_number_id: str | None = None,
        dials: Mapping[str, Scalar] | None = None,
        credentials: bytes | None = None,
    ) -> Tenant:
        """Add a row; the schemas come from `migrations.run.provision`, best before this.

        Raises:
            InputError: the slug cannot be one, or is taken.
        """
        check_slug(slug)
        params = {
            "slug": slug, "name": name, "vertical": vertical, "locale": locale, "zone": zone,
            "mpesa_enabled": mpesa_enabled, "dials": json.dumps(dict(dials or {})),
            "whatsapp_phone_number_id": whatsapp_phone_number_id, "credentials": credentials,
            "at": at,
        }  # fmt: skip
        async with self._database.connection() as connection:
            added = (await connection.execute(ADD, params)).rowcount
        if not added:
            raise InputError("tenant.exists", f"There is a tenant '{slug}' already.", slug=slug)
        return await self.by_slug(slug, version=0)


class Credentials:
    """A tenant's secrets (`whatsapp_token`, `mpesa_passkey`, ...), encrypted at rest."""

    def __init__(self, database: Database, keyring: Keyring) -> None:
        self._database = database
        self._keyring = keyring

    async def of(self, slug: str) -> Mapping[str, str]:
        """Return all credentials of a tenant; empty if none were stored.

        Raises:
            InputError: there is no such tenant.
            ConfigError: they were stored with another key.
        """
        query = "SELECT credentials FROM public.tenants WHERE slug = %s"
        async with self._database.connection() as connection:
            row = await (await connection.execute(query, [slug])).fetchone()
        if row is None:
            raise unknown(slug)
        return self._keyring.decrypt(slug, bytes(row[0])) if row[0] else {}

    async def put(self, slug: str, credentials: Mapping[str, str]) -> None:
        """Store all credentials of a tenant in place of those it had.

        Raises:
            InputError: there is no such tenant.
        """
        stored = self._keyring.encrypt(slug, credentials)
        statement = "UPDATE public.tenants SET credentials = %s WHERE slug = %s"
        async with self._database.connection() as connection:
            if (await connection.execute(statement, [stored, slug])).rowcount == 0:
                raise unknown(slug)

    async def rotate(self, slug: str) -> None:
        """Encrypt a tenant's credentials with the newest master key."""
        await self.put(slug, await self.of(slug))


def unknown(slug: str) -> InputError:
    """Return the error for a slug that no tenant has."""
    return InputError("tenant.unknown", f"No tenant '{slug}'. See `ratiba tenant list`.", slug=slug)
