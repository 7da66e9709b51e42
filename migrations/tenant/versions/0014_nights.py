"""When what is kept for a time only was last looked through."""

from migrations.ddl import run

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    run("""
    CREATE TABLE {t}.nights (
        chore text PRIMARY KEY,
        done_at timestamptz NOT NULL
    );
    COMMENT ON TABLE {t}.nights IS
        'chores of a night, each done once: by whom first, and later where nobody was up';
    """)
