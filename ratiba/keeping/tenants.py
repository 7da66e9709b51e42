"""What `ratiba tenant list` and `ratiba tenant delete` do."""

import sys
from dataclasses import asdict, dataclass

from psycopg import sql

from engine.errors import InputError
from engine.store.names import check_slug
from engine.store.tenants import unknown
from ratiba.keeping.schema import bring_up
from ratiba.keeping.session import Session, connected
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from ratiba.terminal.tables import table

LIST = """
SELECT slug, name, vertical, locale, zone, mpesa_enabled, whatsapp_phone_number_id
FROM public.tenants ORDER BY slug
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """One business as `tenant list` shows it."""

    slug: str
    name: str
    vertical: str
    locale: str
    zone: str
    mpesa: bool
    whatsapp_number_id: str | None


def list_all(*, json: bool) -> None:
    """Print every business, by slug."""
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        with connected(settings.database_url) as session:
            rows = [Listed(*row) for row in session.execute(LIST)]
    if json:
        emit([asdict(row) for row in rows])
    elif rows:
        columns = ("slug", "name", "vertical", "locale", "zone", "M-Pesa", "WhatsApp number id")
        console().print(table(columns, [_shown(row) for row in rows]))
    else:
        console().print("No business yet. Add one: ratiba tenant add my_spa --vertical spa")


def _shown(row: Listed) -> tuple[str, ...]:
    mpesa = "on" if row.mpesa else "off"
    number = row.whatsapp_number_id or "-"
    return (row.slug, row.name, row.vertical, row.locale, row.zone, mpesa, number)


def delete(slug: str, *, yes: bool, json: bool) -> int:
    """Delete a business with all its rows, in one transaction.

    Raises:
        InputError: there is none, or nobody is there to be asked.
    """
    check_slug(slug)
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        progress.done()
        if not yes and not _agreed(slug):
            console().print("Nothing was deleted.")
            return FINDINGS
        with connected(settings.database_url) as session:
            _delete(session, slug)
    if json:
        emit({"deleted": slug})
    else:
        console().print(f"Deleted '{slug}' with all its rows.")
    return GOOD


def _agreed(slug: str) -> bool:
    if not sys.stdin.isatty():
        raise InputError(
            "tenant.delete", f"Nobody is there to be asked. Add --yes to delete '{slug}'."
        )
    answer = input(f"Delete '{slug}' with every booking and payment? Type its slug: ")
    return answer.strip() == slug


def _delete(session: Session, slug: str) -> None:
    if session.execute("DELETE FROM public.tenants WHERE slug = %s", [slug]).rowcount == 0:
        raise unknown(slug)
    session.execute("DELETE FROM public.payment_routing WHERE tenant = %s", [slug])
    drop_schemas(session, slug)


def drop_schemas(session: Session, slug: str) -> None:
    """Drop what a business owns."""
    for schema in (f"tenant_{slug}", f"checkpoints_{slug}"):
        drop = sql.SQL("DROP SCHEMA IF EXISTS {} CASCADE")
        session.execute(drop.format(sql.Identifier(schema)))
