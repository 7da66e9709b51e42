"""How well the customers of one business were understood in the last day."""

from datetime import datetime

from engine.store.names import compose_for
from ratiba.doctor.row import Row, good, warn
from ratiba.doctor.troubles import WORKER
from ratiba.keeping.session import Session
from tools.quality.limits import Level
from tools.quality.standing import DAY, STANDS, made


def quality(session: Session, slug: str, now: datetime) -> Row:
    """Tell the share of messages that were misheard, as it was counted last."""
    row = session.execute(compose_for(slug, STANDS), {"since": now - DAY}).fetchone()
    what = f"{slug}: understanding"
    if row is None:
        return good(what, "nothing counted yet")
    stands = made(row)
    count, may = stands.count, stands.limits
    found = f"{count.misheard} of {count.turns} messages misheard in 24 hours"
    if not count.turns:
        return good(what, "no messages in 24 hours")
    if not stands.watched(now):
        return warn(what, f"{found}, as it was counted last: no worker looks", WORKER)
    if stands.level is Level.GOOD:
        return good(what, found)
    limit = may.hard if stands.level is Level.HARD else may.soft
    return warn(what, f"{found}: over {limit:g} %", f"ratiba quality --tenant {slug}")
