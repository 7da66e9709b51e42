"""Postgres: there, new enough, with its extension and its schema."""

from collections.abc import Iterator

from ratiba.doctor.row import Row, fail, good, warn
from ratiba.keeping.schema import newest, standing
from ratiba.keeping.session import Session

OLDEST = 150_000
EXTENSION = "SELECT installed_version FROM pg_available_extensions WHERE name = 'btree_gist'"
UNROUTED = """
SELECT count(*) FROM public.payment_callbacks_unrouted WHERE resolved_at IS NULL
"""
SEE_UNROUTED = "SELECT * FROM public.payment_callbacks_unrouted WHERE resolved_at IS NULL;"


def database(session: Session) -> Iterator[Row]:
    """Look at the server and the schemas."""
    version = session.info.server_version
    shown = f"Postgres {version // 10_000}.{version % 10_000}"
    yield good("database", shown) if version >= OLDEST else fail("database", shown, "Postgres 15+")
    yield _extension(session)
    yield _migrations(session)


def callbacks(session: Session) -> Row:
    """Money that was told of and belongs to nothing we know."""
    (lost,) = session.execute(UNROUTED).fetchone() or (0,)
    if lost:
        return warn("payment callbacks", f"{lost} unrouted", SEE_UNROUTED)
    return good("payment callbacks", "every one matched")


def is_migrated(session: Session) -> bool:
    """Whether the tables can be looked at."""
    return not standing(session).older


def _extension(session: Session) -> Row:
    row = session.execute(EXTENSION).fetchone()
    if row is None:
        return fail("btree_gist", "not on this server", "install postgresql-contrib")
    if row[0] is None:
        return warn("btree_gist", "there, not yet created", "ratiba migrate")
    return good("btree_gist", row[0])


def _migrations(session: Session) -> Row:
    at = standing(session)
    if at.older:
        return fail("migrations", f"{', '.join(at.older)} behind", "ratiba migrate")
    if at.newer:
        return warn("migrations", f"{', '.join(at.newer)} newer than the code", "deploy that code")
    return good("migrations", f"public {newest('public')}, tenants {newest('tenant')}")
