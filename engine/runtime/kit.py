"""What a tenant's turns work with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from engine.model.flow import FlowSet
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
    """

    flows: FlowSet
    phrases: PhraseBook
    vocabulary: Vocabulary
    hours: Hours
    about: Mapping[str, Scalar] = field(default_factory=dict)


class Kits(Protocol):
    """Where a tenant's kit comes from; cached by `Tenant.version`."""

    async def of(self, tenant: Tenant) -> Kit:
        """Give the kit of this version of the tenant."""
        ...
