"""How often an appointment was moved, and why it was cancelled."""

from migrations.ddl import run

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.appointments
        ADD COLUMN moves int NOT NULL DEFAULT 0 CHECK (moves >= 0),
        ADD COLUMN cancel_reason text;
    COMMENT ON COLUMN {t}.appointments.moves IS 'how often the customer moved it to another time';
    COMMENT ON COLUMN {t}.appointments.cancel_reason IS 'in the words of the customer, if given';
    """)
