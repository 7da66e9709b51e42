"""What went wrong lately at one business: the runbook's symptoms, looked for."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import LiteralString

from engine.store.names import compose_for
from ratiba.doctor.row import Row, good, warn
from ratiba.keeping.session import Session

LOOK: LiteralString = """
SELECT (SELECT count(*) FROM {t}.inbox WHERE state = 'parked'),
    (SELECT count(*) FROM {t}.inbox WHERE state = 'new' AND received_at < %(late)s),
    (SELECT count(*) FROM {t}.outbox WHERE state = 'parked'),
    (SELECT count(*) FROM {t}.outbox WHERE state = 'new' AND due_at < %(late)s),
    (SELECT count(*) FROM {t}.payments WHERE state IN ('initiated', 'unknown')
        AND updated_at < %(unpaid)s),
    (SELECT count(*) FROM {t}.attention_items WHERE resolved_at IS NULL),
    (SELECT count(*) FROM {t}.knowledge_snippets WHERE is_active)
"""
LATE = timedelta(minutes=1)
"""Work that waits this long has no worker."""
UNPAID = timedelta(minutes=15)
MOST_SNIPPETS = 20
"""Beyond, answers lose what does not fit (seeds/001, knowledge_overflow)."""

WORKER = "ratiba worker"
LIST = "ratiba attention list --tenant {slug}"
SHOW = "SELECT * FROM tenant_{slug}.{table} WHERE {condition};"
RETIRE = (
    "UPDATE tenant_{slug}.knowledge_snippets SET is_active = false WHERE id IN (SELECT id "
    "FROM tenant_{slug}.knowledge_snippets WHERE is_active ORDER BY created_at LIMIT 5);"
)


def troubles(session: Session, slug: str, now: datetime) -> Iterator[Row]:
    """Look for what needs a person; one row says so if nothing does."""
    params = {"late": now - LATE, "unpaid": now - UNPAID}
    row = session.execute(compose_for(slug, LOOK), params).fetchone()
    parked, waiting, unsent, unserved, unpaid, attention, snippets = row or (0,) * 7
    found = [
        _seen(slug, "messages given up", parked, "inbox", "state = 'parked'"),
        _seen(slug, "messages that no worker takes", waiting, "", WORKER),
        _seen(slug, "replies given up", unsent, "outbox", "state = 'parked'"),
        _seen(slug, "replies that nobody sends", unserved, "", WORKER),
        _seen(slug, "payments without an answer", unpaid, "payments", "state = 'unknown'"),
        _seen(slug, "open attention items", attention, "", LIST.format(slug=slug)),
        _snippets(slug, snippets),
    ]
    told = [row for row in found if row]
    yield from told or [good(f"{slug}: troubles", "none")]


def _seen(slug: str, what: str, count: int, table: str, fix: str) -> Row | None:
    if not count:
        return None
    paste = SHOW.format(slug=slug, table=table, condition=fix) if table else fix
    return warn(f"{slug}: {what}", str(count), paste)


def _snippets(slug: str, count: int) -> Row | None:
    if count <= MOST_SNIPPETS:
        return None
    what = f"{slug}: knowledge_overflow"
    return warn(what, f"{count} active snippets", RETIRE.format(slug=slug))
