"""`tenant`: add, set, settings, list, delete."""

import json
from pathlib import Path

import psycopg
import pytest

from tests.ratiba.conftest import Ratiba
from tools.tenants.options import KEYS


@pytest.fixture
def with_spa(on_database: Ratiba) -> Ratiba:
    ran = on_database("tenant", "add", "my_spa", "--vertical", "spa", "--set", "name=My Spa")
    assert (ran.code, ran.err.count("\n")) == (0, 1), ran.err
    assert ran.out == "Added My Spa. Talk to it: ratiba chat --tenant my_spa\n"
    return on_database


def test_what_was_added_is_listed(with_spa: Ratiba) -> None:
    (row,) = json.loads(with_spa("tenant", "list", "--json").out)
    assert row == {
        "slug": "my_spa",
        "name": "My Spa",
        "vertical": "spa",
        "locale": "en",
        "zone": "Africa/Nairobi",
        "mpesa": "off",
        "whatsapp_number_id": None,
    }
    assert "my_spa" in with_spa("tenant", "list").out


def test_no_business_yet_says_how_to_begin(on_database: Ratiba) -> None:
    assert "ratiba tenant add" in on_database("tenant", "list").out


def test_a_second_one_of_the_same_name_is_refused(with_spa: Ratiba) -> None:
    ran = with_spa("tenant", "add", "my_spa", "--vertical", "spa")
    assert ran.code == 2
    assert "There is a tenant 'my_spa' already." in ran.err


def test_an_unknown_vertical_is_refused(on_database: Ratiba) -> None:
    ran = on_database("tenant", "add", "my_spa", "--vertical", "sp")
    assert (ran.code, "No vertical 'sp'." in ran.err) == (2, True)
    assert json.loads(on_database("tenant", "list", "--json").out) == []


def test_set_changes_what_is_named_and_leaves_the_rest(with_spa: Ratiba) -> None:
    given = ["whatsapp_number_id=42", "locale=sw", "whatsapp_token=first", "notice_minutes=30"]
    assert with_spa("tenant", "set", "my_spa", *given).code == 0
    assert with_spa("tenant", "set", "my_spa", "mpesa_passkey=second").code == 0
    (row,) = json.loads(with_spa("tenant", "list", "--json").out)
    assert (row["name"], row["locale"], row["whatsapp_number_id"]) == ("My Spa", "sw", "42")
    found = {row["what"]: row for row in json.loads(with_spa("preflight", "--json").out)}
    assert found["my_spa: WhatsApp token"]["level"] == "ok"


def test_in_a_narrow_terminal_a_slug_stays_whole(
    with_spa: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    slug = "glow_and_shine_of_westlands"
    with_spa("tenant", "add", slug, "--vertical", "spa", "--whatsapp-number-id", "1" * 15)
    listed = with_spa("tenant", "list").out
    assert slug in listed
    assert "…" not in listed
    assert max(map(len, listed.splitlines())) <= 80


def test_who_sets_the_feedback_dial_is_not_told_to_set_it(with_spa: Ratiba) -> None:
    assert "dials.feedback=1" in with_spa("feedback", "--tenant", "my_spa").out
    assert with_spa("tenant", "set", "my_spa", "dials.feedback=1").code == 0
    told = with_spa("feedback", "--tenant", "my_spa").out
    assert told.startswith("Nobody has answered yet")
    assert "dials" not in told


def test_set_refuses_what_it_does_not_know(with_spa: Ratiba) -> None:
    ran = with_spa("tenant", "set", "my_spa", "nam=x")
    assert (ran.code, "No setting 'nam'. Write 'name'." in ran.err) == (2, True)
    assert with_spa("tenant", "set", "nobody", "name=x").code == 2
    with_spa("tenant", "add", "other", "--vertical", "spa", "--whatsapp-number-id", "7")
    ran = with_spa("tenant", "set", "my_spa", "whatsapp_number_id=7")
    assert (ran.code, "Another tenant has the WhatsApp number id 7." in ran.err) == (2, True)


def test_set_refuses_a_dial_that_nothing_reads_or_that_stands_nowhere(with_spa: Ratiba) -> None:
    ran = with_spa("tenant", "set", "my_spa", "dials.warmht=0.5")
    assert (ran.code, "No dial 'warmht'. Write 'warmth'." in ran.err) == (2, True)
    ran = with_spa("tenant", "set", "my_spa", "dials.warmth=6")
    assert (ran.code, "dials.warmth=6: write a number from 0 to 1." in ran.err) == (2, True)
    assert with_spa("tenant", "set", "my_spa", "dials.warmth=0.5", "dials.feedback=1").code == 0
    ran = with_spa("tenant", "add", "other", "--vertical", "spa", "--set", "dials.warmht=0.5")
    assert (ran.code, "No dial 'warmht'. Write 'warmth'." in ran.err) == (2, True)


def test_a_dial_that_the_business_s_own_overlay_reads_is_one(with_spa: Ratiba, home: Path) -> None:
    overlay = "ratiba: 1\noverlay: own\nflow: booking\nrules: {is_loud: dials.volume > 0.5}\n"
    file = home / "own.yaml"
    file.write_text(overlay, "utf-8")
    assert with_spa("tenant", "set", "my_spa", "dials.volume=1").code == 2
    assert with_spa("flow", "draft", "-t", "my_spa", str(file)).code == 0
    assert with_spa("tenant", "set", "my_spa", "dials.volume=1").code == 0


def test_mpesa_without_what_it_takes_is_warned_of_where_it_is_turned_on(with_spa: Ratiba) -> None:
    ran = with_spa("tenant", "set", "my_spa", "mpesa_enabled=true", "mpesa_shortcode=174379")
    assert ran.code == 0
    assert "M-Pesa is on, and no customer can pay: mpesa_passkey, mpesa_consumer_key" in ran.err
    remedy = ran.err.partition("then: ratiba ")[2].split()
    given = [f"{word}made-up" if word.endswith("=...") else word for word in remedy]
    assert with_spa(*(word.replace("...", "") for word in given)).err == ""
    assert json.loads(with_spa("tenant", "set", "my_spa", "name=X", "--json").out)["warnings"] == []
    assert with_spa("tenant", "set", "my_spa", "mpesa_enabled=false").err == ""


def test_a_business_that_is_added_with_a_shortcode_alone_is_told_what_it_lacks(
    on_database: Ratiba,
) -> None:
    add = ["tenant", "add", "till", "--vertical", "spa", "--mpesa-shortcode", "174379", "--json"]
    (warning,) = json.loads(on_database(*add).out)["warnings"]
    assert "mpesa_passkey, mpesa_consumer_key, mpesa_consumer_secret are not given" in warning
    assert "ratiba tenant set till mpesa_passkey=..." in warning


def test_every_setting_is_shown_with_where_its_value_comes_from(with_spa: Ratiba) -> None:
    given = ["dials.warmth=0.9", "cancel_notice_hours=1", "mpesa_passkey=hush", "horizon_days=60"]
    with_spa("tenant", "set", "my_spa", *given)
    rows = json.loads(with_spa("tenant", "settings", "my_spa", "--json").out)
    stands = {row["setting"]: (row["value"], row["from"]) for row in rows}
    assert stands["name"] == ("My Spa", "tenant")
    assert stands["dials.warmth"] == (0.9, "tenant")
    assert stands["dials.emoji"] == (0.2, "vertical")
    assert stands["dials.feedback"] == (0, "default")
    assert stands["cancel_notice_hours"] == (1, "tenant")
    assert stands["horizon_days"] == (60, "vertical")
    assert stands["notice_minutes"] == (0, "default")
    assert stands["map_link"] == (None, "default")
    assert stands["mpesa_passkey"] == ("kept", "tenant")
    assert all(row["is"] for row in rows)
    assert {*KEYS, "whatsapp_number_id"} <= set(stands)


def test_the_settings_fit_a_narrow_terminal_and_tell_no_secret(
    with_spa: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with_spa("tenant", "set", "my_spa", "whatsapp_token=hush", f"address={'Moi Avenue, ' * 9}")
    told = with_spa("tenant", "settings", "my_spa").out
    assert max(map(len, told.splitlines())) <= 80
    assert "hush" not in told
    assert "dials.cross_sell_aggressiveness" in told
    one = with_spa("tenant", "settings", "my_spa", "locale").out
    assert ("en or sw" in one, "dials" in one) == (True, False)
    ran = with_spa("tenant", "settings", "my_spa", "local")
    assert (ran.code, "No setting 'local'. Write 'locale'." in ran.err) == (2, True)


def test_without_a_business_what_can_be_set_of_any_is_listed(
    ratiba: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    ran = ratiba("tenant", "settings")
    assert ran.code == 0, ran.err
    assert max(map(len, ran.out.splitlines())) <= 80
    for told in ("act_from", "0.7 to", "interval_minutes", "dials.emoji", "tenant settings SLUG"):
        assert told in ran.out
    rows = {row["setting"]: row for row in json.loads(ratiba("tenant", "settings", "--json").out)}
    assert rows["clarifications"]["value"] == 3
    assert rows["clarifications"]["allowed"] == "a whole number from 1 to 6"
    ran = ratiba("tenant", "settings", "act_from")
    assert (ran.code, "tenant settings SLUG act_from" in ran.err) == (2, True)


def test_delete_asks_unless_told(with_spa: Ratiba, fresh_database_url: str) -> None:
    ran = with_spa("tenant", "delete", "my_spa")
    assert (ran.code, "Add --yes" in ran.err) == (2, True)
    assert with_spa("tenant", "delete", "my_spa", "--yes").code == 0
    with psycopg.connect(fresh_database_url) as session:
        query = "select count(*) from pg_namespace where nspname like '%my_spa'"
        assert session.execute(query).fetchone() == (0,)
    assert with_spa("tenant", "delete", "my_spa", "--yes").code == 2


def test_reset_leaves_an_empty_database_at_the_newest_schema(with_spa: Ratiba) -> None:
    assert with_spa("reset", "--yes").out == "Dropped 1 businesses; the database is as new.\n"
    assert json.loads(with_spa("tenant", "list", "--json").out) == []
    assert json.loads(with_spa("migrate", "--json").out)["migrated"] is False
