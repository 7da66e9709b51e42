"""What businesses' flows were laid on: shipped texts, each kept once, and which made a shelf."""

from migrations.ddl import run

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    run("""
    CREATE TABLE public.flow_texts (
        digest text PRIMARY KEY,
        source text NOT NULL
    );
    COMMENT ON TABLE public.flow_texts IS
        'shipped flows and phrases that a publish was laid on, in canonical form, by sha256';

    CREATE TABLE public.flow_shelves (
        digest text PRIMARY KEY,
        texts jsonb NOT NULL
    );
    COMMENT ON COLUMN public.flow_shelves.texts IS
        '[[file, digest of its text], ...] in the order in which they are read';
    """)
