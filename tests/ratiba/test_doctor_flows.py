"""`doctor`: a business's own flows under what is shipped."""

import json
from pathlib import Path

import psycopg

from tests.publishing import PATIENT
from tests.ratiba.conftest import Ratiba


def test_a_conflict_of_an_overlay_with_what_is_shipped_is_shown_by_business(
    on_database: Ratiba, fresh_database_url: str
) -> None:
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    Path("mine.yaml").write_text(PATIENT, "utf-8")
    ran = on_database("flow", "publish", "--tenant", "my_spa", "mine.yaml", "--no-proof")
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


def _row(ratiba: Ratiba) -> dict[str, str]:
    rows = json.loads(ratiba("doctor", "--json").out)
    return next(row for row in rows if row["what"] == "my_spa: own flows")
