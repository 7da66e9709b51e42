"""`attention`: what is listed can be named again, and says whose it is and how much."""

import json

import psycopg
import pytest
from psycopg import sql

from tests.ratiba.conftest import Ratiba

T = ("--tenant", "my_spa")
OPENED = sql.SQL(
    "INSERT INTO {}.attention_items (id, ref, reason, details, opened_at) VALUES (%s, %s,"
    " 'paid_without_booking', %s::jsonb, '2026-06-01T06:00Z')"
)
FIRST, SECOND = "01M8NM1AAAAAAAAAAAAA7QX2KD", "01M8NM1AAAAAAAAAAAAAPZ90RT"
MONEY = '{"customer": "+254712345678", "receipt": "SFA1B2C3D4", "paid": 1500, "back": 500}'


@pytest.fixture
def owing(on_database: Ratiba, fresh_database_url: str, monkeypatch: pytest.MonkeyPatch) -> Ratiba:
    """A business that has to look at the money of two customers, in a narrow terminal."""
    monkeypatch.setenv("COLUMNS", "80")
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    with psycopg.connect(fresh_database_url) as session:
        row = session.execute(
            "SELECT schemaname FROM pg_tables WHERE tablename = 'attention_items'"
        ).fetchone()
        assert row is not None
        for id_ in (FIRST, SECOND):
            session.execute(OPENED.format(sql.Identifier(row[0])), [id_, id_, MONEY])
    return on_database


def test_what_is_listed_is_whole_and_enough_to_take_it_off(owing: Ratiba) -> None:
    listed = owing("attention", "list", *T).out
    shown = {line.split()[0] for line in listed.splitlines()}
    assert {"7QX2KD", "PZ90RT"} < shown
    for words in ("+254712345678", "KES 1500", "500 too"):
        assert words in listed
    assert owing("attention", "done", *T, "7qx2kd").code == 0
    (left,) = json.loads(owing("attention", "list", *T, "--json").out)
    assert (left["id"], left["customer"], left["amount"]) == (SECOND, "+254712345678", 1500)


def test_what_could_be_either_takes_off_neither(owing: Ratiba) -> None:
    ran = owing("attention", "done", *T, "01M8NM1")
    assert (ran.code, FIRST in ran.err, SECOND in ran.err) == (2, True, True)
    assert owing("attention", "done", *T, "+254712345678").code == 2
    assert len(json.loads(owing("attention", "list", *T, "--json").out)) == 2
    assert owing("attention", "done", *T, SECOND).code == 0
