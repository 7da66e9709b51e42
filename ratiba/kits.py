"""What each business's turns work with: the shipped flows, its own phrases, its words and hours."""

from typing import LiteralString

from engine.assembly.library import Library
from engine.model.tenant import Tenant
from engine.render.book import PhraseBook
from engine.runtime.kit import Kit
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from tools.catalog.hours import hours
from tools.catalog.kept import Kept
from tools.catalog.read import read_catalogue
from tools.catalog.vocabulary import vocabulary

KEPT = 1024
"""Kits held by a process; one shares all that is shipped."""
OWN: LiteralString = "SELECT locale, key, text, voice FROM {t}.phrases"


class TenantKits:
    """Implements `engine.runtime.kit.Kits`; made once for each version of a tenant."""

    def __init__(self, library: Library, database: Database) -> None:
        self._library = library
        self._database = database
        self._kept: Kept[Kit] = Kept(KEPT)

    async def of(self, tenant: Tenant) -> Kit:
        """Give the kit of this version of the tenant.

        Raises:
            DatabaseDown: it must be made, and Postgres cannot be reached.
        """
        kit = self._kept.get(tenant)
        if kit is None:
            kit = await self._make(tenant)
            self._kept.put(tenant, kit)
        return kit

    async def _make(self, tenant: Tenant) -> Kit:
        gate = TenantGate(self._database, tenant)
        return Kit(
            flows=self._library.flows,
            phrases=await self._book(gate),
            vocabulary=await vocabulary(gate, tenant),
            hours=await hours(gate, tenant),
            about=(await read_catalogue(gate, tenant)).about,
        )

    async def _book(self, gate: TenantGate) -> PhraseBook:
        own: dict[str, dict[str, str | dict[str, str]]] = {}
        for locale, key, text, voice in await gate.fetch_all(OWN):
            own.setdefault(locale, {})[key] = {"text": text, "voice": voice} if voice else text
        return self._library.book.with_overrides(own) if own else self._library.book
