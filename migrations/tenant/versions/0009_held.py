"""On which release a set of flows was last served, to fall back on if the next one breaks it."""

from migrations.ddl import run

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.flow_sets
        ADD COLUMN held_on text REFERENCES public.flow_shelves (digest),
        ADD COLUMN held jsonb NOT NULL DEFAULT '{}';
    COMMENT ON COLUMN {t}.flow_sets.held_on IS
        'what was shipped when customers were last served so; none: as when it was published';
    COMMENT ON COLUMN {t}.flow_sets.held IS 'digests of every flow of the business then';
    """)
