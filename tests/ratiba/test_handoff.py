"""`handoff`: list, back, close."""

import json

import psycopg
import pytest
from psycopg import sql

from tests.ratiba.conftest import Ratiba

OPENED = sql.SQL(
    "INSERT INTO {}.handoff_log (id, thread_id, customer_id, reason, summary, opened_at)"
    " VALUES ('h-1', 'thread-1', '+254712345678', 'asked',"
    " E'extra_time: 2026-06-02 10:00\\n\\n> help', '2026-06-01T06:00Z')"
)


@pytest.fixture
def called(on_database: Ratiba, fresh_database_url: str) -> Ratiba:
    """A business one of whose customers waits for a person."""
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    with psycopg.connect(fresh_database_url) as session:
        row = session.execute(
            "SELECT schemaname FROM pg_tables WHERE tablename = 'handoff_log'"
        ).fetchone()
        assert row is not None
        session.execute(OPENED.format(sql.Identifier(row[0])))
    return on_database


def test_who_waits_is_listed_until_it_is_handed_back(called: Ratiba) -> None:
    listed = called("handoff", "list", "--tenant", "my_spa")
    assert (listed.code, "+254712345678" in listed.out, "09:00" in listed.out) == (0, True, True)
    (row,) = json.loads(called("handoff", "list", "--tenant", "my_spa", "--json").out)
    assert (row["thread"], row["reason"]) == ("thread-1", "asked")
    assert row["summary"].endswith("> help")
    ran = called("handoff", "back", "--tenant", "my_spa", "+254712345678")
    assert (ran.code, ran.out) == (0, "Handed back: the conversation with +254712345678.\n")
    assert called("handoff", "list", "--tenant", "my_spa").out == "Nobody waits for a person.\n"


def test_the_briefing_is_read_before_the_conversation_is_taken(called: Ratiba) -> None:
    listed = called("handoff", "list", "--tenant", "my_spa").out
    assert "asks for a person" in listed
    assert "extra time: 2026-06-02 10:00" in listed
    assert "> help" in listed


@pytest.mark.parametrize("written", ["0712345678", "0712 345 678", "254712345678"])
def test_a_phone_may_be_written_as_it_is_said(called: Ratiba, written: str) -> None:
    ran = called("handoff", "close", "--tenant", "my_spa", written)
    assert (ran.code, ran.out) == (0, "Closed: the conversation with +254712345678.\n")


def test_closing_says_so_as_data(called: Ratiba) -> None:
    ran = called("handoff", "close", "--tenant", "my_spa", "thread-1", "--json")
    (row,) = json.loads(ran.out)
    assert (row["customer"], row["outcome"]) == ("+254712345678", "closed")


def test_what_is_not_open_is_a_line(called: Ratiba) -> None:
    ran = called("handoff", "back", "--tenant", "my_spa", "thread-9")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "Nobody took over from 'thread-9', or it is ended already." in ran.err
    assert called("handoff", "list", "--tenant", "nobody").code == 2
