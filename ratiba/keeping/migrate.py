"""What `ratiba migrate` does."""

from ratiba.keeping.schema import bring_up, newest
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress


def run(*, json: bool) -> None:
    """Migrate `public` and every tenant.

    Raises:
        RatibaError: it cannot be done; the message says what to do.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        migrated = bring_up(settings.database_url, progress)
    if json:
        emit({"migrated": migrated, "public": newest("public"), "tenant": newest("tenant")})
        return
    words = "Migrated" if migrated else "Nothing to do"
    console().print(f"{words}: public is at {newest('public')}, tenants at {newest('tenant')}.")
