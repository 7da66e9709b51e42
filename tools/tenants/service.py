"""Tenants come and go: schemas, a first catalogue, credentials, the row that routes to them."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, LiteralString

import psycopg
from psycopg import sql

from engine.clock import Clock
from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.model.value import Scalar
from engine.store.database import Database
from engine.store.names import check_slug
from engine.store.secrets import Keyring
from engine.store.tenancy import transaction
from engine.store.tenants import Tenants, unknown
from migrations.run import provision
from tools.tenants.dials import refuse_unknown
from tools.tenants.mpesa import check_shortcode
from tools.tenants.options import Options
from tools.tenants.plan import Plan
from tools.tenants.seeding import seed

LOCK: LiteralString = "SELECT pg_advisory_xact_lock(hashtext('ratiba tenant ' || %s))"
KNOWN: LiteralString = "SELECT 1 FROM public.tenants WHERE slug = %s"
FORGET: LiteralString = """
WITH routing AS (DELETE FROM public.payment_routing WHERE tenant = %(slug)s),
     unrouted AS (DELETE FROM public.payment_callbacks_unrouted WHERE tenant = %(slug)s)
DELETE FROM public.tenants WHERE slug = %(slug)s
"""


@dataclass(frozen=True, slots=True)
class Tenancy:
    """Adds, lists and deletes tenants; the command, the studio and the driver use it alike."""

    database: Database
    keyring: Keyring
    clock: Clock

    async def add(
        self,
        slug: str,
        plan: Plan,
        *,
        whatsapp_number_id: str | None = None,
        mpesa_shortcode: str | None = None,
        options: Options | None = None,
    ) -> Tenant:
        """Add a tenant that begins with `plan` (see `load_vertical`); all of it or nothing.

        What a killed run left behind is cleared away. The row comes last: nobody is routed to a
        tenant that is not ready. M-Pesa is on if a shortcode is given, unless said otherwise.

        Raises:
            InputError: the slug is none or taken, another tenant has the number, or nothing
                reads a dial.
            DatabaseDown: Postgres cannot be reached.
        """
        check_slug(slug)
        if mpesa_shortcode is not None:
            check_shortcode(mpesa_shortcode)
        chosen = options or Options()
        refuse_unknown(chosen.dials, plan.dials)
        async with self._alone(slug) as session:
            if await (await session.execute(KNOWN, [slug])).fetchone():
                raise InputError("tenant.exists", f"There is a tenant '{slug}' already.", slug=slug)
            await self._drop(slug)
            await asyncio.to_thread(provision, self.database.url, slug)
            await self._seed(slug, plan, chosen.settings)
            return await self._route(slug, plan, chosen, whatsapp_number_id, mpesa_shortcode)

    async def every(self) -> list[Tenant]:
        """List all tenants, by slug."""
        return await Tenants(self.database).every()

    async def delete(self, slug: str) -> None:
        """Delete a tenant with everything that is stored of it, for good.

        Raises:
            InputError: there is none.
            DatabaseDown: Postgres cannot be reached.
        """
        check_slug(slug)
        async with self._alone(slug) as session:
            if (await session.execute(FORGET, {"slug": slug})).rowcount == 0:
                raise unknown(slug)
        await self._drop(slug)

    async def clear(self, slug: str) -> None:
        """Delete a tenant if there is one, and whatever an attempt to add it left behind.

        Raises:
            InputError: the slug is none.
            DatabaseDown: Postgres cannot be reached.
        """
        check_slug(slug)
        async with self._alone(slug) as session:
            await session.execute(FORGET, {"slug": slug})
        await self._drop(slug)

    @asynccontextmanager
    async def _alone(self, slug: str) -> AsyncIterator[psycopg.AsyncConnection[tuple[Any, ...]]]:
        """One change of a tenant's existence at a time."""
        async with self.database.connection() as session, session.transaction():
            await session.execute(LOCK, [slug])
            yield session

    async def _drop(self, slug: str) -> None:
        for schema in (f"tenant_{slug}", f"checkpoints_{slug}"):
            statement = sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(sql.Identifier(schema))
            async with self.database.connection() as session:
                await session.execute(statement)

    async def _seed(self, slug: str, plan: Plan, settings: Mapping[str, Scalar]) -> None:
        unborn = Tenant(0, slug, slug, plan.vertical, plan.locale, 0)
        async with transaction(self.database, unborn) as tx:
            await seed(tx, plan, settings, self.clock.now())

    async def _route(
        self, slug: str, plan: Plan, chosen: Options, number: str | None, shortcode: str | None
    ) -> Tenant:
        secrets = dict(chosen.credentials) | (
            {"mpesa_shortcode": shortcode} if shortcode is not None else {}
        )
        enabled = bool(shortcode) if chosen.mpesa_enabled is None else chosen.mpesa_enabled
        try:
            return await Tenants(self.database).add(
                slug=slug,
                name=chosen.name or slug.replace("_", " ").title(),
                vertical=plan.vertical,
                at=self.clock.now(),
                locale=chosen.locale or plan.locale,
                zone=chosen.zone or "Africa/Nairobi",
                mpesa_enabled=enabled,
                whatsapp_phone_number_id=number,
                dials=dict(plan.dials) | dict(chosen.dials),
                credentials=self.keyring.encrypt(slug, secrets) if secrets else None,
            )
        except psycopg.errors.UniqueViolation:
            raise InputError(
                "tenant.number",
                f"Another tenant has the WhatsApp number id {number}. Give this one its own.",
            ) from None
