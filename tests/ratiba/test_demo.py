"""`demo`: the walk of the first booking, on any day, and again."""

import json

import psycopg
import pytest

from ratiba.presence import KEY
from tests.ratiba.conftest import Ratiba

SHOWN = (
    "Hi I want to book a haircut tomorrow at 3pm",
    "To confirm: Haircut tomorrow at 15:00 with Anna for KES 1,500. Reply YES to confirm.",
    "Pay KES 1,500.00 to Ratiba Spa Pilot. Enter M-Pesa PIN.",
    "Booked! Haircut tomorrow at 15:00. See you then.",
    "FROM tenant_spa_pilot.appointments",
    "confirmed",
    "settled",
    "every step as the walk says",
)


def unwrapped(drawn: str) -> str:
    """The words of bubbles, their lines put together again."""
    words = "".join(letter for letter in drawn if letter not in "╭╮╰╯│─")
    return " ".join(words.split())


def test_the_walk_and_again(
    on_database: Ratiba, fresh_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Bubbles that need no second line, so that nothing stands between a reply's words.
    monkeypatch.setattr("ratiba.terminal.out.WIDEST", 200)
    monkeypatch.setenv("COLUMNS", "200")
    for _ in range(2):
        ran = on_database("demo")
        assert ran.code == 0, ran.err
        shown = unwrapped(ran.out)
        assert [words for words in SHOWN if words not in shown] == []
    with psycopg.connect(fresh_database_url) as session:
        query = "select status, count(*) from tenant_spa_pilot.appointments group by 1 order by 1"
        assert session.execute(query).fetchall() == [("cancelled", 1), ("confirmed", 1)]


def test_somebody_elses_booking_stays(on_database: Ratiba, fresh_database_url: str) -> None:
    assert on_database("demo").code == 0
    with psycopg.connect(fresh_database_url) as session:
        session.execute("update tenant_spa_pilot.appointments set customer_id = '+254712000077'")
    ran = on_database("demo", "--json")
    assert ran.code == 0, ran.err
    note, first, *_ = map(json.loads, ran.out.splitlines())
    assert "somebody else" in note["note"]
    assert "tomorrow" not in first["customer"]
    with psycopg.connect(fresh_database_url) as session:
        query = "select count(*) from tenant_spa_pilot.appointments where status = 'confirmed'"
        assert session.execute(query).fetchone() == (2,)


def test_a_business_added_by_hand_gets_what_it_lacks(on_database: Ratiba) -> None:
    assert on_database("tenant", "add", "spa_pilot", "--vertical", "spa").code == 0
    ran = on_database("demo")
    assert ran.code == 0, ran.err
    assert on_database("preflight").code == 0


def test_an_open_conversation_of_its_customer_does_not_disturb(on_database: Ratiba) -> None:
    assert on_database("demo").code == 0
    script = "nataka kunyoa kesho saa nane mchana\nndio\n"
    ran = on_database("chat", "-t", "spa_pilot", "--from", "+254712000001", "--json", stdin=script)
    assert json.loads(ran.out.splitlines()[-1])["state"] == "PAYMENT_PENDING"
    assert on_database("demo").code == 0


def test_a_walk_that_is_left_says_where(on_database: Ratiba, fresh_database_url: str) -> None:
    assert on_database("demo").code == 0
    with psycopg.connect(fresh_database_url) as session:
        session.execute("update tenant_spa_pilot.services set price_kes = 1800")
    ran = on_database("demo")
    assert ran.code == 1
    assert "The walk was left at the summary: expected" in ran.err
    assert "KES 1,800" in ran.err
    assert "Traceback" not in ran.err


def test_a_worker_elsewhere_is_named(
    on_database: Ratiba, fresh_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ratiba.presence.PATIENCE", "100ms")
    with psycopg.connect(fresh_database_url, autocommit=True) as session:
        session.execute("select pg_advisory_lock_shared(%s)", [KEY])
        ran = on_database("demo")
    assert (ran.code, "Something else is at work on this database" in ran.err) == (1, True)


def test_without_redis(on_database: Ratiba, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RATIBA_REDIS", "off")
    monkeypatch.delenv("REDIS_URL")
    assert on_database("demo").code == 0
