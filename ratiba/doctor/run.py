"""The rows in their order, and how they are shown."""

from collections.abc import Iterator
from dataclasses import asdict

from rich.text import Text

from engine.assembly.core import keyring
from engine.clock import SystemClock
from engine.errors import DatabaseDown
from engine.settings import Settings
from engine.store.tenants import unknown
from ratiba.doctor.business import business
from ratiba.doctor.database import callbacks, database, is_migrated
from ratiba.doctor.flows import flows
from ratiba.doctor.machine import machine
from ratiba.doctor.quality import quality
from ratiba.doctor.row import Level, Row, fail
from ratiba.doctor.troubles import troubles
from ratiba.keeping.session import Session, connected
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress

STYLES = {Level.OK: "green", Level.WARN: "yellow", Level.FAIL: "bold red"}
SUMS = ((Level.FAIL, "to put right"), (Level.WARN, "to know of"))
ADD = "ratiba tenant add spa_pilot --vertical spa"
SLUGS = "SELECT slug FROM public.tenants ORDER BY slug"


def run(tenant: str | None, *, preflight: bool = False, json: bool) -> int:
    """Look and tell; 1 if anything must be put right.

    Raises:
        InputError: there is no such tenant.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        progress.done()
        rows = list(_rows(settings, tenant, preflight=preflight))
    if json:
        emit([asdict(row) for row in rows])
    else:
        _show(rows)
    return FINDINGS if any(row.level is Level.FAIL for row in rows) else GOOD


def _rows(settings: Settings, tenant: str | None, *, preflight: bool) -> Iterator[Row]:
    yield from machine(settings)
    yield flows()
    try:
        with connected(settings.database_url) as session:
            yield from _stored(session, settings, tenant, preflight=preflight)
    except DatabaseDown as error:
        reason = str(error.facts["reason"])
        yield fail("database", reason, "start Postgres, or correct DATABASE_URL")


def _stored(
    session: Session, settings: Settings, tenant: str | None, *, preflight: bool
) -> Iterator[Row]:
    yield from database(session)
    if not is_migrated(session):
        return
    slugs = [slug for (slug,) in session.execute(SLUGS)]
    if tenant is not None and tenant not in slugs:
        raise unknown(tenant)
    if not slugs:
        yield fail("businesses", "none", ADD)
    for slug in [tenant] if tenant else slugs:
        yield from business(session, slug, keyring(settings))
        if not preflight:
            now = SystemClock().now()
            yield quality(session, slug, now)
            yield from troubles(session, slug, now)
    if not preflight:
        yield callbacks(session)


def _show(rows: list[Row]) -> None:
    """A fix stands on a line of its own, unbroken: it is there to be pasted."""
    out = console()
    widest = max(len(row.what) for row in rows)
    for row in rows:
        level = (f"{row.level.value:4}", STYLES[row.level])
        out.print(Text.assemble(level, f"  {row.what:{widest}}  {row.found}"), soft_wrap=True)
        if row.fix:
            out.print(Text(f"      {row.fix}", "cyan"), soft_wrap=True)
    levels = [row.level for row in rows]
    worst = max(levels, key=list(Level).index)
    told = [f"{levels.count(level)} {words}" for level, words in SUMS if level in levels]
    words = " and ".join(told) or "All good"
    out.print(Text(f"{words}; {len(rows)} things looked at.", STYLES[worst]))
