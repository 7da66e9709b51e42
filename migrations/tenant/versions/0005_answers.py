"""Words by which a fact is asked for, what customers thought, and what was told ahead of time."""

from migrations.ddl import run

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.knowledge_snippets ADD COLUMN words text[] NOT NULL DEFAULT '{}';
    COMMENT ON COLUMN {t}.knowledge_snippets.words IS
        'words of a question that this answers, in any language';

    CREATE TABLE {t}.feedback (
        id text PRIMARY KEY,
        customer_id text NOT NULL,
        thread_id text,
        appointment_id text REFERENCES {t}.appointments (id),
        rating smallint NOT NULL CHECK (rating BETWEEN 1 AND 5),
        comment text,
        created_at timestamptz NOT NULL
    );
    CREATE INDEX feedback_newest ON {t}.feedback (created_at);

    CREATE TABLE {t}.told_ahead (
        flow text NOT NULL,
        ref text NOT NULL,
        at timestamptz NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (flow, ref, at)
    );
    COMMENT ON TABLE {t}.told_ahead IS
        'flows that begin ahead of a time: each thing at each time begins each flow once';
    """)
