"""How the schemas of a database stand to the code: older cannot serve, newer can."""

import psycopg
import pytest

from migrations.run import provision
from ratiba.keeping.schema import Standing, is_current, standing

A_TENANT = """
INSERT INTO public.tenants (slug, name, vertical, created_at)
VALUES ('a_spa', 'A spa', 'spa', '2026-05-31T10:00+03')
"""


@pytest.fixture
def url(fresh_database_url: str) -> str:
    with psycopg.connect(fresh_database_url) as session:
        session.execute(A_TENANT)
    provision(fresh_database_url, "a_spa")
    return fresh_database_url


@pytest.mark.parametrize(
    ("schema", "revision", "at"),
    [
        ("public", "0000", Standing(older=("public",))),
        ("public", "9999", Standing(newer=("public",))),
        ("tenant_a_spa", "0000", Standing(older=("tenant_a_spa",))),
        ("tenant_a_spa", "9999", Standing(newer=("tenant_a_spa",))),
    ],
)
def test_a_schema_is_older_or_newer(url: str, schema: str, revision: str, at: Standing) -> None:
    assert is_current(url)
    with psycopg.connect(url) as session:
        session.execute(f"UPDATE {schema}.alembic_version SET version_num = %s", [revision])
    with psycopg.connect(url) as session:
        assert standing(session) == at
    assert not is_current(url)
