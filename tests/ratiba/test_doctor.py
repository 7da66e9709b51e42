"""`doctor` and `preflight`: each row names how it is and what to paste."""

import json
from pathlib import Path

import psycopg
import pytest

from tests.ratiba.conftest import Ran, Ratiba


def rows(ran: Ran) -> dict[str, dict[str, str]]:
    return {row["what"]: row for row in json.loads(ran.out)}


def test_a_business_that_lacks_everything(on_database: Ratiba, fresh_database_url: str) -> None:
    on_database("tenant", "add", "my_spa", "--vertical", "spa", "--mpesa-shortcode", "600000")
    with psycopg.connect(fresh_database_url) as session:
        session.execute("delete from tenant_my_spa.staff_schedules where staff_id = 'anna'")
        session.execute("delete from tenant_my_spa.staff_services where service_id = 'haircut'")
    ran = on_database("preflight", "--json")
    found = rows(ran)
    assert ran.code == 1
    assert found["my_spa: WhatsApp number id"]["fix"] == (
        "ratiba tenant set my_spa whatsapp_number_id=..."
    )
    assert found["my_spa: staff"]["found"] == "no schedule: Anna"
    assert found["my_spa: services"]["found"] == "nobody offers Haircut"
    assert found["my_spa: M-Pesa"]["found"].startswith("lacks mpesa_passkey, ")
    assert found["my_spa: M-Pesa"]["level"] == "fail"
    with psycopg.connect(fresh_database_url) as session:
        session.execute(found["my_spa: staff"]["fix"].encode())
    assert rows(on_database("preflight", "--json"))["my_spa: staff"]["level"] == "ok"


def test_no_business_says_how_to_add_one(on_database: Ratiba) -> None:
    ran = on_database("doctor")
    assert ran.code == 1
    assert "      ratiba tenant add spa_pilot --vertical spa\n" in ran.out


def test_old_troubles_are_found(on_database: Ratiba, fresh_database_url: str) -> None:
    on_database("tenant", "add", "my_spa", "--vertical", "spa")
    with psycopg.connect(fresh_database_url) as session:
        session.execute(
            "insert into tenant_my_spa.inbox (provider_id, customer_id, kind, body, received_at, "
            "state) values ('a', 'c', 'message', '{}', '2026-01-01', 'parked'), "
            "('b', 'd', 'message', '{}', '2026-01-01', 'new')"
        )
        session.execute(
            "insert into public.payment_callbacks_unrouted (received_at, provider, reason, body) "
            "values ('2026-01-01', 'daraja', 'unknown token', '{}')"
        )
    found = rows(on_database("doctor", "--json"))
    assert found["my_spa: messages given up"]["found"] == "1"
    assert found["my_spa: messages that no worker takes"]["fix"] == "ratiba worker"
    assert found["payment callbacks"]["level"] == "warn"
    assert "my_spa: messages given up" not in rows(on_database("preflight", "--json"))


def test_credentials_under_another_key_are_told(
    on_database: Ratiba, monkeypatch: "object", fresh_database_url: str
) -> None:
    on_database("tenant", "add", "my_spa", "--vertical", "spa", "--set", "whatsapp_token=t")
    with psycopg.connect(fresh_database_url) as session:
        session.execute("update public.tenants set credentials = 'gAAAAABnothing'")
    found = rows(on_database("preflight", "--json"))["my_spa: credentials"]
    assert (found["level"], "RATIBA_SECRET_KEY" in found["fix"]) == ("fail", True)


def test_who_classifies_is_told_and_a_fault_of_it(
    on_database: Ratiba, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert rows(on_database("doctor", "--json"))["models"]["found"].startswith("no key")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "canary")
    ran = on_database("doctor", "--json")
    assert rows(ran)["models"]["found"].startswith("anthropic/claude-haiku-5-5; intent_classifier/")
    monkeypatch.setenv("RATIBA_MODELS", str(tmp_path))
    (tmp_path / "roles.yaml").write_text("ratiba: 1\nroels: {}\n", "utf-8")
    ran = on_database("doctor", "--json")
    assert rows(ran)["models"]["level"] == "fail"
    assert "Write 'roles'" in rows(ran)["models"]["fix"]
    assert "canary" not in ran.out + ran.err
