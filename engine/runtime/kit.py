"""What a tenant's turns work with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from engine.model.cost import USUAL, CostLimits
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.understanding import Vocabulary
from engine.model.value import Scalar
from engine.render.book import PhraseBook

Hours = tuple[tuple[int, tuple[tuple[str, str], ...]], ...]
"""Opening hours as `Hearing.hours` has them."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A tenant's flows, phrases and words, all of one version of the tenant.

    Attributes:
        about: facts of the business itself, by their second word: `tenant.address`.
        published: how many publishes of the business's own these flows are the result of.
        trail: the sets of flows that a conversation is taken through to `flows`, its own first;
            empty: straight from wherever it stands.
        limits: what models may cost for one booking.
    """

    flows: FlowSet
    phrases: PhraseBook
    vocabulary: Vocabulary
    hours: Hours
    about: Mapping[str, Scalar] = field(default_factory=dict)
    published: int = 0
    trail: tuple[FlowSet, ...] = ()
    limits: CostLimits = USUAL


class Kits(Protocol):
    """Where a tenant's kit comes from; cached by `Tenant.version`."""

    async def of(self, tenant: Tenant, session: Session | None = None) -> Kit:
        """Give the kit of this version of the tenant.

        Args:
            tenant: as the database has it now.
            session: a conversation that may be pinned to an earlier version of the flows, or have
                been silent through several: the kit is then the one that it goes on with.
        """
        ...
