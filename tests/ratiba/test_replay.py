"""`replay`: conversations that were held in the terminal, run again on the flows and on drafts."""

import json
from pathlib import Path

import pytest

from tests.ratiba.conftest import Ratiba

SCRIPT = """Hi I want to book a haircut tomorrow at 3pm
yes
event: payment.approve
"""
DRAFT = """ratiba: 1
overlay: colour
flow: booking
add:
  colour: {before: confirm, ask: colour, type: text}
phrases:
  colour: {en: "Which colour?", sw: "Rangi gani?"}
"""
BROKEN = "ratiba: 1\noverlay: broken\nflow: booking\nremove: [nothing_like_it]\n"


@pytest.fixture
def held(on_database: Ratiba, home: Path) -> Ratiba:
    """A business that one customer has booked with and paid."""
    assert on_database("tenant", "add", "my_spa", "--vertical", "spa").code == 0
    script = home / "script.txt"
    script.write_text(SCRIPT, encoding="utf-8")
    ran = on_database("chat", "--tenant", "my_spa", "--script", str(script), "--json")
    assert json.loads(ran.out.splitlines()[-1])["state"] == "BOOKED"
    return on_database


def test_on_the_published_flows_it_is_the_same(held: Ratiba) -> None:
    ran = held("replay", "--tenant", "my_spa", "--json")
    one, sums = (json.loads(line) for line in ran.out.splitlines())
    assert (ran.code, one["class"], one["was"], one["end"]) == (0, "same", "BOOKED", "BOOKED")
    assert (sums["conversations"], sums["classes"]["same"]) == (1, 1)
    assert held("replay", "--tenant", "my_spa", "--json").out == ran.out


def test_a_draft_that_asks_more_is_told_with_the_step(held: Ratiba, home: Path) -> None:
    draft = home / "colour.yaml"
    draft.write_text(DRAFT, encoding="utf-8")
    ran = held("replay", "--tenant", "my_spa", str(draft), "--json")
    one = json.loads(ran.out.splitlines()[0])
    assert (ran.code, one["class"], one["turn"]) == (1, "cannot_go_on", 1)
    assert (one["why"], one["where"]) == ("new_question", "booking.colour")
    thread = one["thread_id"]
    shown = held("replay", "--tenant", "my_spa", str(draft), "--thread", thread).out
    assert "haircut tomorrow" in shown
    assert "COLOUR" in shown


def test_a_draft_with_faults_is_refused_with_each(held: Ratiba, home: Path) -> None:
    draft = home / "broken.yaml"
    draft.write_text(BROKEN, encoding="utf-8")
    ran = held("replay", "--tenant", "my_spa", str(draft))
    assert ran.code == 1
    assert "nothing_like_it" in ran.err


def test_what_does_not_exist_is_said(held: Ratiba) -> None:
    assert held("replay", "--tenant", "my_spa", "nowhere.yaml").code == 2
    ran = held("replay", "--tenant", "my_spa", "--thread", "none")
    assert (ran.code, "No conversation has the thread 'none'" in ran.err) == (2, True)
