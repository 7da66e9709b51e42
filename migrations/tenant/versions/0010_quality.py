"""How well customers are understood, watched: turns by the hour, those misheard, what was told."""

from migrations.ddl import run

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    run("""
    CREATE INDEX journal_at ON {t}.journal USING brin (at)
        WITH (pages_per_range = 16, autosummarize = on);

    CREATE TABLE {t}.understood_hours (
        hour timestamptz PRIMARY KEY,
        turns int NOT NULL
    );
    COMMENT ON TABLE {t}.understood_hours IS 'turns whose words were acted upon, by the hour';

    CREATE TABLE {t}.misheard (
        journal_id bigint PRIMARY KEY,
        thread_id text NOT NULL,
        next_id bigint NOT NULL,
        next_thread_id text NOT NULL,
        at timestamptz NOT NULL,
        signal text NOT NULL
    );
    CREATE INDEX misheard_at ON {t}.misheard (at);
    COMMENT ON TABLE {t}.misheard IS
        'turns that the next words show to have been misunderstood; the words are in the journal';

    CREATE TABLE {t}.quality (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        counted_to timestamptz,
        level text NOT NULL DEFAULT 'good' CHECK (level IN ('good', 'soft', 'hard')),
        since timestamptz
    );
    INSERT INTO {t}.quality DEFAULT VALUES;
    COMMENT ON TABLE {t}.quality IS 'how far the journal is counted, and what the team was told';
    """)
