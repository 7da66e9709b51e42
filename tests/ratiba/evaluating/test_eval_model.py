"""With a model behind the rules, and only where it is wished for."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from tests.ratiba.conftest import Ratiba
from tests.ratiba.conversing import shops

KEY = "sandbox-key"
SLANG = {"id": "1", "text": "buda, nirembeshe", "map": "book_like"}
"""What the rules leave open and the stand-in knows."""


@pytest.fixture
def standing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The stand-in on a port of its own, and a key for it."""
    command = [sys.executable, "-m", "sandbox.models", "--port", "0", "--key", KEY]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        found = re.search(r"http://[\w.:]+", process.stdout.readline())
        assert found
        monkeypatch.setenv("OPENAI_API_KEY", KEY)
        monkeypatch.setenv("OPENAI_BASE_URL", f"{found[0]}/v1")
        yield
        process.terminate()


@pytest.fixture
def slang(tmp_path: Path) -> str:
    path = tmp_path / "slang.jsonl"
    path.write_text(json.dumps(SLANG), "utf-8")
    return str(path)


@pytest.mark.usefixtures("standing")
def test_a_model_is_asked_where_it_is_wished_for(slang: str, on_database: Ratiba) -> None:
    alone = json.loads(on_database("eval", slang, "--json").out)
    ran = on_database("eval", slang, "--json", "--model")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (alone["right"], told["right"], told["by_rules"]["right"]) == (0, 1, 0)
    assert "model" not in alone
    asked = told["model"]
    assert (asked["calls"], asked["unanswered"], asked["came"]) == (1, 0, {"ok": 1})
    assert asked["moved"] == [["missed", "right", 1]]
    assert asked["tokens_in"] > asked["tokens_out"] > 0
    assert asked["cost_usd"] > 0


TALK = {
    "id": "c1", "business": "mwangaza", "ability": "slang", "difficulty": 1, "now": shops.NOW,
    "given": {"customer": {"phone": shops.PHONE}},
    "turns": [{"user": SLANG["text"], "expect": {"asks": "service"}}],
    "end": {"bookings": [], "payments": [], "handoff": False, "charged_prompts": 0},
}  # fmt: skip


@pytest.mark.usefixtures("standing")
def test_what_a_model_does_in_conversations_is_told_of_the_journal(
    tmp_path: Path, on_database: Ratiba
) -> None:
    (tmp_path / "talks.jsonl").write_text(json.dumps(TALK), "utf-8")
    (tmp_path / "businesses.json").write_text(json.dumps({"mwangaza": shops.business()}), "utf-8")
    ran = on_database("eval", str(tmp_path / "talks.jsonl"), "--model")
    assert ran.code == 0, ran.err
    summed_up = ran.out[ran.out.index("p50 ms") :].splitlines()
    lines = [line.split() for line in summed_up]
    assert lines[1][:3] == ["talks", "1", "1"]
    assert lines[2][:5] == ["by", "rules", "alone", "1", "0"]
    assert lines[5][:3] == ["talks", "1", "0"]
    assert summed_up[-1] == "talks: by the model 1 missed -> right"


def test_a_model_without_a_key(
    slang: str, on_database: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    ran = on_database("eval", slang, "--model")
    assert ran.code == 2
    assert "Set OPENAI_API_KEY or ANTHROPIC_API_KEY." in ran.err
