"""What each business's turns work with: its flows and phrases, its words and hours."""

from asyncio import to_thread
from dataclasses import dataclass, replace

from engine.assembly.recent import Recent
from engine.assembly.roles import heard_terms
from engine.clock import Clock
from engine.machine.versions.renames import at_home
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.runtime.kit import Kit
from engine.spec.document.problem import Problems
from engine.spec.phrases.spoken import Texts
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from tools.catalog.hours import hours
from tools.catalog.kept import Kept
from tools.catalog.read import read_catalogue
from tools.catalog.vocabulary import vocabulary
from tools.publishing import rows
from tools.publishing.alarm import alarm
from tools.publishing.holding import note_held
from tools.publishing.laying import Worlds
from tools.publishing.past import Past, read_past
from tools.publishing.serving import Served, fallen_back, served
from tools.publishing.shelves import Shelves
from tools.publishing.words import read_words

KEPT = 1024
"""Kits held by a process; one shares all that is shipped."""
PASTS = 64
"""Histories held: wanted only while a conversation stands in an earlier version."""
TOLD = 4096
"""Matters of which a process remembers that it has told them."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A kit, and what kits of conversations that stand elsewhere are made from."""

    kit: Kit
    words: Texts


class TenantKits:
    """Implements `engine.runtime.kit.Kits`; made once for each version of a tenant."""

    def __init__(self, worlds: Worlds, database: Database, clock: Clock) -> None:
        self._worlds = worlds
        self._database = database
        self._clock = clock
        self._kept: Kept[_Made] = Kept(KEPT)
        self._pasts: Kept[Past] = Kept(PASTS)
        self._shelves = Shelves()
        self._told: Recent[tuple[object, ...], bool] = Recent(TOLD)

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
            past = await read_past(gate, self._worlds, tenant.vertical, self._shelves)
            self._pasts.put(tenant, past)
        return past

    async def _make(self, tenant: Tenant) -> _Made:
        gate = TenantGate(self._database, tenant)
        words = await read_words(gate)
        current = await rows.current(gate)
        found = await self._served(tenant, current, words)
        book = found.repertoire.book
        kit = Kit(
            flows=found.repertoire.flows,
            phrases=book,
            vocabulary=(*await vocabulary(gate, tenant), *heard_terms(book)),
            hours=await hours(gate, tenant),
            about=(await read_catalogue(gate, tenant)).about,
            published=current.place if found.place is None else found.place,
        )
        return _Made(kit, words)

    async def _served(self, tenant: Tenant, current: rows.Current, words: Texts) -> Served:
        """What is in force, or the last that held together; the team hears of it once."""
        found = await to_thread(served, self._worlds, tenant.vertical, current.sources, words)
        if isinstance(found, Served) and current.sources:
            flows, shipped = found.repertoire.flows, self._worlds.shipped(tenant.vertical)
            await note_held(self._database, tenant, flows, current.place, shipped)
        if isinstance(found, Problems):
            past = await self._past(tenant)
            found = await to_thread(fallen_back, past, words, found)
        await self._tell(tenant, found)
        return found

    async def _tell(self, tenant: Tenant, found: Served) -> None:
        wrong = (tenant.slug, *found.problems, *found.unsaid)
        if not wrong[1:] or self._told.get(wrong):
            return
        self._told.put(wrong, True)  # before another turn comes here
        try:
            await alarm(self._database, tenant, found, self._clock.now())
        except BaseException:
            self._told.put(wrong, False)  # then the next turn tells it
            raise


def _for(session: Session, made: _Made, past: Past) -> Kit:
    """The kit of a conversation that began with earlier flows: theirs if pinned, else the way."""
    stand = past.at(session)
    if stand is None:
        return made.kit
    then, _ = past.saying(stand, made.words) if past.pinned(stand) else (None, ())
    if then is not None:
        return replace(made.kit, flows=then.flows, phrases=then.book, published=stand.place)
    return replace(made.kit, trail=past.trail(stand))
