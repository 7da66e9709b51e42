"""What one's own machine is given, and what a real database is not."""

from pathlib import Path

import pytest

from tests.ratiba.conftest import Ratiba


@pytest.fixture
def bare(
    ratiba: Ratiba, fresh_database_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> Ratiba:
    """The addresses of both stores, and nothing else."""
    monkeypatch.setenv("DATABASE_URL", fresh_database_url)
    monkeypatch.setenv("REDIS_URL", redis_url)
    for name in ("RATIBA_ENV", "RATIBA_SECRET_KEY"):
        monkeypatch.delenv(name, raising=False)
    return ratiba


def test_a_key_is_made_once_and_kept_from_others(bare: Ratiba, home: Path) -> None:
    first = bare("reset", "--yes")
    assert first.code == 0, first.err
    path = home / "home" / "secret-key"
    key = path.read_text()
    assert (len(key) >= 32, path.stat().st_mode & 0o777) == (True, 0o600)
    second = bare("reset", "--yes")
    assert path.read_text() == key
    assert all(key not in text for ran in (first, second) for text in (ran.out, ran.err))


def test_an_empty_key_is_refused(bare: Ratiba, home: Path) -> None:
    (home / "home").mkdir()
    (home / "home" / "secret-key").touch()
    ran = bare("reset", "--yes")
    assert (ran.code, "is empty. Remove it; a new key is made." in ran.err) == (2, True)


def test_somebodys_database_wants_its_own_key(bare: Ratiba, home: Path) -> None:
    ran = bare("tenant", "list")
    assert ran.code == 2
    assert "RATIBA_SECRET_KEY and WHATSAPP_APP_SECRET must be set" in ran.err
    assert not (home / "home").exists()


def test_a_dotenv_is_read(bare: Ratiba, home: Path) -> None:
    (home / ".env").write_text("RATIBA_ENV=dev\nRATIBA_SECRET_KEY=words of somebody's own\n")
    assert bare("tenant", "list").code == 0
    assert not (home / "home" / "secret-key").exists()
    (home / ".env").write_text("RATIBA_ENV=prod\n")
    assert bare("reset", "--yes").code == 2
