"""When a worker looked last at how well customers are understood."""

from migrations.ddl import run

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.quality ADD COLUMN watched_at timestamptz;
    COMMENT ON COLUMN {t}.quality.watched_at IS
        'when a worker looked last; whoever only shows the figures leaves it as it is';
    """)
