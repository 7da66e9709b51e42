"""What the engine keeps for a tenant: inbox, sessions, journal, outbox, timers.

Rows that a turn changes have few indexes: an update that touches an indexed column (a partial
index's condition counts) writes every index of the table anew, and each index of each tenant is
known to each connection. Sessions, the costliest rows, are updated without touching any.
"""

from migrations.ddl import run

revision = "0001"
down_revision = None


def upgrade() -> None:
    for part in (_inbox, _sessions, _outbox, _people, _flows):
        part()


def _inbox() -> None:
    run("""
    CREATE TABLE {t}.inbox (
        provider_id text PRIMARY KEY,
        seq bigint GENERATED ALWAYS AS IDENTITY,
        customer_id text NOT NULL,
        thread_id text,
        kind text NOT NULL CHECK (kind IN ('message', 'event', 'timer')),
        body jsonb NOT NULL,
        received_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'new'
            CHECK (state IN ('new', 'processing', 'done', 'parked')),
        claimed_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        error text
    ) WITH (fillfactor = 70);
    CREATE INDEX inbox_new ON {t}.inbox (seq) WHERE state = 'new';
    CREATE INDEX inbox_open ON {t}.inbox (customer_id, seq) WHERE state IN ('new', 'processing');
    """)


def _sessions() -> None:
    run("""
    CREATE TABLE {t}.conversation_threads (
        thread_id text PRIMARY KEY,
        customer_id text NOT NULL,
        session_id text,
        actor_type text NOT NULL DEFAULT 'CUSTOMER' CHECK (actor_type IN ('CUSTOMER', 'ADMIN')),
        updated_at timestamptz NOT NULL,
        ended_at timestamptz
    ) WITH (fillfactor = 70);
    CREATE UNIQUE INDEX conversation_threads_live ON {t}.conversation_threads (customer_id)
        WHERE ended_at IS NULL;

    CREATE TABLE {c}.checkpoints (
        thread_id text NOT NULL,
        checkpoint_id text NOT NULL,
        type text NOT NULL CHECK (type IN ('current', 'full')),
        version int NOT NULL,
        checkpoint jsonb NOT NULL,
        metadata jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (thread_id, checkpoint_id)
    ) WITH (fillfactor = 60);
    CREATE UNIQUE INDEX checkpoints_current ON {c}.checkpoints (thread_id)
        WHERE type = 'current';
    ALTER TABLE {c}.checkpoints ALTER COLUMN checkpoint SET STORAGE MAIN;
    CREATE TABLE {c}.checkpoints_archive (LIKE {c}.checkpoints INCLUDING CONSTRAINTS);
    ALTER TABLE {c}.checkpoints_archive ADD PRIMARY KEY (thread_id, checkpoint_id);
    CREATE VIEW {t}.checkpoints AS SELECT * FROM {c}.checkpoints;

    CREATE TABLE {t}.journal (
        id bigint GENERATED ALWAYS AS IDENTITY,
        thread_id text NOT NULL,
        provider_id text NOT NULL,
        started_at timestamptz NOT NULL,
        at timestamptz NOT NULL,
        entry jsonb NOT NULL,
        PRIMARY KEY (thread_id, id)
    );

    CREATE TABLE {t}.timers (
        id bigint GENERATED ALWAYS AS IDENTITY,
        thread_id text NOT NULL,
        frame int NOT NULL,
        step text NOT NULL,
        name text NOT NULL,
        due_at timestamptz NOT NULL,
        PRIMARY KEY (thread_id, frame, step, name)
    );
    CREATE INDEX timers_due ON {t}.timers (due_at);
    """)


def _outbox() -> None:
    run("""
    CREATE TABLE {t}.outbox (
        key text PRIMARY KEY,
        id bigint GENERATED ALWAYS AS IDENTITY,
        thread_id text,
        recipient text NOT NULL,
        kind text NOT NULL,
        body jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'new'
            CHECK (state IN ('new', 'sending', 'sent', 'parked')),
        claimed_at timestamptz,
        attempts int NOT NULL DEFAULT 0,
        provider_message_id text,
        delivery text CHECK (delivery IN ('delivered', 'read', 'failed')),
        error text
    ) WITH (fillfactor = 70);
    CREATE INDEX outbox_new ON {t}.outbox (id) WHERE state = 'new';
    CREATE INDEX outbox_open ON {t}.outbox (recipient, id) WHERE state IN ('new', 'sending');
    CREATE INDEX outbox_provider ON {t}.outbox (provider_message_id)
        WHERE provider_message_id IS NOT NULL;
    """)


def _people() -> None:
    run("""
    CREATE TABLE {t}.contacts (
        id text PRIMARY KEY,
        customer_id text NOT NULL UNIQUE,
        channel text NOT NULL,
        channel_user_id text NOT NULL,
        phone text,
        name text,
        locale text,
        card jsonb NOT NULL DEFAULT '{}',
        opted_out boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL
    );

    CREATE TABLE {t}.handoff_log (
        id text PRIMARY KEY,
        thread_id text NOT NULL,
        customer_id text NOT NULL,
        reason text NOT NULL,
        summary text,
        operator text,
        opened_at timestamptz NOT NULL,
        engaged_at timestamptz,
        closed_at timestamptz,
        outcome text
    );
    CREATE INDEX handoff_log_open ON {t}.handoff_log (opened_at) WHERE closed_at IS NULL;
    """)


def _flows() -> None:
    run("""
    CREATE TABLE {t}.flow_versions (
        id text PRIMARY KEY,
        flow text NOT NULL,
        version int NOT NULL,
        digest text NOT NULL,
        source text NOT NULL,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'retired')),
        author text,
        note text,
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        UNIQUE (flow, version)
    );
    CREATE UNIQUE INDEX flow_versions_published ON {t}.flow_versions (flow)
        WHERE state = 'published';

    CREATE TABLE {t}.phrases (
        locale text NOT NULL,
        key text NOT NULL,
        text text NOT NULL,
        voice text,
        updated_at timestamptz NOT NULL,
        updated_by text,
        PRIMARY KEY (locale, key)
    );

    CREATE TRIGGER touch_tenant AFTER INSERT OR UPDATE OR DELETE ON {t}.flow_versions
        FOR EACH STATEMENT EXECUTE FUNCTION public.touch_tenant();
    CREATE TRIGGER touch_tenant AFTER INSERT OR UPDATE OR DELETE ON {t}.phrases
        FOR EACH STATEMENT EXECUTE FUNCTION public.touch_tenant();
    """)
