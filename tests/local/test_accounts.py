"""Root, ordinary users and both in one clone: nothing runs as root, no folder is opened."""

import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from ratiba.local import stores
from ratiba.local.paths import Places, find_places
from tests.local.support import (
    PYTHONPATH,
    ROOT,
    Holder,
    as_root,
    ask,
    data_folder,
    down,
    folder,
    postmaster,
    running,
)

pytestmark = pytest.mark.skipif(not as_root(), reason="only root can be several users")
NAMELESS = 4242
USER = pwd.getpwnam("daemon").pw_uid if as_root() else 0


@pytest.fixture(scope="module")
def python() -> str:
    """An interpreter that an ordinary user can run: that of the .venv may be in root's home."""
    same_version = f"/usr/bin/python3.{sys.version_info.minor}"
    for path in (sys.executable, same_version):
        try:
            found = subprocess.run(
                [path, "-c", "import ratiba.local.embedded, tests.local"],
                cwd=ROOT,
                env={"PYTHONPATH": PYTHONPATH},
                user=USER,
                capture_output=True,
                check=False,
            )
        except OSError:
            continue
        if found.returncode == 0:
            return path
    pytest.skip("an ordinary user can read neither this clone nor a python")


@pytest.fixture
def users_home(new_places: Places, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The home of stores in a folder that belongs to an ordinary user."""
    with folder() as path:
        os.chown(path, USER, USER)
        monkeypatch.setenv("RATIBA_HOME", str(path / "home"))
        yield path / "home"
        down()


def test_root_lets_another_account_run_both(places: Places) -> None:
    with stores():
        accounts = {psutil.Process(pid).uids().real for pid in running(data_folder(places))}
        assert accounts == {pwd.getpwnam("nobody").pw_uid}


def test_a_closed_folder_stays_closed(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    with folder(mode=0o700) as path:
        monkeypatch.setenv("RATIBA_HOME", str(path / "home"))
        closed = find_places()
        try:
            with stores() as given:
                assert ask(given.database_url, "select 1") == 1
                assert data_folder(closed).parent == closed.neutral
            assert path.stat().st_mode & 0o777 == 0o700
        finally:
            down("purge")
        assert not closed.neutral.exists()


def test_a_user_and_root_share_the_users_stores(python: str, users_home: Path) -> None:
    user = Holder(python=python, user=USER)
    assert "urls" in user.said
    pid = postmaster(find_places())
    with stores() as given:
        assert postmaster(find_places()) == pid
        assert user.leave() == 0
        assert ask(given.database_url, "select 1") == 1
    assert owners(users_home) == {USER}


def test_root_first_then_the_user(python: str, users_home: Path) -> None:
    with stores():
        user = Holder(python=python, user=USER)
        assert "urls" in user.said
    assert user.leave() == 0
    assert owners(users_home) == {USER}
    again = Holder(python=python, user=USER)
    assert again.said["lines"] == ["starting Postgres", "starting Valkey"]
    assert again.leave() == 0


def test_a_user_cannot_use_roots_home(python: str, users_home: Path, places: Places) -> None:
    users_home.mkdir()
    user = Holder(python=python, user=USER)
    assert user.said["error"] == "local.home_not_ours"
    assert "uid 0" in user.said["said"]
    user.leave()


def test_an_account_without_a_name(
    python: str, users_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.chown(users_home.parent, NAMELESS, NAMELESS)
    user = Holder(python=python, user=NAMELESS)
    assert user.said["error"] == "local.no_account"
    user.leave()
    monkeypatch.setenv("DATABASE_URL", "postgresql://elsewhere/ratiba")
    user = Holder(python=python, user=NAMELESS)
    assert user.said["lines"] == ["starting Valkey"]
    assert user.leave() == 0


def owners(path: Path) -> set[int]:
    """The uids that own anything in a folder."""
    return {file.lstat().st_uid for file in (path, *path.rglob("*"))}
