"""A publish that must come into force."""

from typing import Any

from tests.publishing import AMINA, wish
from tests.turns.spa import Spa
from tools.publishing.records import Published
from tools.publishing.service import Publishing


async def published(publishing: Publishing, spa: Spa, source: str, **more: Any) -> Published:
    result = await publishing.publish(spa.tenant, AMINA, wish(source, spa.tenant, **more))
    assert isinstance(result, Published), result
    return result
