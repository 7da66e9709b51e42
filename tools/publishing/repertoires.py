"""What the customers of each business meet: what is in force, or the last that held together."""

from asyncio import to_thread
from dataclasses import dataclass, replace

from engine.assembly.library import Repertoire
from engine.assembly.recent import Recent
from engine.clock import Clock
from engine.document.problem import Problems
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.spec.phrases.spoken import Texts
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from tools.catalog.kept import Kept
from tools.publishing import rows
from tools.publishing.alarm import alarm
from tools.publishing.held_on import note_held
from tools.publishing.overlaying import Worlds
from tools.publishing.own_words import read_words
from tools.publishing.past import Past, read_past
from tools.publishing.serving import Served, fallen_back, served
from tools.publishing.shelves import Shelves

PASTS = 64
"""Histories held: wanted only while a conversation stands in an earlier version."""
TOLD = 4096
"""Matters of which a process remembers that it has told them."""


@dataclass(frozen=True, slots=True)
class Met:
    """What a conversation meets.

    Attributes:
        words: the business's own wordings.
        place: of how many publishes it is the result.
        trail: the sets of flows through which it is taken there, its own first; empty: straight.
    """

    repertoire: Repertoire
    words: Texts
    place: int
    trail: tuple[FlowSet, ...] = ()


class Repertoires:
    """Decides what is served, notes that it held together, and tells the team what does not."""

    def __init__(self, worlds: Worlds, database: Database, clock: Clock) -> None:
        self._worlds = worlds
        self._database = database
        self._clock = clock
        self._pasts: Kept[Past] = Kept(PASTS)
        self._shelves = Shelves()
        self._told: Recent[tuple[object, ...], bool] = Recent(TOLD)

    async def of(self, tenant: Tenant) -> Met:
        """Give what a conversation meets that begins now.

        Raises:
            DatabaseDown: Postgres cannot be reached.
        """
        gate = TenantGate(self._database, tenant)
        words = await read_words(gate)
        current = await rows.current(gate)
        found = await self._served(tenant, current, words)
        await self._tell(tenant, found)
        place = current.place if found.place is None else found.place
        return Met(found.repertoire, words, place)

    async def onward(self, tenant: Tenant, session: Session, now: Met) -> Met:
        """Give what a conversation goes on with that began with earlier flows.

        Theirs if it is pinned to them; else `now`, and the way there.
        """
        past = await self._past(tenant)
        return await to_thread(_onward, session, now, past)  # an earlier release may be compiled

    async def _past(self, tenant: Tenant) -> Past:
        past = self._pasts.get(tenant)
        if past is None:
            gate = TenantGate(self._database, tenant)
            past = await read_past(gate, self._worlds, tenant.vertical, self._shelves)
            self._pasts.put(tenant, past)
        return past

    async def _served(self, tenant: Tenant, current: rows.Current, words: Texts) -> Served:
        found = await to_thread(served, self._worlds, tenant.vertical, current.sources, words)
        if isinstance(found, Problems):
            return await to_thread(fallen_back, await self._past(tenant), words, found)
        if current.sources:
            flows, shipped = found.repertoire.flows, self._worlds.shipped(tenant.vertical)
            await note_held(self._database, tenant, flows, current.place, shipped)
        return found

    async def _tell(self, tenant: Tenant, found: Served) -> None:
        """The team hears of each matter once."""
        wrong = (tenant.slug, *found.problems, *found.unsaid)
        if not wrong[1:] or self._told.get(wrong):
            return
        self._told.put(wrong, True)  # before another turn comes here
        try:
            await alarm(self._database, tenant, found, self._clock.now())
        except BaseException:
            self._told.put(wrong, False)  # then the next turn tells it
            raise


def _onward(session: Session, now: Met, past: Past) -> Met:
    stand = past.at(session)
    if stand is None:
        return now
    then, _ = past.saying(stand, now.words) if past.pinned(stand) else (None, ())
    if then is not None:
        return Met(then, now.words, stand.place)
    return replace(now, trail=past.trail(stand))
