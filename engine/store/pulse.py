"""One look at a tenant: is there anything that no wake-up told of?"""

from dataclasses import dataclass
from datetime import datetime
from typing import LiteralString

from engine.model.handler import ReadGate

LOOK: LiteralString = """
SELECT EXISTS (SELECT FROM {t}.inbox WHERE state = 'new'),
    EXISTS (SELECT FROM {t}.inbox WHERE state = 'processing' AND claimed_at < %(before)s),
    EXISTS (SELECT FROM {t}.outbox WHERE state = 'new' AND due_at <= %(now)s),
    EXISTS (SELECT FROM {t}.outbox WHERE state = 'sending' AND claimed_at < %(before)s),
    (SELECT min(due_at) FROM {t}.timers)
"""


@dataclass(frozen=True, slots=True)
class Pulse:
    """What waits at a tenant.

    Attributes:
        inbox: rows to work on. outbox: rows to send.
        stalled_turns, stalled_sends: claims older than the lease.
        next_timer: when the first timer is due; may be past.
    """

    inbox: bool
    stalled_turns: bool
    outbox: bool
    stalled_sends: bool
    next_timer: datetime | None


async def look(gate: ReadGate, *, now: datetime, before: datetime) -> Pulse:
    """Look at a tenant's queues in one statement.

    Args:
        gate: the tenant's.
        now: the clock's instant.
        before: claims made earlier than this have outlived their lease.
    """
    row = await gate.fetch_one(LOOK, {"now": now, "before": before})
    return Pulse(*row) if row else Pulse(False, False, False, False, None)
