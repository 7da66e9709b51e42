"""What is typed wrongly is told in words, exits 2, and never shows a traceback."""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ratiba.conftest import Ratiba

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["chat"], "Missing option '--tenant'"),
        (["check", "nowhere.yaml"], "There is no nowhere.yaml. Name a file or a folder."),
        (["worker", "--role", "cook"], "No role 'cook'. There are: turns, sender, jobs."),
        (["reset"], "Say so: ratiba reset --yes"),
        (["tenant", "add"], "Missing argument 'slug'"),
        (["tenant", "delete", 'x"; drop', "--yes"], "is no tenant's slug"),
        (["chat", "-t", "spa", "--script", "nowhere"], "nowhere cannot be read (No such file"),
    ],
)
def test_it_says_what_is_wrong(ratiba: Ratiba, arguments: list[str], says: str) -> None:
    ran = ratiba(*arguments)
    assert ran.code == 2
    assert says in " ".join(ran.err.split())
    assert "Traceback" not in ran.err


def test_a_single_process_needs_an_address(ratiba: Ratiba, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("RATIBA_ENV", "dev")
    ran = ratiba("worker")
    assert ran.code == 2
    assert "DATABASE_URL is not set." in ran.err


def test_production_refuses_to_be_played_with(
    on_database: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RATIBA_ENV", "prod")
    for verb in (["demo"], ["chat", "-t", "spa_pilot"], ["reset", "--yes"]):
        ran = on_database(*verb)
        assert (ran.code, "RATIBA_ENV is not dev" in ran.err) == (2, True), verb


def test_a_database_that_is_down_is_one_line(
    on_database: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    ran = on_database("tenant", "list")
    assert ran.code == 1
    assert ran.err.strip().count("\n") == 0
    assert ran.err.startswith("ratiba: Postgres did not answer")


def test_a_fault_of_ours_keeps_its_trace_in_a_file(
    ratiba: Ratiba, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = home / "ours.py"
    path.write_text(
        "import sys\nimport ratiba.checking.run as run\n"
        "def broken(*_, **__): raise ValueError('two\\nlines')\n"
        "run.run = broken\n"
        "from ratiba.main import app\napp(['check'])\n"
    )
    ran = subprocess.run(
        [sys.executable, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "RATIBA_HOME": str(home / "home")},
    )
    assert ran.returncode == 1
    said = r"ratiba: something of ours failed: ValueError: two lines\. The trace is in \S+\.txt\.\n"
    assert re.fullmatch(said, ran.stderr)
    trace = home / "home" / "trace.txt"
    assert "Traceback" in trace.read_text()
    assert trace.stat().st_mode & 0o077 == 0


def test_help_comes_at_once() -> None:
    """By the processor's time: the machine may be busy with other tests."""
    command = [sys.executable, "-m", "ratiba", "--help"]
    took = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
        assert "Book a haircut" in ran.stdout
    assert min(took) < 0.4


def test_help_imports_no_verb_behind_the_verbs() -> None:
    """What makes it quick: nothing of a verb's work is imported before the verb runs."""
    heavy = "fastapi,psycopg,pydantic,redis,sqlalchemy,structlog,jinja2,transitions"
    code = f"import sys, ratiba.main; print([m for m in '{heavy}'.split(',') if m in sys.modules])"
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert ran.stdout.strip() == "[]"
