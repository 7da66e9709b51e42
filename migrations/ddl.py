"""How a revision speaks to its schema.

A tenant's revision writes `{t}` for the tenant's schema and `{c}` for its checkpoints', as every
statement of the engine does:

    def upgrade() -> None:
        run("CREATE TABLE {t}.services (id text PRIMARY KEY, ...)")
"""

from typing import TYPE_CHECKING, LiteralString, cast

from alembic import op

from engine.store.names import compose_for

if TYPE_CHECKING:
    import psycopg

SLUG = "ratiba_slug"
"""Key of the migration context's options: whose schemas `{t}` and `{c}` are."""


def run(statements: LiteralString) -> None:
    """Run statements, separated by semicolons, on the schema that is being migrated."""
    slug = op.get_context().opts.get(SLUG)
    composed = compose_for(slug, statements) if slug else statements.encode()
    pooled = op.get_bind().connection
    cast("psycopg.Connection[object]", pooled.driver_connection).execute(composed)
