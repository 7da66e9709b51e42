"""The databases of a test run: a killed run leaves nothing to the next but time to sweep."""

import signal
import subprocess
import sys

from tests.local.support import ROOT
from tests.stores import Suite, copied_database, open_suite, with_database, with_redis_database

HOLD = """
import sys
from tests.stores import copied_database, open_suite
with open_suite(sys.argv[1], "dead0000") as suite, copied_database(suite, "gw0"):
    print("up", flush=True)
    sys.stdin.read()
"""


def databases(suite: Suite) -> set[str]:
    return {name for (name,) in suite.server.execute("select datname from pg_database")}


def test_what_a_killed_run_left_is_dropped_by_the_next(suite: Suite) -> None:
    command = [sys.executable, "-c", HOLD, suite.server_url]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline() == b"up\n"
        theirs = {"t_dead0000_template", "t_dead0000_gw0"}
        assert theirs < databases(suite)
        with open_suite(suite.server_url, "beef0000"):
            assert theirs < databases(suite)  # they are alive
        killed.send_signal(signal.SIGKILL)
    with open_suite(suite.server_url, "beef0001"):
        assert not theirs & databases(suite)
        assert suite.template in databases(suite)
    assert "t_beef0001_template" not in databases(suite)


def test_copies_of_one_template_are_apart(suite: Suite) -> None:
    with copied_database(suite, "one") as one, copied_database(suite, "two") as two:
        assert one != two
    assert f"{suite.name}_one" not in databases(suite)


def test_urls() -> None:
    embedded = "postgresql://postgres@/ratiba?host=/tmp/ratiba-x&port=5432"
    assert with_database(embedded, "t") == "postgresql://postgres@/t?host=/tmp/ratiba-x&port=5432"
    assert with_database("postgresql://a:b@host:1/x", "t") == "postgresql://a:b@host:1/t"
    assert with_database("postgresql://host", "t") == "postgresql://host/t"
    assert with_redis_database("unix:///tmp/v.sock?db=0", 7) == "unix:///tmp/v.sock?db=7"
    assert with_redis_database("redis://host:6379/0", 7) == "redis://host:6379/0?db=7"
