"""Fixtures of a business of its own: played in it, drafts laid on, and in the way of a publish."""

import re
from pathlib import Path

import pytest

from tests.ratiba.conftest import Ratiba

PATIENT = "ratiba: 1\noverlay: hasty\nflow: booking\nsettings: {give_up_after: 20m}\n"
FIXTURE = """
ratiba: 1
fixture: still_there
tenant: my_spa
flow: booking
now: 2026-05-31T10:00
turns:
  - says: haircut with Anna tomorrow 3pm
    expect: {state: confirm}
  - wait: 21m
    expect: {state: confirm}
"""
T = ("--tenant", "my_spa")


def test_a_draft_is_rehearsed_and_a_failing_fixture_keeps_it_from_customers(
    on_database: Ratiba, proofs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    Path("hasty.yaml").write_text(PATIENT, "utf-8")
    Path("fixtures").mkdir()
    fixture = Path("fixtures", "still_there.yaml")
    fixture.write_text(FIXTURE, "utf-8")
    assert on_database("test", str(fixture)).code == 0
    refused = on_database("flow", "publish", *T, "hasty.yaml")
    assert refused.code == 1
    assert "still_there: state should be confirm, and is abandoned" in refused.out
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    refused = on_database("flow", "publish", *T, "../hasty.yaml")
    (watch,) = re.findall(r"see `ratiba (test [^`]+)`", refused.out)
    assert on_database("flow", "draft", *T, "../hasty.yaml").code == 0
    assert on_database(*watch.split()).code == 1
    monkeypatch.chdir("..")
    rehearsed = on_database("test", *T, "fixtures")
    assert rehearsed.code == 1
    assert "expected confirm" in " ".join(rehearsed.out.split())
    fixture.write_text(FIXTURE.replace("21m", "19m"), "utf-8")
    assert on_database("test", *T, "fixtures").code == 0
    assert on_database("flow", "publish", *T, "hasty.yaml").code == 0
