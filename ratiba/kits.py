"""What each business's turns work with: its flows and phrases, its words and hours."""

from asyncio import to_thread
from dataclasses import dataclass, replace
from typing import LiteralString

import structlog

from engine.assembly.library import Library, Repertoire
from engine.assembly.roles import role_terms
from engine.machine.versions.renames import at_home
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.render.book import PhraseBook
from engine.runtime.kit import Kit
from engine.spec.document.problem import Problems
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from tools.catalog.hours import hours
from tools.catalog.kept import Kept
from tools.catalog.read import read_catalogue
from tools.catalog.vocabulary import vocabulary
from tools.publishing import rows
from tools.publishing.past import Past, documents, in_force, read_past
from tools.publishing.shelves import Shelves

KEPT = 1024
"""Kits held by a process; one shares all that is shipped."""
PASTS = 64
"""Histories held: wanted only while a conversation stands in an earlier version."""
OWN: LiteralString = "SELECT locale, key, text, voice FROM {t}.phrases"
Own = dict[str, dict[str, str | dict[str, str]]]
log = structlog.get_logger("kits")


@dataclass(frozen=True, slots=True)
class _Made:
    """A kit, and what kits of conversations that stand elsewhere are made from."""

    kit: Kit
    own: Own


class TenantKits:
    """Implements `engine.runtime.kit.Kits`; made once for each version of a tenant."""

    def __init__(self, library: Library, database: Database) -> None:
        self._library = library
        self._database = database
        self._kept: Kept[_Made] = Kept(KEPT)
        self._pasts: Kept[Past] = Kept(PASTS)
        self._shelves = Shelves()

    async def of(self, tenant: Tenant, session: Session | None = None) -> Kit:
        """Give the kit of this version of the tenant, or the one that `session` goes on with.

        Raises:
            DatabaseDown: it must be made, and Postgres cannot be reached.
        """
        made = self._kept.get(tenant)
        if made is None:
            made = await self._make(tenant)
            self._kept.put(tenant, made)
        if session is None or at_home(session, made.kit.flows):
            return made.kit
        past = await self._past(tenant)
        return await to_thread(_for, session, made, past)  # an earlier release may be compiled

    async def _past(self, tenant: Tenant) -> Past:
        past = self._pasts.get(tenant)
        if past is None:
            gate = TenantGate(self._database, tenant)
            past = await read_past(gate, self._library, tenant.vertical, self._shelves)
            self._pasts.put(tenant, past)
        return past

    async def _make(self, tenant: Tenant) -> _Made:
        gate = TenantGate(self._database, tenant)
        found = self._repertoire(tenant, in_force(await rows.published(gate)))
        own = await _own(gate)
        book = _book(found.book, own)
        kit = Kit(
            flows=found.flows,
            phrases=book,
            vocabulary=(*await vocabulary(gate, tenant), *role_terms(book)),
            hours=await hours(gate, tenant),
            about=(await read_catalogue(gate, tenant)).about,
            published=await rows.publishes(gate),
        )
        return _Made(kit, own)

    def _repertoire(self, tenant: Tenant, sources: dict[str, str]) -> Repertoire:
        """What is in force; documents that what is shipped has outgrown are left out, and told.

        A business whose overlay no longer fits goes on with what is shipped: it never stands still.
        """
        own = tuple(documents(sources))
        found = self._library.world(tenant.vertical, own)
        if isinstance(found, Problems):
            faulty = {problem.file for problem in found}
            log.error(
                "flows.conflict", tenant=tenant.slug, problems=len(found), first=str(found.items[0])
            )
            sound = tuple(one for one in own if one.file not in faulty)
            found = self._library.world(tenant.vertical, sound if len(sound) < len(own) else ())
        if isinstance(found, Problems):
            found = self._library.world(tenant.vertical)
        return self._library.base if isinstance(found, Problems) else found


def _for(session: Session, made: _Made, past: Past) -> Kit:
    """The kit of a conversation that began with earlier flows: theirs if pinned, else the way."""
    stand = past.at(session)
    if stand is None:
        return made.kit
    if past.pinned(stand) and (then := past.repertoire(stand)) is not None:
        book = _book(then.book, made.own)
        return replace(made.kit, flows=then.flows, phrases=book, published=stand.place)
    return replace(made.kit, trail=past.trail(stand))


async def _own(gate: TenantGate) -> Own:
    own: Own = {}
    for locale, key, text, voice in await gate.fetch_all(OWN):
        own.setdefault(locale, {})[key] = {"text": text, "voice": voice} if voice else text
    return own


def _book(book: PhraseBook, own: Own) -> PhraseBook:
    return book.with_overrides(own) if own else book
