"""What a tenant's turns work with."""

from dataclasses import dataclass
from typing import Protocol

from engine.model.flow import FlowSet
from engine.model.tenant import Tenant
from engine.model.understanding import Vocabulary
from engine.render.book import PhraseBook

Hours = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
"""Opening hours as `Hearing.hours` has them."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A tenant's flows, phrases and words, all of one version of the tenant."""

    flows: FlowSet
    phrases: PhraseBook
    vocabulary: Vocabulary
    hours: Hours


class Kits(Protocol):
    """Where a tenant's kit comes from; cached by `Tenant.version`."""

    async def of(self, tenant: Tenant) -> Kit:
        """Give the kit of this version of the tenant."""
        ...
