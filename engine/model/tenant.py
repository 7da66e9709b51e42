"""A business."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.model.value import Scalar

SLUG = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)
"""The whole slug must match: it becomes part of schema names."""


@dataclass(frozen=True, slots=True)
class Tenant:
    """What a turn needs to know of the business.

    Attributes:
        id: stable number; part of the Redis keys.
        version: grows with every change of the tenant's row, catalogue, flows or phrases;
            caches are keyed by it.
        zone: IANA name, "Africa/Nairobi".
        dials: personality settings, 0..1 or words, by name.
        whatsapp_phone_number_id: the account that names this tenant on WhatsApp.
    """

    id: int
    slug: str
    name: str
    vertical: str
    locale: str
    version: int
    zone: str = "Africa/Nairobi"
    mpesa_enabled: bool = False
    whatsapp_phone_number_id: str | None = None
    dials: Mapping[str, Scalar] = field(default_factory=dict)

    @property
    def schema(self) -> str:
        """The schema of its rows."""
        return f"tenant_{self.slug}"

    @property
    def checkpoints_schema(self) -> str:
        """The schema of its sessions."""
        return f"checkpoints_{self.slug}"
