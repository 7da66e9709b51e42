"""Statements for one tenant: `{t}` and `{c}` become its schemas, quoted by the driver."""

import re
from functools import lru_cache
from typing import LiteralString

from psycopg import sql

from engine.errors import InputError, NoTenant
from engine.model.tenant import SLUG, Tenant

PLACE = re.compile(r"\{([tc])\}")
KEPT_STATEMENTS = 1024
"""More than the code holds: a statement is a literal, split once a process."""
KEPT_TENANTS = 16_384


@lru_cache(maxsize=KEPT_STATEMENTS)
def _parts(statement: str) -> tuple[str, ...]:
    return tuple(PLACE.split(statement))


def check_slug(slug: str) -> None:
    """Refuse what cannot be a tenant's slug.

    Raises:
        InputError: it does not match `engine.model.tenant.SLUG` as a whole.
    """
    if not SLUG.fullmatch(slug):
        raise InputError(
            "tenant.slug",
            f"{slug!r} is no tenant's slug: write 1 to 40 of a-z, 0-9, _, beginning with a letter.",
            slug=slug,
        )


@lru_cache(maxsize=KEPT_TENANTS)
def _quoted(slug: str) -> tuple[str, str]:
    check_slug(slug)
    return (
        sql.Identifier(f"tenant_{slug}").as_string(),
        sql.Identifier(f"checkpoints_{slug}").as_string(),
    )


def compose_for(slug: str, statement: LiteralString) -> bytes:
    """Return the statement on the schemas of `slug`.

    Other braces stay as they are, so JSON literals need no doubling.

    Raises:
        InputError: `slug` cannot be a tenant's.
    """
    tenant_schema, checkpoints_schema = _quoted(slug)
    parts = _parts(statement)
    composed = [parts[0]]
    for place, rest in zip(parts[1::2], parts[2::2], strict=True):
        composed += (tenant_schema if place == "t" else checkpoints_schema, rest)
    return "".join(composed).encode()


def slug_of(tenant: Tenant | None) -> str:
    """Return the slug to compose for.

    Raises:
        NoTenant: there is no tenant.
    """
    if not isinstance(tenant, Tenant):
        raise NoTenant
    return tenant.slug
