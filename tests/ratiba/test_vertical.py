"""A kind of business made by `vertical new` and edited as data alone is booked in two languages."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from engine.assembly.library import ROOT
from engine.errors import InputError
from ratiba.scaffolding.making import Wanted, make
from tests.ratiba.conftest import Ratiba

PACKAGES = (
    "engine", "ratiba", "tools", "channels", "sandbox", "migrations", "flows", "prompts",
    "verticals",
)  # fmt: skip
NOW = "2026-06-01T09:00"
"""A Monday."""
OWN_STEP = """
ratiba: 1
overlay: own_step
flow: booking
add:
  collect_colour: {after: collect_service, ask: colour, type: choice, choices: [red, white]}
phrases:
  collect_colour: {en: "Which colour shall the flowers be?", sw: "Maua yawe ya rangi gani?"}
  collect_colour.red: {en: Red, sw: Nyekundu}
  collect_colour.white: {en: White, sw: Nyeupe}
"""
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The clone of somebody who adds a vertical."""
    for name in PACKAGES:
        ignored = shutil.ignore_patterns("__pycache__", "generated", "found")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=ignored)
    return tmp_path


@pytest.fixture
def run(clone: Path, fresh_database_url: str, redis_url: str) -> Run:
    """Run `ratiba` of the clone, as a process of its own."""
    own = {
        "PYTHONPATH": str(clone), "RATIBA_HOME": str(clone / "home"), "COLUMNS": "100",
        "RATIBA_ENV": "dev", "DATABASE_URL": fresh_database_url, "REDIS_URL": redis_url,
        "RATIBA_SECRET_KEY": "a key of this test alone",
    }  # fmt: skip

    def ran(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ratiba", *arguments]
        return subprocess.run(
            command, cwd=clone, env={**os.environ, **own}, capture_output=True, text=True,
            check=False, timeout=240,
        )  # fmt: skip

    return ran


def edited(clone: Path) -> None:
    """What an onboarding team writes: a catalogue, role words and an own step, all data."""
    folder = clone / "verticals" / "florist"
    catalogue = folder / "vertical.yaml"
    text = catalogue.read_text("utf-8")
    for old, new in (
        ("{en: Standard session, sw: Huduma ya kawaida}", "{en: Bouquet, sw: Shada la maua}"),
        ("[standard, normal session, ya kawaida]", "[flowers, maua, shada]"),
        ("standard", "bouquet"),
    ):
        assert old in text
        text = text.replace(old, new)
    catalogue.write_text(text, "utf-8")
    (folder / "flows" / "own_step.yaml").write_text(OWN_STEP, "utf-8")
    for locale, word in (("en", "florist"), ("sw", "fundi wa maua")):
        words = f"staff: {word}\nheard: flower person\n"
        (folder / "prompts" / locale / "role.yaml").write_text(words, "utf-8")
    for fixture in (folder / "fixtures").glob("*.yaml"):
        fixture.unlink()


def talked(run: Run, clone: Path, phone: str, *lines: str) -> tuple[list[str], str]:
    """The states of a conversation, and all that was said."""
    script = clone / "script.txt"
    script.write_text("\n".join(lines) + "\n", "utf-8")
    options = ("--tenant", "my_florist", "--from", phone, "--now", NOW)
    ran = run("chat", *options, "--script", str(script), "--json")
    assert ran.returncode == 0, ran.stderr
    turns = [json.loads(line) for line in ran.stdout.splitlines()]
    said = " ".join(reply["text"] for turn in turns for reply in turn.get("replies", ()))
    return [turn["state"] for turn in turns if "state" in turn], said


def test_a_new_vertical_passes_its_tests_and_is_booked_in_both_languages(
    run: Run, clone: Path, fresh_database_url: str
) -> None:
    made = run("vertical", "new", "florist", "--title", "Florist", "--title-sw", "Duka la maua")
    assert made.returncode == 0, made.stderr
    played = run("test", "verticals/florist/fixtures")
    assert (played.returncode, "all hold" in played.stdout) == (0, True), played.stdout
    edited(clone)
    assert run("tenant", "add", "my_florist", "--vertical", "florist").returncode == 0
    english, said = talked(
        run, clone, "0712345678",
        "I would like flowers tomorrow at 10am with any florist", "tap:Red", "yes",
    )  # fmt: skip
    assert english[-1] == "BOOKED", (english, said)
    assert "Which colour" in said
    swahili, said = talked(
        run, clone, "0712345679",
        "nataka maua", "nyeupe", "fundi wa maua yeyote", "kesho saa tano asubuhi", "ndio",
    )  # fmt: skip
    assert swahili[-1] == "BOOKED", (swahili, said)
    assert "Ungependa fundi wa maua yupi?" in said
    with psycopg.connect(fresh_database_url) as session:
        rows = session.execute(
            "SELECT details FROM tenant_my_florist.appointments ORDER BY starts_at"
        ).fetchall()
    assert rows == [({"colour": "red"},), ({"colour": "white"},)]


@pytest.mark.parametrize("like", [None, "salon", "photography"])
def test_what_is_made_says_its_own_name_everywhere(clone: Path, like: str | None) -> None:
    files = make(Wanted("florist", 'A "florist": flowers', "Duka la maua", like), clone)
    assert Path("verticals/florist/vertical.yaml") in files
    texts = {path: (clone / path).read_text("utf-8") for path in files}
    assert "vertical: florist" in texts[Path("verticals/florist/vertical.yaml")]
    assert not [path for path, text in texts.items() if "__" in text or f"vertical: {like}" in text]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (Wanted("9x", "A", "B"), "'9x' is no name of a vertical. Write a name"),
        (Wanted("../x", "A", "B"), "is no name of a vertical"),
        (Wanted("salon", "A", "B"), "There is a vertical 'salon'. Take another name"),
        (Wanted("florist", " ", "B"), "--title: is no title"),
        (Wanted("florist", "A", "B\nC"), "--title-sw: is no title"),
        (Wanted("florist", "A", "B", "salom"), "No vertical 'salom' to begin from. Write 'salon'."),
    ],
)
def test_what_cannot_be_made_is_told_and_leaves_nothing(
    clone: Path, wanted: Wanted, told: str
) -> None:
    before = sorted(clone.rglob("*"))
    with pytest.raises(InputError, match=told.replace("(", "[(]")):
        make(wanted, clone)
    assert sorted(clone.rglob("*")) == before


def test_the_kinds_of_business_are_listed(ratiba: Ratiba) -> None:
    ran = ratiba("vertical", "list")
    assert (ran.code, "Photography studio" in ran.out, "kinyozi" in ran.out) == (0, True, False)
    rows = [json.loads(line) for line in ratiba("vertical", "list", "--json").out.splitlines()]
    every = {row["vertical"]: row for row in (rows[0] if isinstance(rows[0], list) else rows)}
    assert (every["salon"]["role"], every["salon"]["flows"]) == ("stylist, msusi", 1)
