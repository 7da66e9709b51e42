"""The command, run in this process on a database of the test's own."""

import gc
import io
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from engine.assembly.library import ROOT
from ratiba.main import app
from ratiba.terminal.out import console


@dataclass(frozen=True)
class Ran:
    """What a verb came to."""

    code: int
    out: str
    err: str


Ratiba = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own, and no `.env` nearby."""
    monkeypatch.setenv("RATIBA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    for name in [name for name in os.environ if name.startswith(("RATIBA_ENV", "WHATSAPP_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ratiba(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Ratiba]:
    """Run a verb: `ratiba("tenant", "list", stdin="")`."""

    def run(*arguments: str, stdin: str = "") -> Ran:
        console.cache_clear()
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as end:
            app(arguments)
        gc.enable()
        out, err = capsys.readouterr()
        return Ran(int(end.value.code or 0), out, err)

    hook = sys.excepthook
    yield run
    sys.excepthook = hook
    console.cache_clear()


@pytest.fixture
def on_database(
    fresh_database_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch, ratiba: Ratiba
) -> Ratiba:
    """Run a verb on a migrated database without any business."""
    monkeypatch.setenv("DATABASE_URL", fresh_database_url)
    monkeypatch.setenv("REDIS_URL", redis_url)
    monkeypatch.setenv("RATIBA_ENV", "dev")
    monkeypatch.setenv("RATIBA_SECRET_KEY", "a key of this test alone")
    return ratiba


@pytest.fixture
def proofs(home: Path) -> Path:
    """The proofs that this machine has kept: what was proved once is not proved by every test."""
    kept = ROOT / ".ratiba" / "proofs"
    kept.mkdir(parents=True, exist_ok=True)
    (home / "home").mkdir(exist_ok=True)
    (home / "home" / "proofs").symlink_to(kept)
    return kept
