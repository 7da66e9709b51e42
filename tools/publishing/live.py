"""The live conversations of a business, and those that a newer version has no place for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import LiteralString

from engine.machine.versions.homeless import Homeless
from engine.machine.versions.renames import at_home
from engine.machine.versions.trail import along, hops
from engine.model.flow import FlowSet
from engine.model.handler import ReadGate
from engine.model.session import Session
from engine.store.shape import session_from_json
from tools.publishing.past import Past

LIVE: LiteralString = """
SELECT c.thread_id, c.version, (c.metadata ->> 'state_version')::int, c.checkpoint::text
FROM {c}.checkpoints c JOIN {t}.conversation_threads h ON h.thread_id = c.thread_id
WHERE c.type = 'current' AND h.ended_at IS NULL
    AND NOT (c.thread_id = ANY(%(threads)s))
"""
STANDING: LiteralString = """
SELECT c.thread_id, c.version
FROM {c}.checkpoints c JOIN {t}.conversation_threads h ON h.thread_id = c.thread_id
WHERE c.type = 'current' AND h.ended_at IS NULL
"""
STILL: LiteralString = "LOCK TABLE {c}.checkpoints IN SHARE MODE"
"""No turn is committed until this transaction ends: it takes milliseconds."""

Seen = Mapping[str, int]
"""Thread -> the version of its session that was looked at."""


@dataclass(frozen=True, slots=True)
class Live:
    """One conversation; `version` grows with each of its turns."""

    session: Session
    version: int


async def live(gate: ReadGate, seen: Seen | None = None) -> tuple[Live, ...]:
    """Read the conversations that have not ended, and have moved on since they were seen."""
    known = []
    if seen:
        rows = await gate.fetch_all(STANDING)
        known = [thread for thread, version in rows if seen.get(thread) == version]
    rows = await gate.fetch_all(LIVE, {"threads": known})
    found = (Live(session_from_json(text, shape), version) for _, version, shape, text in rows)
    return tuple(one for one in found if one.session.frames)


def homeless(
    sessions: Iterable[Session], now: FlowSet, newer: FlowSet, past: Past | None = None
) -> list[Homeless]:
    """Find conversations that have no place in a newer set of flows.

    Args:
        sessions: live ones, or situations that a proof reached.
        now: what is in force.
        newer: what is to be.
        past: earlier sets: who has not said anything since goes through them.
    """
    found: list[Homeless] = []
    straight = hops((now, newer))
    for session in sessions:
        way = straight
        if past is not None and not at_home(session, now):
            place = past.at(session)
            way = hops((*past.trail(place), now, newer)) if place is not None else way
        lost = along(session, way)
        if isinstance(lost, Homeless):
            found.append(lost)
    return found
