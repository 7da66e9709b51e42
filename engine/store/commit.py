"""The last statement of a turn: everything it leaves behind, or nothing.

One statement of common table expressions, each fed by `saved`: if the session's row is no longer at
the version that was loaded, `saved` is empty and so is all the rest.
"""

from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import datetime
from typing import LiteralString

from psycopg import errors as pg
from pydantic_core import to_json

from engine.clock import Clock
from engine.ids import new_ulid
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.store.database import Database
from engine.store.records import Commit, Verdict
from engine.store.shape import card_to_json, session_to_json
from engine.store.tenancy import TenantTx

CLAIM: LiteralString = """
WITH mine AS MATERIALIZED (
    SELECT FROM {t}.inbox
    WHERE provider_id = %(provider_id)s AND state = 'processing' AND attempts = %(attempts)s
    FOR UPDATE
)
"""
"""Locks the row: whether the claim is still ours cannot change until the end."""
FIRST: LiteralString = """
, saved AS (
    INSERT INTO {c}.checkpoints (thread_id, checkpoint_id, type, version, checkpoint, metadata,
        created_at, updated_at)
    SELECT %(thread_id)s, %(checkpoint_id)s, 'current', 1, %(checkpoint)s::jsonb,
        %(metadata)s::jsonb, %(at)s, %(at)s
    FROM mine
    ON CONFLICT (thread_id) WHERE type = 'current' DO NOTHING
    RETURNING version
), pointed AS (
    INSERT INTO {t}.conversation_threads (thread_id, customer_id, session_id, actor_type,
        updated_at, ended_at)
    SELECT %(thread_id)s, %(customer_id)s, %(session_id)s, %(actor_type)s, %(at)s, %(ended_at)s
    FROM saved
)
"""
NEXT: LiteralString = """
, saved AS (
    UPDATE {c}.checkpoints SET version = version + 1, updated_at = %(at)s,
        checkpoint = %(checkpoint)s::jsonb, metadata = %(metadata)s::jsonb
    WHERE thread_id = %(thread_id)s AND type = 'current' AND version = %(version)s
        AND EXISTS (SELECT FROM mine)
    RETURNING version
), pointed AS (
    UPDATE {t}.conversation_threads SET updated_at = %(at)s, actor_type = %(actor_type)s,
        ended_at = coalesce(ended_at, %(ended_at)s)
    WHERE thread_id = %(thread_id)s AND EXISTS (SELECT FROM saved)
)
"""
KEPT: LiteralString = """
, kept AS (
    INSERT INTO {c}.checkpoints (thread_id, checkpoint_id, type, version, checkpoint, metadata,
        created_at, updated_at)
    SELECT %(thread_id)s, %(kept_id)s, 'full', version, %(checkpoint)s::jsonb,
        %(metadata)s::jsonb, %(at)s, %(at)s
    FROM saved
)
"""
CARD: LiteralString = """
, remembered AS (
    UPDATE {t}.contacts SET card = card || %(card)s::jsonb
    WHERE customer_id = %(customer_id)s AND EXISTS (SELECT FROM saved)
)
"""
REST: LiteralString = """
, journaled AS (
    INSERT INTO {t}.journal (thread_id, provider_id, started_at, at, entry)
    SELECT %(thread_id)s, %(provider_id)s, %(started_at)s, %(at)s, %(entry)s::jsonb FROM saved
), posted AS (
    INSERT INTO {t}.outbox (key, thread_id, recipient, kind, body, created_at, due_at)
    SELECT o.key, %(thread_id)s, o.recipient, o.kind, o.body, %(at)s, %(at)s
    FROM saved, jsonb_to_recordset(%(outbox)s::jsonb)
        AS o (key text, recipient text, kind text, body jsonb)
    ON CONFLICT (key) DO NOTHING
), disarmed AS (
    DELETE FROM {t}.timers
    WHERE thread_id = %(thread_id)s AND EXISTS (SELECT FROM saved)
        AND (frame, step, name) NOT IN (
            SELECT a.frame, a.step, a.name FROM jsonb_to_recordset(%(timers)s::jsonb)
                AS a (frame int, step text, name text))
), armed AS (
    INSERT INTO {t}.timers AS t (thread_id, frame, step, name, due_at)
    SELECT %(thread_id)s, a.frame, a.step, a.name, a.due_at
    FROM saved, jsonb_to_recordset(%(timers)s::jsonb)
        AS a (frame int, step text, name text, due_at timestamptz)
    ON CONFLICT (thread_id, frame, step, name) DO UPDATE SET due_at = excluded.due_at
        WHERE t.due_at <> excluded.due_at
), done AS (
    UPDATE {t}.inbox SET state = 'done', error = NULL
    WHERE provider_id = %(provider_id)s AND EXISTS (SELECT FROM saved)
)
SELECT EXISTS (SELECT FROM mine), (SELECT version FROM saved)
"""
LIVE = "conversation_threads_live"


class PostgresCommitTx(TenantTx):
    """The commit's transaction."""

    def __init__(
        self, database: Database, tenant: Tenant, stack: AsyncExitStack, clock: Clock
    ) -> None:
        super().__init__(database, tenant, stack)
        self._clock = clock
        self.verdict: Verdict | None = None
        self.commit: Commit | None = None

    async def finish(self, commit: Commit) -> Verdict:
        """Store the turn, in one statement, if the session is still at the version loaded.

        Without domain rows before it the statement is a transaction by itself.

        Raises:
            DatabaseDown: nothing was stored; or, if the connection was lost at the very end,
                all of it: the claim then shows which.
        """
        self.commit = commit
        self.verdict = await self._finish(commit)
        return self.verdict

    async def _finish(self, commit: Commit) -> Verdict:
        try:
            row = await self._last(_statement(commit), self._params(commit))
        except pg.UniqueViolation as error:
            if error.diag.constraint_name != LIVE:
                raise
            return Verdict.MOVED
        match row:
            case (True, int()):
                return Verdict.WON
            case (True, None):
                return Verdict.MOVED
            case _:
                return Verdict.LOST

    def _params(self, commit: Commit) -> dict[str, object]:
        conversation, session = commit.conversation, commit.session
        ended = session.ended is not None
        return {
            "provider_id": conversation.claimed.provider_id,
            "attempts": conversation.claimed.attempts,
            "customer_id": conversation.customer_id,
            "thread_id": session.thread_id,
            "session_id": commit.session_id,
            "version": conversation.version,
            "checkpoint_id": session.thread_id,
            "kept_id": new_ulid(self._clock),
            "checkpoint": session_to_json(session),
            "metadata": _json(_metadata(commit)),
            "at": commit.at,
            "started_at": commit.started_at,
            "ended_at": commit.at if ended else None,
            "actor_type": "CUSTOMER" if ended else commit.actor_type,
            "entry": commit.entry,
            "outbox": _json(list(_posted(commit))),
            "timers": _json(list(_armed(session))),
            "card": card_to_json(commit.card),
        }


def _statement(commit: Commit) -> LiteralString:
    statement = CLAIM + (NEXT if commit.conversation.version else FIRST)
    if _keeps(commit):
        statement += KEPT
    if commit.card:
        statement += CARD
    return statement + REST


def _keeps(commit: Commit) -> bool:
    """Whether a full checkpoint is added: at the end, and when a person takes over."""
    thread = commit.conversation.thread
    if commit.session.ended is not None:
        return thread is None or not thread.ended
    return commit.snapshot and (thread is None or thread.actor_type != "ADMIN")


def _metadata(commit: Commit) -> dict[str, object]:
    session, before = commit.session, commit.conversation.session
    frames = session.frames or (before.frames if before else ())  # an ended thread has none left
    frame = frames[0] if frames else None
    return {
        "state_version": session.shape,
        "flow": frame.flow if frame else None,
        "flow_version": commit.flow_version,
        "flow_hash": frame.digest if frame else None,
        "ended": session.ended,
    }


def _posted(commit: Commit) -> Iterator[dict[str, object]]:
    prefix = f"{commit.session.thread_id}:{commit.conversation.claimed.seq}"
    for place, item in enumerate(commit.outbox):
        yield {
            "key": item.key or f"{prefix}:{place}",
            "recipient": item.recipient,
            "kind": item.kind,
            "body": item.body,
        }


def _armed(session: Session) -> Iterator[dict[str, str | int | datetime]]:
    for timer in session.timers:
        yield {
            "frame": timer.frame,
            "step": timer.step,
            "name": timer.name,
            "due_at": timer.due_at,
        }


def _json(value: object) -> str:
    return to_json(value).decode()
