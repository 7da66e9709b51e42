"""A turn's record and a session stay in their rows, whole.

A row beyond 2 KB sends its columns out of line, the large one last where it may stay: what was sent
out was the small ones beside it, each turn anew, and each claim fetched them from there.
"""

from migrations.ddl import run

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    run("""
    ALTER TABLE {t}.journal
        ALTER COLUMN thread_id SET STORAGE MAIN,
        ALTER COLUMN provider_id SET STORAGE MAIN,
        ALTER COLUMN entry SET STORAGE MAIN;
    ALTER TABLE {c}.checkpoints
        ALTER COLUMN thread_id SET STORAGE MAIN,
        ALTER COLUMN checkpoint_id SET STORAGE MAIN,
        ALTER COLUMN type SET STORAGE MAIN,
        ALTER COLUMN metadata SET STORAGE MAIN;
    """)
