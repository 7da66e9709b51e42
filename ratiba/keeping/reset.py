"""What `ratiba reset` does."""

from engine.errors import InputError
from ratiba.keeping.schema import bring_up
from ratiba.keeping.session import Session, connected
from ratiba.keeping.tenants import drop_schemas
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress

TENANTS = """
SELECT substr(nspname, length('tenant_') + 1) FROM pg_namespace WHERE nspname LIKE 'tenant\\_%'
UNION
SELECT substr(nspname, length('checkpoints_') + 1) FROM pg_namespace
WHERE nspname LIKE 'checkpoints\\_%'
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
    slugs = [slug for (slug,) in session.execute(TENANTS).fetchall()]
    for slug in slugs:
        drop_schemas(session, slug)
    session.execute("DROP SCHEMA public CASCADE")
    session.execute("CREATE SCHEMA public")
    return len(slugs)
