"""What a vertical asks of a booking beside service, person and time: a party, a plate, a level."""

from migrations.ddl import run

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.appointments ADD COLUMN details jsonb NOT NULL DEFAULT '{}';
    COMMENT ON COLUMN {t}.appointments.details IS
        'answers that no tool takes, by slot; the team reads them';
    """)
