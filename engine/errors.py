"""Every error raised on purpose: a stable code, the facts beside it, the remedy in its words."""

from types import MappingProxyType
from typing import TypeAlias

Fact: TypeAlias = "bool | int | float | str | None"


class RatibaError(Exception):
    """Base of all deliberate errors.

    Attributes:
        code: stable, dotted, safe to alert on: `tenant.unknown`.
        facts: what the message is about, by name; may be personal, so they reach a log only
            through its redaction.
    """

    def __init__(self, code: str, message: str, **facts: Fact) -> None:
        super().__init__(message)
        self.code = code
        self.facts = MappingProxyType(facts)


class ConfigError(RatibaError):
    """Settings, flows or tenants are written wrongly: an operator puts it right."""


class InputError(RatibaError):
    """The caller asked for something that cannot be: a slug that is none, an unknown tenant."""


class ConflictError(RatibaError):
    """Somebody else was quicker; reading anew and trying again is the way."""


class UnavailableError(RatibaError):
    """Something we depend on is down; the same request may succeed later (HTTP 503)."""


class DatabaseDown(UnavailableError):
    """Postgres cannot be reached, or the connection was lost while it was in use."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            "database.down",
            f"Postgres did not answer ({reason}). Check DATABASE_URL and that the server runs; "
            "nothing was lost, and the request may be sent again.",
            reason=reason,
        )


class NoTenant(RatibaError):
    """A tenant's rows were asked for without saying whose."""

    def __init__(self) -> None:
        super().__init__(
            "tenant.missing",
            "No tenant was given for a statement on a tenant's rows. Pass the Tenant that the "
            "message, job or request belongs to; there is no default.",
        )
