"""Fixtures that count rows, on Postgres, in databases that nobody finds afterwards."""

from dataclasses import replace

import psycopg
import pytest

from engine.assembly.library import ROOT
from engine.rehearsal.fixtures.fixture import Fixture
from ratiba.local import Stores
from ratiba.testing.found import find
from ratiba.testing.house import play_rows
from ratiba.testing.throwaway import PREFIX, throwaway

FILE = ROOT / "flows" / "fixtures" / "rows.yaml"
LEFT = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"


@pytest.fixture(autouse=True)
def here(given_stores: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    """The stores of this run."""
    monkeypatch.setenv("DATABASE_URL", given_stores.database_url)
    monkeypatch.setenv("RATIBA_ENV", "dev")


def fixtures() -> list[Fixture]:
    return [case.fixture for case in find((FILE,)).cases]


def test_the_shipped_ones_hold() -> None:
    played = play_rows(fixtures(), quiet=True)
    assert len(played) >= 8
    assert {one.fixture.locale for one in played} == {"en", "sw"}
    assert not [(one.fixture.name, one.faults) for one in played if one.faults]


def test_another_number_and_no_such_table_are_told() -> None:
    plain = next(one for one in fixtures() if one.name == "rows_abandoned")
    wrong = replace(plain.end, rows={"appointments": {"confirmed": 2}, "apointments": {"": 1}})
    (played,) = play_rows([replace(plain, end=wrong)], quiet=True)
    assert [(fault.key, fault.came.partition(";")[0]) for fault in played.faults] == [
        ("end.rows.appointments.confirmed", "0"),
        ("end.rows.apointments", "no table has this name"),
    ]


def test_what_a_killed_command_left_is_dropped(given_stores: Stores) -> None:
    # Other tests of this run play rows at the same time: theirs are on the server too.
    url, dead = given_stores.database_url, f"{PREFIX}dead"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {dead}")
        with throwaway(url) as own:
            during = {name for (name,) in server.execute(LEFT, [PREFIX])}
            with psycopg.connect(own) as session:
                (mine,) = session.execute("SELECT current_database()").fetchone() or ("",)
                assert session.execute("SELECT count(*) FROM public.tenants").fetchone() == (0,)
        after = {name for (name,) in server.execute(LEFT, [PREFIX])}
    assert mine in during
    assert dead not in during
    assert mine not in after
