"""What `ratiba reset` does."""

from psycopg import sql

from engine.errors import InputError
from ratiba.keeping.schema import bring_up
from ratiba.keeping.session import Session, connected
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress

OURS = r"""
SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant\_%' OR nspname LIKE 'checkpoints\_%'
"""


def run(*, yes: bool, json: bool) -> int:
    """Drop every business and table, and migrate anew.

    Raises:
        InputError: without `--yes`.
        ConfigError: outside RATIBA_ENV=dev.
    """
    if not yes:
        raise InputError("reset.yes", "This drops every business. Say so: ratiba reset --yes")
    with Progress(quiet=json) as progress, own_machine(progress, rehearsal=True) as settings:
        progress("dropping everything")
        with connected(settings.database_url) as session:
            dropped = _drop(session)
        bring_up(settings.database_url, progress)
    if json:
        emit({"dropped": dropped})
    else:
        console().print(f"Dropped {dropped} businesses; the database is as new.")
    return GOOD


def _drop(session: Session) -> int:
    schemas = [schema for (schema,) in session.execute(OURS).fetchall()]
    for schema in (*schemas, "public"):
        drop = sql.SQL("DROP SCHEMA {} CASCADE")
        session.execute(drop.format(sql.Identifier(schema)))
    session.execute("CREATE SCHEMA public")
    return sum(schema.startswith("tenant_") for schema in schemas)
