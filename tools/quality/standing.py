"""How well a business's customers have been understood in the last day, and where not."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import LiteralString

from engine.journal.entry import read_entry
from engine.journal.misheard import Signal, Turn, routed
from engine.model.handler import ReadGate
from engine.store.tenancy import Row
from tools.quality.limits import Count, Level, Limits, limits

DAY = timedelta(hours=24)
WATCHED = timedelta(minutes=6)
"""Three rounds of a worker's chores."""
MOST = 20
"""Examples that are shown."""
LONGEST = 120
"""Characters of a message that are shown."""

# Turns are kept by the hour: both counts take the hour that `since` is in as a whole.
STANDS: LiteralString = """
WITH begun AS (SELECT date_trunc('hour', %(since)s::timestamptz, 'UTC') AS hour)
SELECT (SELECT coalesce(sum(h.turns), 0)::int FROM {t}.understood_hours h, begun
         WHERE h.hour >= begun.hour),
    (SELECT count(*)::int FROM {t}.misheard m, begun WHERE m.at >= begun.hour),
    q.level, q.since, q.counted_to,
    (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM {t}.business_settings
      WHERE key LIKE 'misheard_%%'), q.watched_at
  FROM {t}.quality q
"""
EXAMPLES: LiteralString = """
SELECT m.at, m.signal, m.thread_id, j.id, j.at, j.entry, n.id, n.at, n.entry
  FROM {t}.misheard m
  JOIN {t}.journal j ON (j.thread_id, j.id) = (m.thread_id, m.journal_id)
  JOIN {t}.journal n ON (n.thread_id, n.id) = (m.next_thread_id, m.next_id)
 ORDER BY m.at DESC LIMIT %(most)s
"""
_NUMBERS = re.compile(r"\+?\d(?:[\s().-]*\d){6,}")
_ADDRESS = re.compile(r"\S+@\S+")
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Standing:
    """The last 24 hours of a business and what began that hour, as they were counted last.

    Attributes:
        level: what the team was told last, `since` when; None: never.
        counted_to: how far the journal is counted, UTC; None: not at all yet.
        watched_at: when a worker looked last, UTC; None: never.
    """

    count: Count
    limits: Limits
    level: Level
    since: datetime | None
    counted_to: datetime | None
    watched_at: datetime | None = None

    def watched(self, now: datetime) -> bool:
        """Whether a worker is looking: without one nobody is told of a limit that is passed."""
        return self.watched_at is not None and now - self.watched_at <= WATCHED


@dataclass(frozen=True, slots=True)
class Example:
    """One turn that was misheard.

    Attributes:
        said, then: the customer's words, and the next ones; phone numbers and mail addresses in
            them are left out.
        taken: what they were taken for: `book 0.95: service, time`.
        state: where that led.
    """

    at: datetime
    signal: Signal
    said: str
    taken: str
    state: str
    then: str


async def standing(gate: ReadGate, now: datetime) -> Standing:
    """Read how it stands; `now` is UTC."""
    row = await gate.fetch_one(STANDS, {"since": now - DAY})
    return made(row or (0, 0, "good", None, None, {}, None))


def made(row: Row) -> Standing:
    """A standing of what `STANDS` gives."""
    turns, misheard, level, since, counted_to, settings, watched_at = row
    return Standing(
        Count(turns, misheard),
        limits(settings),
        Level(str(level)),
        since,
        counted_to,
        watched_at,
    )


async def examples(gate: ReadGate, most: int = MOST) -> tuple[Example, ...]:
    """Read the latest turns that were misheard, the newest first."""
    return tuple(map(_example, await gate.fetch_all(EXAMPLES, {"most": most})))


def _example(row: Row) -> Example:
    at, signal, thread, number, said_at, entry, next_number, next_at, later = row
    turn = Turn(number, thread, said_at, read_entry(entry))
    then = Turn(next_number, thread, next_at, read_entry(later))
    return Example(
        at,
        Signal(str(signal)),
        plain(turn.said),
        _taken(turn),
        turn.entry.state,
        plain(then.said),
    )


def _taken(turn: Turn) -> str:
    """What the words were taken for, without a value that was heard in them."""
    heard = routed(turn)
    if heard is None:
        return ""
    intent = heard.intent
    act = f"{intent.name} {intent.confidence:.2f}" if intent.confidence else ""
    kinds = [*dict.fromkeys(one.type for one in heard.mentions), *(["time"] if heard.time else [])]
    return ": ".join(part for part in (act, ", ".join(kinds)) if part)


def plain(text: str) -> str:
    """Words on one line, without the numbers and addresses by which somebody is reached."""
    line = _ADDRESS.sub(HIDDEN, _NUMBERS.sub(HIDDEN, " ".join(text.split())))
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
