"""The business of the demo: made when it is missing."""

from engine.settings import Settings
from ratiba import loop
from ratiba.keeping.session import connected
from ratiba.local.stores import Progress
from ratiba.pilot import PILOT, SLUG

THERE = "SELECT count(*), count(*) FILTER (WHERE slug = %s) FROM public.tenants"


def have_pilot(settings: Settings, progress: Progress, *, only_if_empty: bool = False) -> None:
    """Add `spa_pilot` if it is missing.

    Args:
        settings: with a database that is migrated.
        progress: told of it.
        only_if_empty: only if there is no other business either.
    """
    with connected(settings.database_url) as session:
        every, pilots = session.execute(THERE, [SLUG]).fetchone() or (0, 0)
    if pilots or (only_if_empty and every):
        return
    progress(f"adding {SLUG}")
    from ratiba.keeping.add import add_to

    loop.run(add_to(settings, PILOT))
