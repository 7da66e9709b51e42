"""`models/` as data: what is shipped fits together; a fault is told at its line."""

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from engine.assembly.library import ROOT
from engine.assembly.models.playing import cast
from engine.assembly.models.reading import read_models
from engine.clock import SystemClock
from engine.document.problem import Problems
from engine.errors import ConfigError
from engine.llm.config import ROLES, Models
from engine.settings import Settings


def settings(**given: object) -> Settings:
    return Settings(_env_file=None, ratiba_env="dev", **given)  # type: ignore[arg-type]


def test_what_is_shipped_plays_every_role_within_its_time() -> None:
    found = read_models(ROOT)
    assert isinstance(found, Models), found
    assert set(found.roles) == set(ROLES)
    classifier = found.roles["intent_classifier"]
    assert classifier.total_s < 10, "the conversation goes on within 10 s"
    assert classifier.prompt is not None
    assert {one.provider for one in classifier.choices} == {"openai", "anthropic"}


ROLES_TEXT = (ROOT / "models" / "roles.yaml").read_text("utf-8")
CASES = (
    ("roles.yaml", ("tries: 2", "tries: many"), "roles.intent_classifier.tries"),
    ("roles.yaml", ("  vision:", "  visoin:"), "Write 'vision'"),
    ("roles.yaml", ("openai/gpt-6-luna", "openai/gpt-6-lnua"), "Write 'openai/gpt-6-luna'"),
    ("roles.yaml", ("openai/", "opnai/"), "a provider and its model"),
    ("roles.yaml", ("intent_classifier/3", "intent_classifier/7"), "intent_classifier/7.yaml"),
    ("roles.yaml", ("thinks: none", "thinks: noen"), "Write 'none'"),
    ("prices.yaml", ("output: 0.50", "output: free"), "prices.openai/gpt-6-luna.output"),
    ("prompts/intent_classifier/3.yaml", ("| json }}", "| jsn }}"), "is no template"),
    ("prompts/intent_classifier/3.yaml", ("{% endfor %}", ""), "is no template"),
)


@pytest.mark.parametrize(("file", "change", "told"), CASES)
def test_a_fault_is_told_at_its_line(
    tmp_path: Path, file: str, change: tuple[str, str], told: str
) -> None:
    text = (ROOT / "models" / file).read_text("utf-8")
    assert change[0] in text
    mine = tmp_path / file
    mine.parent.mkdir(parents=True, exist_ok=True)
    mine.write_text(text.replace(*change), "utf-8")
    found = read_models(ROOT, tmp_path)
    assert isinstance(found, Problems)
    assert told in str(found)
    assert f"{mine.as_posix()}:" in str(found) or "cannot be opened" in str(found)


def test_a_file_of_ones_own_stands_for_the_shipped_one(tmp_path: Path) -> None:
    mine = ROLES_TEXT.replace("total_s: 6", "total_s: 5", 1)
    (tmp_path / "roles.yaml").write_text(mine, "utf-8")
    found = read_models(ROOT, tmp_path)
    assert isinstance(found, Models)
    assert found.roles["intent_classifier"].total_s == 5


async def test_without_keys_nobody_is_asked_and_nothing_read(tmp_path: Path) -> None:
    broken = tmp_path / "roles.yaml"
    broken.write_text("ratiba: 7", "utf-8")
    async with cast(settings(ratiba_models=tmp_path), SystemClock()) as players:
        assert players.classifier is None
    with pytest.raises(ConfigError) as caught:
        async with cast(
            settings(ratiba_models=tmp_path, openai_api_key=SecretStr("canary")), SystemClock()
        ):
            pass
    assert caught.value.code == "models.invalid"
    assert "canary" not in str(caught.value)


async def test_with_a_key_the_classifier_is_played() -> None:
    given = settings(openai_api_key=SecretStr("k"), openai_base_url="http://127.0.0.1:9/v1")
    async with cast(given, SystemClock()) as players:
        assert players.classifier is not None


def test_without_keys_no_sdk_is_imported() -> None:
    code = (
        "import sys, ratiba.wiring, engine.assembly.engine, engine.assembly.models.playing\n"
        "print([m for m in ('openai', 'anthropic', 'stamina') if m in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"
