"""`check --tenant | --tenants`, `flow phrase`, and several files at once."""

import json
from pathlib import Path

import psycopg
import pytest

from tests.publishing import COLOURS, PATIENT, SHAPE
from tests.ratiba.conftest import Ran, Ratiba
from tests.ratiba.test_flow import UNSAFE, written

BREAK = "UPDATE tenant_my_spa.flow_versions SET source = source || %s"


@pytest.fixture
def ratiba(on_database: Ratiba, proofs: Path) -> Ratiba:
    """The command, with a spa that has published nothing."""
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    return on_database


def checked(ratiba: Ratiba, *which: str) -> tuple[int, list[dict[str, object]]]:
    ran: Ran = ratiba("check", *which, "--json")
    return ran.code, [json.loads(line) for line in ran.out.splitlines()]


def test_what_a_business_has_is_proved_and_its_drafts_on_it(ratiba: Ratiba) -> None:
    assert ratiba("flow", "publish", "-t", "my_spa", written("one.yaml", PATIENT)).code == 0
    code, lines = checked(ratiba, "--tenant", "my_spa")
    assert (code, lines[-1]["problems"], lines[-1]["verticals"]) == (0, 0, 1)
    assert ratiba("flow", "draft", "-t", "my_spa", written("two.yaml", UNSAFE)).code == 0
    code, lines = checked(ratiba, "--tenant", "my_spa")
    assert code == 1
    (fault,) = [line for line in lines if "conversation" in line]
    assert "'lost' can no longer be reached from here" in str(fault["fault"])
    assert fault["conversation"]
    assert checked(ratiba, "--tenants")[0] == 0


def test_what_a_release_would_do_to_every_business_is_told_before_it_takes_traffic(
    ratiba: Ratiba, fresh_database_url: str
) -> None:
    assert ratiba("flow", "publish", "-t", "my_spa", written("one.yaml", PATIENT)).code == 0
    with psycopg.connect(fresh_database_url) as session:
        session.execute(BREAK, ["change: {no_such_step: {say: recap}}\n"])
    for which in (("--tenants",), ("--tenant", "my_spa")):
        code, lines = checked(ratiba, *which)
        (problem,) = [line for line in lines if line.get("fault")]
        assert code == 1
        assert (problem["file"], problem["line"]) == ("my_spa/patience.yaml", 7)
        assert problem["key"] == "change.no_such_step"
    assert ratiba("flow", "pull", "-t", "my_spa").code == 0
    assert "no_such_step" in Path("my_spa/patience.yaml").read_text().splitlines()[6]


IN_VAIN = """
ratiba: 1
overlay: hair
flow: booking
rules: {for_hair: service.is_hiar}
settings: {deposit: {except: {for_hair: 50%}}}
"""


def test_a_rule_that_its_catalogue_never_meets_is_told(
    ratiba: Ratiba, fresh_database_url: str
) -> None:
    file = written("hair.yaml", IN_VAIN)
    ran = ratiba("flow", "publish", "-t", "my_spa", file)
    assert ran.code == 0
    meant = "no service has the category 'hiar'. Write 'service.is_hair'."
    assert meant in ran.out
    code, lines = checked(ratiba, "--tenant", "my_spa")
    (warning,) = [line for line in lines if line.get("fault")]
    assert (code, warning["file"], warning["key"]) == (0, "my_spa/hair.yaml", "rules.for_hair")
    with psycopg.connect(fresh_database_url) as session:
        session.execute("UPDATE tenant_my_spa.services SET category = 'hiar' WHERE id = 'haircut'")
    assert not [line for line in checked(ratiba, "--tenant", "my_spa")[1] if line.get("fault")]


def test_one_business_or_all_or_files(ratiba: Ratiba) -> None:
    assert ratiba("check", "--tenant", "my_spa", "--tenants").code == 2
    assert ratiba("check", "flows", "--tenants").code == 2
    assert ratiba("check", "--tenant", "nobody").code == 2


def test_files_that_stand_on_each_other_are_published_as_one(ratiba: Ratiba) -> None:
    files = [written("colours.yaml", COLOURS), written("shape.yaml", SHAPE)]
    assert ratiba("flow", "publish", "-t", "my_spa", files[1]).code == 1
    assert (
        "'colours, shape' may be published" in ratiba("flow", "check", "-t", "my_spa", *files).out
    )
    for file in files:
        assert ratiba("flow", "draft", "-t", "my_spa", file).code == 0
    ran = ratiba("flow", "publish", "-t", "my_spa")
    assert ran.code == 0
    assert "'colours' version 1 and 'shape' version 1 hold from the next message on." in ran.out
    again = ratiba("flow", "publish", "-t", "my_spa", *files)
    assert again.out.count("says this already") == 2
    assert ratiba("flow", "publish", "-t", "my_spa", *files, "--base", "1").code == 2


def test_a_phrase_in_other_words_is_proved_like_a_file(ratiba: Ratiba) -> None:
    def phrase(*words: str) -> Ran:
        return ratiba("flow", "phrase", "-t", "my_spa", *words)

    hidden = phrase("booking.summary", "en=Shall I?", "sw=Sawa?")
    assert hidden.code == 1
    assert "hides phone and price" in hidden.out
    long = phrase("start.greet", *(f"{one}=Hi. Hi. Hi." for one in ("en", "sw")))
    assert (long.code, "more than 2 sentences aloud" in long.out) == (1, True)
    lost = phrase("start.greeet", "en=Hello!", "sw=Jambo!")
    assert lost.code == 1
    assert "start.greeet: nothing says this phrase. Write 'start.greet'." in lost.out
    assert phrase("start.greet", "en=Hello!", "sw=Jambo!").code == 0
    assert checked(ratiba, "--tenant", "my_spa")[0] == 0
    assert phrase("start.greet", "--remove").code == 0
    assert phrase("start.greet").code == phrase("start.greet", "Hello!").code == 2
    assert phrase("start.greet", "en.voice=Hello!").code == 2


def test_a_database_on_which_an_older_release_runs_is_left_as_it_is(
    ratiba: Ratiba, fresh_database_url: str
) -> None:
    with psycopg.connect(fresh_database_url, autocommit=True) as session:
        session.execute("ALTER TABLE tenant_my_spa.flow_sets DROP COLUMN held, DROP COLUMN held_on")
        session.execute("UPDATE tenant_my_spa.alembic_version SET version_num = '0008'")
        assert checked(ratiba, "--tenants")[0] == 0
        row = session.execute("SELECT version_num FROM tenant_my_spa.alembic_version").fetchone()
        assert row == ("0008",)
        session.execute("ALTER TABLE tenant_my_spa.flow_versions DROP COLUMN base")
    ran = ratiba("check", "--tenants")
    assert ran.code
    assert "Run: ratiba migrate" in ran.err
