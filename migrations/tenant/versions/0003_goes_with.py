"""What goes with a service: offered beside it, directly before or after."""

from migrations.ddl import run

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.services ADD COLUMN goes_with text[] NOT NULL DEFAULT '{}';
    COMMENT ON COLUMN {t}.services.goes_with IS
        'ids of services to offer beside it, best first; none: nothing is offered';
    """)
