"""A business as it is in the database, to be rehearsed in: its flows, words and catalogue."""

from dataclasses import dataclass, replace

from engine.assembly.library import Repertoire
from engine.model.tenant import Tenant
from engine.rehearsal.staging.world import World
from engine.spec.phrases.spoken import Texts
from engine.store.database import Database
from engine.store.tenancy import TenantGate
from ratiba.testing.worlds import Goods, world_on
from tools.catalog.read import read_catalogue
from tools.knowledge.snippets import read_snippets
from tools.publishing.own_words import read_words

PLACES = "SELECT id, name FROM {t}.resources WHERE active ORDER BY id"


@dataclass(frozen=True, slots=True, eq=False)
class Business:
    """What is read once; flows may be laid on it that are not in force yet.

    Attributes:
        own: its phrases, by locale.
    """

    tenant: Tenant
    goods: Goods
    own: Texts

    def world(self, repertoire: Repertoire) -> World:
        """The business, if it said and did this."""
        book = repertoire.book.with_overrides(self.own) if self.own else repertoire.book
        name = f"fixture_of_{self.tenant.slug}"  # what is kept of the real one stays as it is
        tenant = replace(self.tenant, id=0, slug=name)
        return world_on(replace(repertoire, book=book), tenant, self.goods)


async def read_business(database: Database, tenant: Tenant) -> Business:
    """Read what a business has and says."""
    gate = TenantGate(database, tenant)
    catalogue = await read_catalogue(gate, tenant)
    snippets = await read_snippets(gate, tenant)
    places = [(id_, name) for id_, name in await gate.fetch_all(PLACES)]
    return Business(tenant, Goods(catalogue, snippets, places), await read_words(gate))
