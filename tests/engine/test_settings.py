from pathlib import Path

import pytest

from engine.errors import ConfigError
from engine.settings import Settings, load_settings

KEYS = {"RATIBA_SECRET_KEY": "k" * 32, "WHATSAPP_APP_SECRET": "s3cr3t-canary"}
CASES: tuple[tuple[dict[str, str], str], ...] = (
    ({}, "RATIBA_SECRET_KEY and WHATSAPP_APP_SECRET must be set outside RATIBA_ENV=dev"),
    ({"RATIBA_SECRET_KEY": "k" * 32}, "not usable: WHATSAPP_APP_SECRET must be set"),
    ({"WHATSAPP_APP_SECRET": "", **{"RATIBA_SECRET_KEY": "k"}}, "WHATSAPP_APP_SECRET must be set"),
    ({**KEYS, "RATIBA_ENV": "production"}, "RATIBA_ENV: Input should be 'dev' or 'prod'"),
    ({**KEYS, "RATIBA_TURNS": "many"}, "RATIBA_TURNS: Input should be a valid integer"),
    ({**KEYS, "RATIBA_TURNS": "0"}, "RATIBA_TURNS: Input should be greater than or equal to 1"),
    ({**KEYS, "RATIBA_CLOCK_OFFSET_FILE": "/tmp/x"}, "works in RATIBA_ENV=dev only"),  # noqa: S108
)


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def given(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)


@pytest.mark.parametrize(("variables", "message"), CASES)
def test_an_unusable_environment_is_refused_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], message: str
) -> None:
    given(monkeypatch, variables)
    with pytest.raises(ConfigError) as caught:
        load_settings()
    assert message in str(caught.value)
    assert "canary" not in str(caught.value)
    assert caught.value.code == "settings.invalid"


def test_on_ones_own_machine_nothing_need_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, {"RATIBA_ENV": "dev"})
    settings = load_settings()
    assert settings.dev
    assert (settings.redis_url, settings.ratiba_prepare_threshold) == (None, 5)
    assert settings.whatsapp_api_base == "https://graph.facebook.com"


def test_the_environment_is_read_and_a_secret_is_never_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = "postgresql:///ratiba"
    given(monkeypatch, {**KEYS, "DATABASE_URL": url, "RATIBA_PREPARE_THRESHOLD": "off"})
    settings = load_settings()
    assert settings.database_url == url
    assert settings.ratiba_prepare_threshold is None
    assert not settings.dev
    assert "canary" not in repr(settings)


def test_a_file_beside_the_process_fills_what_the_environment_leaves_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("RATIBA_ENV=dev\nREDIS_URL=redis://one\nUNKNOWN=x\n")
    given(monkeypatch, {"REDIS_URL": "redis://two"})
    assert (load_settings().dev, load_settings().redis_url) == (True, "redis://two")
