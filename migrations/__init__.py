"""The schemas of `public` and of every tenant, by Alembic in one process."""
