"""What happens in the middle of a publish, or of making what customers meet."""

import pytest

from engine.assembly.library import Repertoire
from engine.model.session import Frame, How, Session
from ratiba.kits import TenantKits
from tests.publishing import AMINA, gate, library, wish
from tests.tools.conftest import Business
from tests.tools.publishing.meanwhile import Meanwhile
from tests.tools.publishing.test_service import spans
from tools.publishing import rows
from tools.publishing.laying import laid
from tools.publishing.past import read_past
from tools.publishing.records import Published
from tools.publishing.service import Publishing
from tools.publishing.shelves import Shelves

EARLIER = "UPDATE {t}.flow_sets SET beneath = NULL"
"""As if published on another release, which is not kept."""


@pytest.fixture
def publishing(spa: Business) -> Publishing:
    return Publishing(spa.database, gate(), spa.clock)


async def put(publishing: Publishing, spa: Business, minutes: int, *, pin: bool = False) -> None:
    base = len(await publishing.history(spa.tenant))
    done = await publishing.publish(
        spa.tenant, AMINA, wish(spans(minutes), spa.tenant, base, pin=pin)
    )
    assert isinstance(done, Published)


def patient(spa: Business, minutes: int) -> Repertoire:
    found = laid(library(), spa.tenant.vertical, {"patience": spans(minutes)})
    assert isinstance(found, Repertoire)
    return found


async def test_flows_that_are_no_longer_in_force_are_noted_at_no_publish_but_their_own(
    spa: Business, publishing: Publishing
) -> None:
    """A conversation that a pin keeps stays, though another process published meanwhile."""
    await put(publishing, spa, 31)
    await spa.gate.execute(EARLIER)
    older = patient(spa, 31).flows

    async def pinned() -> None:
        await put(publishing, spa, 61, pin=True)
        await spa.gate.execute(EARLIER)

    kits = TenantKits(Meanwhile(library(), pinned), spa.database, spa.clock)
    kit = await kits.of(spa.tenant)
    assert (kit.published, kit.flows.flows["booking"].digest) == (1, older.flows["booking"].digest)
    assert [dict(row.held) for row in await rows.past(spa.gate)] == [{}, {}]
    past = await read_past(spa.gate, library(), spa.tenant.vertical, Shelves())
    stand = past.at(begun_in(older.flows["booking"].digest))
    assert stand is not None
    assert (stand.place, past.pinned(stand)) == (1, True)


def begun_in(digest: str) -> Session:
    return Session(thread_id="thread-1", frames=(Frame(1, "booking", digest, "hold", How.TASK),))
