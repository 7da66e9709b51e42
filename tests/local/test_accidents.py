"""What happens to the stores when their users or they themselves are killed, or files vanish."""

import os
import shutil
import signal
import subprocess

import pytest

from ratiba.local import stores
from ratiba.local.paths import Places
from tests.local.support import Holder, ask, data_folder, do, down, postmaster, running


def killed_user(places: Places) -> int:
    """Leave stores running whose only user was killed; returns the pid of Postgres."""
    user = Holder()
    assert "urls" in user.said
    assert user.end(signal.SIGKILL) == -signal.SIGKILL
    return postmaster(places)


def test_the_next_user_takes_over_what_a_killed_one_left(places: Places) -> None:
    pid = killed_user(places)
    lines: list[str] = []
    with stores(lines.append):
        assert lines == []
        assert postmaster(places) == pid
        data = data_folder(places)
    assert not running(data)


def test_down_stops_what_a_killed_one_left(places: Places) -> None:
    killed_user(places)
    data = data_folder(places)
    down()
    assert not running(data)
    down()  # and says nothing when there is nothing to do


def test_an_interrupted_user_stops_both(places: Places) -> None:
    user = Holder()
    assert "urls" in user.said
    data = data_folder(places)
    assert user.end(signal.SIGINT) == 130
    assert not running(data)


def test_killed_servers_are_started_again_with_what_was_committed(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RATIBA_FSYNC")
    with stores() as given:
        do(given.database_url, "drop table if exists kept", "create table kept ()")
        for pid in running(data_folder(places)):
            os.kill(pid, signal.SIGKILL)
        lines: list[str] = []
        with stores(lines.append) as again:
            assert lines == ["starting Postgres", "starting Valkey"]
            assert ask(again.database_url, "select to_regclass('kept')::text") == "kept"


def test_a_killed_postmaster_alone_is_replaced(places: Places) -> None:
    with stores() as given:
        os.kill(postmaster(places), signal.SIGKILL)
        with stores():
            assert ask(given.database_url, "select 1") == 1


@pytest.mark.parametrize("who", ["stranger", "zombie", "nobody"])
def test_a_pid_file_of_another_process_is_no_server(places: Places, who: str) -> None:
    killed_user(places)
    data = data_folder(places)
    for pid in running(data):
        os.kill(pid, signal.SIGKILL)
    with subprocess.Popen(["/bin/true"]) as zombie:
        os.waitid(os.P_PID, zombie.pid, os.WEXITED | os.WNOWAIT)
        pid = {"stranger": os.getpid(), "zombie": zombie.pid, "nobody": 4_194_300}[who]
        socket = places.postgres_socket
        for file in (data / "postmaster.pid", socket.with_name(f"{socket.name}.lock")):
            lines = file.read_text().splitlines()
            file.write_text("\n".join([str(pid), *lines[1:]]) + "\n")
        with stores() as given:
            assert ask(given.database_url, "select 1") == 1


def test_servers_whose_home_was_deleted_are_replaced_and_left_to_their_new_users(
    new_places: Places,
) -> None:
    old = Holder()
    assert "urls" in old.said
    pid = postmaster(new_places)
    shutil.rmtree(data_folder(new_places).parent)
    shutil.rmtree(new_places.home, ignore_errors=True)
    with stores() as given:
        assert postmaster(new_places) != pid
        assert pid not in running(data_folder(new_places))
        assert old.leave() == 0
        assert ask(given.database_url, "select 1") == 1


def test_the_last_user_of_a_deleted_home_stops_the_orphans(new_places: Places) -> None:
    user = Holder()
    assert "urls" in user.said
    data = data_folder(new_places)
    shutil.rmtree(data.parent)
    shutil.rmtree(new_places.home, ignore_errors=True)
    assert user.leave() == 0
    assert not running(data)


def test_servers_whose_sockets_were_deleted_are_replaced(places: Places) -> None:
    killed_user(places)
    data = data_folder(places)
    before = running(data)
    shutil.rmtree(places.run)
    with stores() as given:
        assert ask(given.database_url, "select 1") == 1
        assert not set(before) & set(running(data))


def test_down_finds_servers_whose_sockets_were_deleted(places: Places) -> None:
    killed_user(places)
    data = data_folder(places)
    shutil.rmtree(places.run)
    down()
    assert not running(data)


def test_a_half_made_data_folder_is_made_anew(new_places: Places) -> None:
    with stores():
        data = data_folder(new_places)
    (data / "ready").unlink()
    (data / "global/pg_control").unlink()
    with stores() as given:
        assert ask(given.database_url, "select 1") == 1


def test_data_of_another_major_version_are_set_aside(new_places: Places) -> None:
    with stores():
        data = data_folder(new_places)
    (data / "PG_VERSION").write_text("15\n")
    with stores() as given:
        assert ask(given.database_url, "select 1") == 1
    assert data.with_name("pg.old-15-1").is_dir()
