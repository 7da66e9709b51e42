"""What each business's turns work with: its flows and phrases, its words and hours."""

from dataclasses import dataclass, replace

from engine.assembly.roles import heard_terms
from engine.clock import Clock
from engine.machine.versions.renames import at_home
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.thresholds import Thresholds, own
from engine.nlu.mentions.lexicon import lexicon
from engine.runtime.kit import Kit
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from tools.catalog.hours import hours
from tools.catalog.kept import Kept
from tools.catalog.read import read_catalogue
from tools.catalog.vocabulary import vocabulary
from tools.publishing.overlaying import Worlds
from tools.publishing.repertoires import Met, Repertoires

KEPT = 1024
"""Kits held by a process; one shares all that is shipped."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A kit, and what kits of conversations that stand elsewhere are made from."""

    kit: Kit
    met: Met


class TenantKits:
    """Implements `engine.runtime.kit.Kits`; made once for each version of a tenant."""

    def __init__(self, worlds: Worlds, database: Database, clock: Clock) -> None:
        self._database = database
        self._repertoires = Repertoires(worlds, database, clock)
        self._kept: Kept[_Made] = Kept(KEPT)

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
        return _meeting(made.kit, await self._repertoires.onward(tenant, session, made.met))

    async def _make(self, tenant: Tenant) -> _Made:
        gate = TenantGate(self._database, tenant)
        met = await self._repertoires.of(tenant)
        book, shipped = met.repertoire.book, met.repertoire.flows.thresholds
        catalogue = await read_catalogue(gate, tenant)
        kit = Kit(
            flows=_as_sure(met.repertoire.flows, own(catalogue.sure, shipped)),
            phrases=book,
            vocabulary=(*await vocabulary(gate, tenant), *heard_terms(book)),
            hours=await hours(gate, tenant),
            about=catalogue.about,
            published=met.place,
            limits=catalogue.limits,
        )
        lexicon(kit.vocabulary)  # indexed before anybody waits for it
        return _Made(kit, met)


def _meeting(kit: Kit, met: Met) -> Kit:
    """The same kit for a conversation that meets something else."""
    found = met.repertoire
    flows = _as_sure(found.flows, kit.flows.thresholds)
    return replace(kit, flows=flows, phrases=found.book, published=met.place, trail=met.trail)


def _as_sure(flows: FlowSet, sure: Thresholds) -> FlowSet:
    """The flows with the business's own thresholds; the same ones where it has set none."""
    return flows if flows.thresholds == sure else replace(flows, thresholds=sure)
