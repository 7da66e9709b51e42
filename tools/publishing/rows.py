"""The rows of versions: every statement on `flow_versions` and `flow_sets`."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, LiteralString

from engine.model.handler import ReadGate, WriteGate
from tools.publishing.records import Version

VERSIONS: LiteralString = """
SELECT flow, version, digest, source, state, coalesce(author, ''), coalesce(note, ''), base,
    created_at, published_at
FROM {t}.flow_versions
WHERE (%(flow)s::text IS NULL OR flow = %(flow)s)
    AND (%(version)s::int IS NULL OR version = %(version)s)
    AND (%(state)s::text IS NULL OR state = %(state)s)
ORDER BY coalesce(published_at, created_at) DESC, flow, version DESC
LIMIT %(most)s
"""
LATEST: LiteralString = (
    "SELECT coalesce(max(version), 0) FROM {t}.flow_versions WHERE flow = %(flow)s"
)
RETIRE: LiteralString = """
UPDATE {t}.flow_versions SET state = 'retired' WHERE flow = %(flow)s AND state = 'published'
"""
ADD: LiteralString = """
INSERT INTO {t}.flow_versions
    (id, flow, version, digest, source, state, author, note, base, created_at, published_at,
    seen_on)
VALUES (%(id)s, %(flow)s, %(version)s, %(digest)s, %(source)s, %(state)s, %(author)s, %(note)s,
    %(base)s, %(at)s, %(published_at)s, %(seen_on)s)
"""
DROP_DRAFT: LiteralString = """
DELETE FROM {t}.flow_versions WHERE flow = %(flow)s AND version = 0
"""
ADD_SET: LiteralString = """
INSERT INTO {t}.flow_sets
    (n, flow, version, pinned, digests, published_at, beneath, before)
SELECT coalesce(max(n), 0) + 1, %(flow)s, %(version)s, %(pinned)s, %(digests)s::jsonb, %(at)s,
    %(beneath)s, %(before)s::jsonb
FROM {t}.flow_sets
"""
CURRENT: LiteralString = """
SELECT (SELECT coalesce(max(n), 0) FROM {t}.flow_sets),
    coalesce(jsonb_object_agg(flow, source), '{}')::text
FROM {t}.flow_versions WHERE state = 'published' AND source <> ''
"""
"""In one statement: between two, something may be published."""
SETS: LiteralString = """
SELECT s.n, s.flow, s.version, s.pinned, s.digests::text, v.source, s.beneath,
    s.before::text, s.held_on, s.held::text
FROM {t}.flow_sets s JOIN {t}.flow_versions v ON v.flow = s.flow AND v.version = s.version
ORDER BY s.n
"""


@dataclass(frozen=True, slots=True)
class SetRow:
    """One publish: which version of which document came into force, and what all flows were then.

    Attributes:
        digests: of every flow of the business after it, by flow; none: it came into force
            together with the row behind it.
        beneath: what was shipped then, by digest; None: older than what is kept.
        before: digests as it found them.
        held_on: what was shipped when customers were last served so, if it is not `beneath`.
        held: digests as they were then.
    """

    n: int
    document: str
    version: int
    pinned: bool
    digests: Mapping[str, str]
    source: str
    beneath: str | None = None
    before: Mapping[str, str] = field(default_factory=dict)
    held_on: str | None = None
    held: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MadeSet:
    """The set of flows that a publish makes.

    Attributes:
        digests: of every flow from now on, by flow; none: more comes with it.
        before: the same until now.
        beneath: what is shipped, by digest; it is stored already.
        pinned: conversations that are under way keep the set they are in.
    """

    digests: Mapping[str, str]
    before: Mapping[str, str]
    beneath: str
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Current:
    """What is in force.

    Attributes:
        place: after how many publishes.
        sources: the documents by name, as they are written; none that was taken away.
    """

    place: int
    sources: Mapping[str, str]


async def published(gate: ReadGate) -> tuple[Version, ...]:
    """Give the documents in force, by name."""
    found = await _versions(gate, state="published")
    return tuple(sorted(found, key=lambda version: version.document))


async def drafts(gate: ReadGate) -> tuple[Version, ...]:
    """Give what is kept and not in force, by name."""
    found = await _versions(gate, state="draft")
    return tuple(sorted(found, key=lambda version: version.document))


async def one(gate: ReadGate, document: str, version: int) -> Version | None:
    """Give one version; None: there is none. Version 0 is the draft."""
    found = await _versions(gate, document, version=version)
    return found[0] if found else None


async def history(gate: ReadGate, document: str | None, most: int) -> tuple[Version, ...]:
    """Give versions, the newest first: of one document, or of all."""
    return await _versions(gate, document, most=most)


async def _versions(
    gate: ReadGate,
    document: str | None = None,
    *,
    version: int | None = None,
    state: str | None = None,
    most: int | None = None,
) -> tuple[Version, ...]:
    params = {"flow": document, "version": version, "state": state, "most": most}
    return tuple(Version(*row) for row in await gate.fetch_all(VERSIONS, params))


async def latest(gate: ReadGate, document: str) -> int:
    """Give the highest version that a document ever had; 0: none."""
    row = await gate.fetch_one(LATEST, {"flow": document})
    return int(row[0]) if row else 0


async def current(gate: ReadGate) -> Current:
    """Give the documents in force, and which publish put the last of them there."""
    row = await gate.fetch_one(CURRENT)
    return Current(row[0], json.loads(row[1])) if row else Current(0, {})


async def past(gate: ReadGate) -> tuple[SetRow, ...]:
    """Give every publish, the oldest first."""
    return tuple(map(_set_row, await gate.fetch_all(SETS)))


def _set_row(row: Sequence[Any]) -> SetRow:
    n, flow, version, pinned, after, source, beneath, before, held_on, held = row
    found = SetRow(n, flow, version, pinned, json.loads(after), source, beneath, json.loads(before))
    return replace(found, held_on=held_on, held=json.loads(held))


async def add(tx: WriteGate, version: Version, id_: str, seen_on: str | None = None) -> None:
    """Store a version or a draft; `seen_on`: what is shipped, as it was when it was written."""
    params = {
        "id": id_,
        "flow": version.document,
        "version": version.version,
        "digest": version.digest,
        "source": version.source,
        "state": version.state,
        "author": version.author,
        "note": version.note,
        "base": version.base,
        "at": version.created_at,
        "published_at": version.published_at,
        "seen_on": seen_on,
    }
    await tx.execute(ADD, params)


async def put_in_force(tx: WriteGate, version: Version, id_: str, made: MadeSet) -> None:
    """Store a version as the one in force, in the place of the one before, and the set it makes."""
    await tx.execute(RETIRE, {"flow": version.document})
    await add(tx, version, id_, made.beneath)
    await tx.execute(DROP_DRAFT, {"flow": version.document})
    params = {
        "flow": version.document,
        "version": version.version,
        "pinned": made.pinned,
        "digests": json.dumps(dict(made.digests)),
        "at": version.published_at,
        "beneath": made.beneath,
        "before": json.dumps(dict(made.before)),
    }
    await tx.execute(ADD_SET, params)
