"""The world of a business of the database, for `ratiba test --tenant`."""

from collections.abc import Mapping

from engine.document.problem import Problems
from engine.errors import ConfigError
from engine.rehearsal.staging.world import World
from ratiba.publishing.desk import Desk, at_desk
from ratiba.testing.business import Business, read_business
from ratiba.testing.worlds import library
from tools.publishing.overlaying import laid


def own_world(slug: str, *, json: bool) -> World:
    """The world of a business: its documents in force, its drafts laid over them.

    Raises:
        InputError: there is no such business.
        ConfigError: its documents and drafts do not hold together.
    """

    async def work(desk: Desk) -> tuple[Business, Mapping[str, str]]:
        sources = {one.document: one.source for one in await desk.publishing.in_force(desk.tenant)}
        drafts = await desk.publishing.drafts(desk.tenant)
        sources |= {one.document: one.source for one in drafts}
        business = await read_business(desk.publishing.database, desk.tenant)
        return business, sources

    business, sources = at_desk(slug, work, json=json)
    found = laid(library(), business.tenant.vertical, sources)
    if isinstance(found, Problems):
        raise ConfigError("flows.invalid", str(found))
    return business.world(found)
