"""Calls of models outside turns, and the two sentences above a briefing."""

from migrations.ddl import run

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.handoff_log ADD COLUMN gist text;
    COMMENT ON COLUMN {t}.handoff_log.gist IS 'two sentences of a model above the summary';

    CREATE TABLE {t}.model_calls (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        thread_id text NOT NULL,
        at timestamptz NOT NULL,
        role text NOT NULL,
        model text NOT NULL,
        prompt text NOT NULL,
        came text NOT NULL,
        tokens_in int NOT NULL,
        tokens_cached int NOT NULL,
        tokens_out int NOT NULL,
        cost_usd double precision NOT NULL,
        ms int NOT NULL
    );
    CREATE INDEX model_calls_thread ON {t}.model_calls (thread_id);
    COMMENT ON TABLE {t}.model_calls IS
        'of models that no turn waited for; those of turns are in the journal';
    """)
