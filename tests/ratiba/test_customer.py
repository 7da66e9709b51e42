"""`customer`: what is kept of somebody is given out, then forgotten, and shown to be gone."""

import json
from pathlib import Path

from tests.ratiba.conftest import Ratiba

WHO = ("--tenant", "my_spa", "--phone", "0712 345 678")


def wrote(ratiba: Ratiba, home: Path, *lines: str) -> None:
    script = home / "words.txt"
    script.write_text("\n".join(lines), "utf-8")
    who = ("--tenant", "my_spa", "--from", "0712345678", "--script", str(script))
    ran = ratiba("chat", *who, "--now", "2026-06-01T09:30", "--json")
    assert ran.code == 0, ran.err


def test_a_customer_is_given_out_and_forgotten(on_database: Ratiba, home: Path) -> None:
    ratiba = on_database
    assert ratiba("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    wrote(ratiba, home, "what do you have?", "a haircut")
    out = home / "kept.json"
    ran = ratiba("customer", "export", *WHO, "--out", str(out))
    assert (ran.code, str(out) in ran.out) == (0, True)
    kept = json.loads(out.read_text("utf-8"))
    assert (kept["phone"], out.stat().st_mode & 0o077) == ("+254712345678", 0)
    assert len(kept["messages_in"]) == 2
    assert json.loads(ratiba("customer", "export", *WHO).out)["journal"] == kept["journal"]

    ran = ratiba("customer", "erase", *WHO)
    assert (ran.code, "Add --yes" in ran.err) == (2, True)
    ran = ratiba("customer", "erase", *WHO, "--yes")
    assert (ran.code, "nothing is left" in ran.out) == (0, True), ran.err
    ran = ratiba("customer", "export", *WHO)
    assert (ran.code, "keeps nothing of +254712345678" in ran.err) == (2, True)
    told = json.loads(ratiba("customer", "erase", *WHO, "--yes", "--json").out)
    assert (told["left"], told["deleted"], told["redis"]) == ([], {}, "dropped")


def test_what_is_left_is_said_and_is_a_finding(on_database: Ratiba) -> None:
    ratiba = on_database
    assert ratiba("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    assert ratiba("tenant", "set", "my_spa", "admin_whatsapp=0712345678").code == 0
    ran = ratiba("customer", "erase", *WHO, "--yes")
    assert ran.code == 1
    assert "business_settings.value: the phone is in 1 rows" in ran.err
    (left,) = json.loads(ratiba("customer", "erase", *WHO, "--yes", "--json").out)["left"]
    assert left == {"column": "business_settings.value", "rows": 1, "what": "phone"}
