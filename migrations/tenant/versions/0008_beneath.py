"""What a publish was laid on, so that it can be made again after what is shipped has changed."""

from migrations.ddl import run

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.flow_sets
        ADD COLUMN beneath text REFERENCES public.flow_shelves (digest),
        ADD COLUMN before jsonb NOT NULL DEFAULT '{}';
    COMMENT ON COLUMN {t}.flow_sets.beneath IS 'what was shipped then; none: before it was kept';
    COMMENT ON COLUMN {t}.flow_sets.before IS
        'digests of every flow of the business until then, on what was shipped then';

    ALTER TABLE {t}.flow_versions
        ADD COLUMN seen_on text REFERENCES public.flow_shelves (digest);
    COMMENT ON COLUMN {t}.flow_versions.seen_on IS
        'what was shipped when somebody last looked whether it is still meant so';
    """)
