"""`flow`: pull, edit, check, publish, history, diff, go back."""

import json
from pathlib import Path

import pytest

from tests.publishing import COLOURS, PATIENT
from tests.ratiba.conftest import Ran, Ratiba

T = ("--tenant", "my_spa")
UNSAFE = """
ratiba: 1
overlay: hasty
flow: booking
always: [{possible: lost}]
"""
"""It compiles; that no conversation keeps it is found by the proof."""
NO_YES = """
ratiba: 1
overlay: noyes
flow: booking
settings: {give_up_after: 20m}
remove: [confirm]
"""


@pytest.fixture
def flow(on_database: Ratiba, proofs: Path) -> Ratiba:
    """`flow` for a business that has published nothing; everything is proved."""
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0

    def run(verb: str, *more: str, stdin: str = "") -> Ran:
        return on_database("flow", verb, *T, *more, stdin=stdin)

    return run


def written(name: str, source: str) -> str:
    Path(name).write_text(source, "utf-8")
    return name


def test_a_business_without_flows_of_its_own_says_so(flow: Ratiba) -> None:
    assert flow("history").out == "'my_spa' has published nothing of its own.\n"
    assert flow("diff").out == "No difference.\n"


def test_a_file_is_checked_published_and_told(flow: Ratiba) -> None:
    file = written("colours.yaml", COLOURS)
    assert flow("check", file).out == "Good. 'colours' may be published.\n"
    told = flow("diff", file).out
    assert "- booking: a step 'colour' asks for 'colour' after 'collect_slot'" in told
    assert "'booking.colour' (en) is new: \"Which colour would you like?\"" in told
    assert "+overlay: colours" in told
    ran = flow("publish", file, "--by", "Amina", "--note", "for the season")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Published. 'colours' version 1 holds from the next message on.\n"
    (row,) = json.loads(flow("history", "--json").out)
    assert (row["document"], row["version"], row["state"]) == ("colours", 1, "published")
    assert (row["author"], row["note"]) == ("Amina", "for the season")
    assert "overlay: colours" in flow("show", "colours").out
    assert "says this already" in flow("publish", file).out


def test_every_problem_of_a_file_is_shown_with_its_line(flow: Ratiba) -> None:
    broken = COLOURS.replace("before: hold", "before: hlod").replace("ask: colour", "aks: colour")
    file = written("colours.yaml", broken)
    ran = flow("publish", file)
    assert ran.code == 1
    assert "colours.yaml:6: add.colour" in ran.out
    assert "Nothing was changed." in ran.out
    assert flow("history").out == "'my_spa' has published nothing of its own.\n"
    lines = [json.loads(line) for line in flow("check", file, "--json").out.splitlines()]
    assert lines[-1]["problems"] == len(lines) - 1


def test_what_a_proof_finds_keeps_a_file_from_customers_and_nothing_goes_round_it(
    flow: Ratiba,
) -> None:
    file = written("hasty.yaml", UNSAFE)
    assert flow("check", file, "--no-proof").code == 0
    for verb in ("publish", "push"):
        ran = flow(verb, file)
        assert ran.code == 1
        assert "'lost' can" in ran.out
        assert "  Customer: (asks for: Book an appointment" in ran.out
        assert flow(verb, file, "--no-proof").code == 2
    assert flow("rollback", "hasty", "--to", "1", "--no-proof").code == 2
    assert flow("history").out == "'my_spa' has published nothing of its own.\n"


def test_what_a_conversation_shows_is_told_as_one_at_the_line_that_made_it(flow: Ratiba) -> None:
    file = written("noyes.yaml", NO_YES)
    ran = flow("check", file)
    told, *said = ran.out.splitlines()
    assert told.startswith(f"{file}:6: steps.book: 'confirm_booking' cannot be undone")
    assert told.endswith("Lead it through a confirm.")
    assert said[0].startswith("  Customer: (asks for: Book an appointment")
    assert said[-2].startswith("    Ratiba: would now go wrong")
    assert said[-1] == "1 problem"
    (first, _) = flow("check", file, "--json").out.splitlines()
    told_to_programs = json.loads(first)
    assert told_to_programs["sort"] == "unconfirmed"
    assert told_to_programs["conversation"][0]["who"] == "customer"


def test_a_pulled_file_is_edited_and_pushed(flow: Ratiba) -> None:
    flow("publish", written("one.yaml", PATIENT))
    assert flow("pull").out == "my_spa/patience.yaml: 'patience' version 1\n"
    file = Path("my_spa/patience.yaml")
    assert file.read_text().startswith("# ratiba: patience version 1 of my_spa\n")
    file.write_text(file.read_text().replace("45m", "1h"))
    assert flow("pull").code == 1
    told = flow("diff", str(file)).out
    assert "booking: the setting 'give_up_after' goes from 45m to 1h" in told
    assert "version 2 holds" in flow("push").out
    assert file.read_text().startswith("# ratiba: patience version 2 of my_spa\n")
    assert "says this already" in flow("push").out


def test_the_second_of_two_is_told_who_was_quicker(flow: Ratiba) -> None:
    flow("publish", written("one.yaml", PATIENT))
    flow("pull", "mine")
    flow("pull", "theirs")
    for folder, span in (("mine", "2h"), ("theirs", "1h")):
        file = Path(folder, "patience.yaml")
        file.write_text(file.read_text().replace("45m", span))
    assert flow("push", "theirs", "--by", "Baraka").code == 0
    ran = flow("push", "mine", "--by", "Amina")
    assert ran.code == 1
    assert "Baraka stored version 2 of 'patience' at" in ran.err
    assert "2h" in Path("mine/patience.yaml").read_text()
    (now,) = [r for r in json.loads(flow("history", "--json").out) if r["state"] == "published"]
    assert (now["version"], now["author"]) == (2, "Baraka")


def test_a_file_that_names_no_version_replaces_nothing_by_accident(flow: Ratiba) -> None:
    flow("publish", written("one.yaml", PATIENT))
    other = written("two.yaml", PATIENT.replace("45m", "1h"))
    ran = flow("publish", other)
    assert (ran.code, "does not say which version" in ran.err) == (2, True)
    assert flow("publish", other, "--base", "1").code == 0


def test_going_back_is_a_new_version(flow: Ratiba) -> None:
    flow("publish", written("one.yaml", PATIENT))
    flow("publish", written("two.yaml", PATIENT.replace("45m", "1h")), "--base", "1")
    assert "version 3 holds" in flow("rollback", "patience", "--to", "1").out
    assert "45m" in flow("show", "patience").out
    assert "from 1h to 45m" in flow("diff", "patience").out
    assert flow("rollback", "patience", "--to", "9").code == 2
    assert flow("rollback", "nothing", "--to", "1").code == 2


def test_a_draft_is_kept_and_published_later(flow: Ratiba) -> None:
    file = written("one.yaml", PATIENT)
    ran = flow("draft", file, "--by", "Amina")
    assert ran.out.startswith("Kept the draft of 'patience'; nothing has changed for customers.")
    assert json.loads(flow("history", "--json").out)[0]["state"] == "draft"
    other = written("two.yaml", PATIENT.replace("45m", "1h"))
    refused = flow("draft", other, "--by", "Baraka")
    assert (refused.code, refused.err.count("Amina stored a draft")) == (1, 1)
    assert flow("draft", file, "--by", "Amina").code == 0
    assert flow("publish").code == 0
    (row,) = json.loads(flow("history", "--json").out)
    assert (row["state"], row["version"]) == ("published", 1)
    assert flow("publish").code == 2


def test_what_cannot_be_read_is_a_line(flow: Ratiba) -> None:
    assert flow("publish", "nowhere.yaml").code == 2
    assert flow("check", written("no.yaml", "a: [")).code == 1
    assert flow("show", "nothing").code == 2
    assert "No difference" not in flow("diff", "nothing").out
