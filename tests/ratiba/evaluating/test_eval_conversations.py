"""Whole conversations with businesses, and fixtures: led as they are written, and judged."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ratiba.conversing.observed import Chip, Observed, Said, Slots
from ratiba.conversing.snapshot import Live, Standing
from ratiba.evaluating.kinds.talks import End, Expect
from ratiba.evaluating.leading.judging import of_end, of_turn
from ratiba.evaluating.leading.naming import asked, is_chip
from tests.ratiba.conftest import Ran, Ratiba
from tests.ratiba.conversing import shops

NOTHING = Standing((), 0, (), handoff=False)
CUT = Live("cut", "wambui", "2026-06-11T10:00", "confirmed")
ONE = Standing((CUT,), 0, (), handoff=False)
SEEN = Observed(
    "CONFIRM",
    "mixed",
    Slots("cut", "wambui", "2026-06-11T10:00", "2026-06-11"),
    "confirm",
    (Said("Haircut at 10:00?", (Chip("Yes", "affirm", "1"), Chip("Thu 10:30", "x", "2"))),),
)


@pytest.mark.parametrize(
    ("want", "faults"),
    [
        ({"state_in": ["CONFIRM"], "slots": {"service": "cut"}, "language": ["sw"]}, []),
        ({"state_in": ["BOOKED", "DONE"]}, ["state"]),
        ({"slots": {"staff": "otieno", "service": "dye"}}, ["slot staff", "slot service"]),
        ({"asks": ["time", "staff"], "language": ["en"]}, ["asks", "language"]),
        ({"asks": "confirm", "shows_time_any": ["10:00"], "chips_include": ["10:30"]}, []),
        ({"says_any": ["dye"], "says_none": ["haircut"]}, ["says", "says"]),
        ({"chips_include": ["11:30"], "replies": 0}, ["chips", "replies"]),
        ({"never_confirm": {"staff": "wambui"}}, ["confirms"]),
        ({"date": "2026-06-12", "start_any": [None], "staff_not": "wambui"},
         ["date", "slot start", "slot staff"]),
    ],
)  # fmt: skip
def test_a_turn(want: dict[str, Any], faults: list[str]) -> None:
    found = of_turn(Expect.model_validate(want), SEEN, NOTHING, NOTHING)
    assert [sort for sort, _ in found] == faults


def test_a_deed_that_should_not_have_been() -> None:
    want = Expect(no_effect=True)
    assert [sort for sort, _ in of_turn(want, SEEN, NOTHING, ONE)] == ["an effect"]
    assert not list(of_turn(want, SEEN, ONE, ONE))


@pytest.mark.parametrize(
    ("want", "faults"),
    [
        ({"bookings": [{"service": "cut", "start": "2026-06-11T10:00"}]}, []),
        ({"bookings": [{"service": "cut", "start_in": ["2026-06-11T10:00"]}]}, []),
        ({"bookings": []}, ["bookings"]),
        ({"bookings": [{"service": "cut", "start": "2026-06-11T11:00"}]}, ["bookings"]),
        ({"bookings": [], "bookings_alt": [[{"service": "cut", "start": "2026-06-11T10:00"}]]}, []),
        ({"bookings": [{"service": "cut", "start": "2026-06-11T10:00"}], "handoff": True,
          "charged_prompts": 1}, ["prompts", "handoff"]),
    ],
)  # fmt: skip
def test_what_stands_at_the_end(want: dict[str, Any], faults: list[str]) -> None:
    assert [sort for sort, _ in of_end(End.model_validate(want), ONE)] == faults


def test_what_is_asked_is_seen_by_the_states_name() -> None:
    assert asked(Observed("COLLECT_PLATE")) == "plate"
    assert asked(Observed("CANCEL_CONFIRM")) == "confirm"
    assert asked(Observed("SLOT")) == "time"
    assert asked(Observed("BOOKED")) is None


def test_a_chip_is_meant_by_any_rendering_of_its_time() -> None:
    assert is_chip("15:30", Chip("Thu 3:30 pm", "v", "1"))
    assert is_chip("15:30", Chip("Alhamisi", "2026-06-11T15:30", "1"))
    assert is_chip("no|yes", Chip("Yes please", "affirm", "1"))
    assert not is_chip("15:30", Chip("Thu 3:30", "v", "1"))


def talk(id_: str, wish: str, start: str, **differs: object) -> dict[str, Any]:
    given = {"customer": {"phone": shops.PHONE}, "settings": {"mpesa": False, "cross_sell": 0}}
    summary = {"state_in": ["CONFIRM"], "slots": {"start": start}, "no_effect": True}
    booking = {"service": "cut", "staff": "wambui", "start": start, "status": "confirmed"}
    return {
        "id": id_, "business": "mwangaza", "ability": "happy", "difficulty": 1, "now": shops.NOW,
        "given": given, "bridge": {"staff": "Wambui"},
        "turns": [{"user": wish, "expect": summary},
                  {"tap": "yes", "else_user": "yes", "expect": {"state_in": ["BOOKED"]}}],
        "end": {"bookings": [booking], "payments": [], "handoff": False, "charged_prompts": 0},
    } | differs  # fmt: skip


RIGHT = talk("c1", "a haircut tomorrow at 10am please", "2026-06-11T10:00")
"""Who serves is not said: the script's bridge answers it."""
WRONG = talk("c2", "a haircut with Wambui tomorrow at 10am", "2026-06-11T11:00")


@pytest.fixture
def scored(tmp_path: Path, on_database: Ratiba) -> Callable[..., Ran]:
    def run(*talks: dict[str, Any]) -> Ran:
        lines = "".join(f"{json.dumps(one)}\n" for one in talks)
        (tmp_path / "talks.jsonl").write_text(lines, "utf-8")
        shop = json.dumps({"mwangaza": shops.business()})
        (tmp_path / "businesses.json").write_text(shop, "utf-8")
        return on_database("eval", str(tmp_path / "talks.jsonl"), "--json")

    return run


def test_conversations_are_led_and_judged(scored: Callable[..., Ran]) -> None:
    ran = scored(RIGHT, WRONG)
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["kind"], told["n"], told["right"], told["wrong"]) == ("conversations", 2, 1, 1)
    (worst,) = told["worst"]
    assert (worst["id"], worst["came"]) == ("c2", "bookings")
    assert "turn 0: slot start 2026-06-11T10:00, not 2026-06-11T11:00" in worst["detail"]


def test_a_business_that_is_missing(scored: Callable[..., Ran]) -> None:
    ran = scored({**RIGHT, "business": "mwangasa"})
    assert ran.code == 2
    assert "talks.jsonl:1: no business is 'mwangasa'. Write 'mwangaza'." in ran.err


FIXTURE = """\
ratiba: 1
fixture: %s
flow: inquiry
turns:
  - says: when are you open?
    expect: {state: %s}
"""


def test_fixtures_are_a_set_too(tmp_path: Path, ratiba: Ratiba) -> None:
    folder = tmp_path / "fixtures"
    folder.mkdir()
    (folder / "a.yaml").write_text(FIXTURE % ("hours_are_told", "offer"), "utf-8")
    (folder / "b.yaml").write_text(FIXTURE % ("hours_were_told", "confirm"), "utf-8")
    ran = ratiba("eval", str(folder), "--json")
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["kind"], told["n"], told["right"], told["missed"]) == ("fixtures", 2, 1, 1)
    assert told["worst"][0]["came"] == "state"
