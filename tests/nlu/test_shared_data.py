"""Other people's words, read in place where they are present: how much is understood.

The scores are logged: `pytest -m data --log-cli-level=INFO tests/nlu`.
"""

import json
import logging
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from engine.model.understanding import Hearing, TimeAction, TimeHeard
from engine.nlu.tokens import read
from engine.nlu.when.hear import hear
from tests.nlu.scenes import heard, hearing

pytestmark = pytest.mark.data

SCORES = logging.getLogger(__name__)
SHARED = Path(__file__).parents[3] / "shared" / "data"
NAIROBI = ZoneInfo("Africa/Nairobi")
OURS = {
    "affirm": {"affirm"},
    "deny": {"deny"},
    "greet": {"greeting"},
    "thanks": {"thanks"},
    "goodbye": {"thanks"},
    "repeat": {"repeat"},
    "change_language": {"language"},
    "abort_turn": {"stop", "cancel"},
    "cancel_like": {"cancel"},
}
"""Intents of the set that have an act of ours."""


def records(name: str) -> Iterator[dict[str, Any]]:
    path = SHARED / name
    if path.exists():
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def answer(record: dict[str, Any]) -> TimeHeard | None:
    now = datetime.fromisoformat(record["now"])
    at = now if now.tzinfo else now.replace(tzinfo=NAIROBI)
    return hear(read(record["text"]), Hearing("en"), at).time


def right(record: dict[str, Any], said: TimeHeard | None) -> bool:
    """The expected action and value; asking is right as well where the set allows it."""
    if said is None:
        return False
    if said.action is TimeAction.ASK and (record["action"] == "ask" or record.get("ask_ok")):
        return True
    accepted = {record["gold"], *record["accept"]}
    return said.action == record["action"] and said.value in accepted


def silently_wrong(record: dict[str, Any], said: TimeHeard | None) -> bool:
    """Resolved to something that nobody asked for."""
    resolved = said is not None and said.action is TimeAction.RESOLVE
    return resolved and said is not None and said.value not in {record["gold"], *record["accept"]}


@pytest.mark.parametrize(
    ("name", "share", "silent_share"), [("time_sw.jsonl", 0.95, 0.0), ("time_en.jsonl", 0.90, 0.02)]
)
def test_dates_and_times(name: str, share: float, silent_share: float) -> None:
    scored = [(record, answer(record)) for record in records(name)]
    wrong = [record["text"] for record, said in scored if not right(record, said)]
    silent = [record["text"] for record, said in scored if silently_wrong(record, said)]
    SCORES.info("%s: %d of %d wrong, %d silently", name, len(wrong), len(scored), len(silent))
    assert len(wrong) <= (1 - share) * len(scored), wrong
    assert len(silent) <= silent_share * len(scored), silent


def test_dates_and_times_of_bookings() -> None:
    scored = [(record, answer(record)) for record in records("time_en_sgd.jsonl")]
    wrong = [record["text"] for record, said in scored if not _booked(record, said)]
    SCORES.info("bookings: %d of %d wrong", len(wrong), len(scored))
    assert len(wrong) <= 0.03 * len(scored), wrong


def _booked(record: dict[str, Any], said: TimeHeard | None) -> bool:
    if said is None or said.action is not TimeAction.RESOLVE or said.value is None:
        return False
    day, _, clock = said.value.partition("T")
    return bool(record["gold"] == (day if record["kind"] == "date" else clock))


def test_acts_that_are_ours_are_heard_and_others_are_not() -> None:
    found, asked, all_ours, kept_out, others = Counter[str](), 0, Counter[str](), 0, 0
    for record in records("intents_en_clinc.jsonl"):
        acts = heard(record["text"], hearing(hours=())).acts
        wanted = OURS.get(record["map"] or "")
        decided = acts[0].name if acts and acts[0].confidence >= 0.85 else None
        if wanted:
            all_ours[record["map"]] += 1
            found[record["map"]] += decided in wanted
            asked += decided not in wanted and any(act.name in wanted for act in acts)
        elif record["map"] in {None, "oos"}:
            others += 1
            kept_out += decided in {None, "other"}
    SCORES.info("by act: %s", {name: f"{found[name]} of {n}" for name, n in all_ours.items()})
    SCORES.info("ours %d and %d asked of %d", found.total(), asked, all_ours.total())
    SCORES.info("others kept out %d of %d", kept_out, others)
    assert found.total() + asked >= 0.92 * all_ours.total()
    assert kept_out >= 0.97 * others
