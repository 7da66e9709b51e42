"""Publishes of a business's flows: which version of which document made which set of flows."""

from migrations.ddl import run

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.flow_versions ADD COLUMN base int NOT NULL DEFAULT 0;
    COMMENT ON COLUMN {t}.flow_versions.flow IS
        'the document: what follows `overlay:`, or `flow:` in a whole flow';
    COMMENT ON COLUMN {t}.flow_versions.version IS 'counts from 1; 0: the draft';
    COMMENT ON COLUMN {t}.flow_versions.source IS 'as written; empty: it was taken away';
    COMMENT ON COLUMN {t}.flow_versions.base IS 'the version that it was made from';

    CREATE TABLE {t}.flow_sets (
        n int PRIMARY KEY,
        flow text NOT NULL,
        version int NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        digests jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        FOREIGN KEY (flow, version) REFERENCES {t}.flow_versions (flow, version)
    );
    COMMENT ON COLUMN {t}.flow_sets.digests IS 'of every flow of the business from then on';
    COMMENT ON COLUMN {t}.flow_sets.pinned IS
        'conversations that were under way keep the set they began with';
    """)
