"""`doctor`: a business's own flows under what is shipped."""

import json
from pathlib import Path

import psycopg

from tests.publishing import PATIENT
from tests.ratiba.conftest import Ratiba


def test_a_conflict_of_an_overlay_with_what_is_shipped_is_shown_by_business(
    on_database: Ratiba, fresh_database_url: str, proofs: Path
) -> None:
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    Path("mine.yaml").write_text(PATIENT, "utf-8")
    ran = on_database("flow", "publish", "--tenant", "my_spa", "mine.yaml")
    assert ran.code == 0
    assert _row(on_database)["level"] == "ok"
    broken = PATIENT + "change: {no_such_step: {say: recap}}\n"
    with psycopg.connect(fresh_database_url) as session:
        session.execute("UPDATE tenant_my_spa.flow_versions SET source = %s", [broken])
    row = _row(on_database)
    assert row["level"] == "fail"
    assert "no longer fit what is shipped: patience.yaml:6: change.no_such_step" in row["found"]
    told = on_database("flow", "history", "--tenant", "my_spa").out
    assert "What is in force no longer fits what is shipped:" in told
    assert "no_such_step" in told


def test_what_an_upgrade_changed_is_shown_until_somebody_has_looked(
    on_database: Ratiba, fresh_database_url: str, proofs: Path
) -> None:
    """The release before had another everyday value: as if this one were the upgrade."""
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    Path("mine.yaml").write_text(PATIENT, "utf-8")
    assert on_database("flow", "publish", "-t", "my_spa", "mine.yaml").code == 0
    assert on_database("flow", "conflicts", "-t", "my_spa").code == 0
    with psycopg.connect(fresh_database_url) as session:
        session.execute(OTHER_TEXT)
        session.execute(OTHER_RELEASE)
    rows = json.loads(on_database("doctor", "--json").out)
    (row,) = [row for row in rows if row["what"] == "my_spa: upgrade"]
    assert row["level"] == "warn"
    assert "my_spa/patience.yaml:6: settings.give_up_after" in row["found"]
    ran = on_database("flow", "conflicts", "--all")
    assert ran.code == 1
    assert 'was "10m" beneath, and is "30m" now' in ran.out
    assert "1 conflict." in ran.out
    told = json.loads(on_database("flow", "conflicts", "-t", "my_spa", "--json").out)
    assert (told["tenant"], told["document"], told["line"]) == ("my_spa", "patience", 6)
    assert on_database("flow", "conflicts", "-t", "my_spa", "--seen").code == 0
    assert on_database("flow", "conflicts", "--all").code == 0
    assert on_database("flow", "conflicts").code == 2


OTHER_TEXT = """
INSERT INTO public.flow_texts
SELECT 'other', replace(source, '"30m","deposit"', '"10m","deposit"')
FROM public.flow_texts WHERE source LIKE '%"flow":"booking"%' LIMIT 1
"""
OTHER_RELEASE = """
WITH booking AS (
    SELECT digest FROM public.flow_texts
    WHERE source LIKE '%"flow":"booking"%' AND digest <> 'other'
), other AS (
    INSERT INTO public.flow_shelves
    SELECT 'other', replace(s.texts::text, b.digest, 'other')::jsonb
    FROM public.flow_shelves s, booking b LIMIT 1
    RETURNING digest
)
SELECT * FROM other;
UPDATE tenant_my_spa.flow_versions SET seen_on = 'other'
"""


def _row(ratiba: Ratiba) -> dict[str, str]:
    rows = json.loads(ratiba("doctor", "--json").out)
    return next(row for row in rows if row["what"] == "my_spa: own flows")


def test_words_of_its_own_that_are_not_said_are_shown(
    on_database: Ratiba, fresh_database_url: str
) -> None:
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    with psycopg.connect(fresh_database_url) as session:
        session.execute(
            "INSERT INTO tenant_my_spa.phrases (locale, key, text, updated_at)"
            " VALUES ('en', 'start.greet', 'Hello {{ nobody }}', '2026-06-01T06:00:00Z')"
        )
    rows = json.loads(on_database("doctor", "--json").out)
    (row,) = [row for row in rows if row["what"] == "my_spa: own words"]
    assert row["level"] == "fail"
    assert "start.greet: asks for 'nobody'" in row["found"]
