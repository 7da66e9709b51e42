"""Lines that are wrong, and what a driver leaves behind."""

import psycopg
import pytest

from ratiba.testing.throwaway import PREFIX
from tests.ratiba.conftest import Ratiba
from tests.ratiba.conversing.shops import LOOK, Driven, business, say, start

DATABASES = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
ALIVE = "SELECT application_name FROM pg_stat_activity"


def test_one_business_after_the_other(driven: Driven) -> None:
    answers = driven(
        start(), say("cut with Otieno tomorrow 10am"), say("yes"), LOOK,
        start(shop=business(name="Another")), LOOK, say("cut with Otieno tomorrow 10am"),
    )  # fmt: skip
    assert len(answers[3]["live"]) == 1
    assert answers[5]["live"] == []
    assert answers[6]["state"] == "CONFIRM"


def test_what_is_wrong_is_told_and_the_next_line_is_taken(driven: Driven) -> None:
    nobody = [{"staff": "nobody", "start": "2026-06-11T09:00", "end": "2026-06-11T12:00"}]
    wrong: tuple[tuple[object, str], ...] = (
        ("nonsense", "No JSON: Expecting value: line 1 column 1 (char 0)."),
        ("[]", "A line is an object with one of: start, say, tap, event, wait, snapshot."),
        ({"sing": "la"}, "A line is an object with one of:"),
        ({"say": "hi"}, "No conversation is under way. Send a start first."),
        ({"start": {"conversation": {}}}, "start: conversation.now: Field required;"),
        (start(now="soon"), "'soon' is no instant."),
        (start(busy=nobody), "given: Key (staff_id)=(nobody) is not present"),
        (start(shop=business(hours={"mon": [["8", "9"]]})), "start: business.hours.mon.0.0:"),
    )
    later: tuple[tuple[object, str], ...] = (
        ({"say": 3}, "'say' cannot be 3."),
        ({"say": []}, "'say' cannot be []."),
        ({"tap": "x", "from_turn": 9}, "No turn 9: there were 0, from 0."),
        ({"tap": "x", "from_turn": "1"}, "'tap' cannot be"),
        ({"tap": "x"}, "No chip is 'x'. There are: none."),
        ({"event": "nope"}, "No event 'nope'. There are: payment.approve,"),
        ({"event": "payment.approve"}, "No payment prompt is on the phone yet"),
        ({"wait": "soon"}, "'soon' is no span of time."),
        ({"snapshot": False}, "'snapshot' cannot be false."),
    )
    lines = [*(line for line, _ in wrong), start(), *(line for line, _ in later), say("Hi")]
    answers = driven(*lines)
    told = [answer.get("error", "") for answer in answers]
    expected = [*(words for _, words in wrong), "", *(words for _, words in later), ""]
    missed = [
        (one, two) for one, two in zip(told, expected, strict=True) if not one.startswith(two)
    ]
    assert not missed
    assert answers[-1]["state"] == "GREET"


def test_nothing_is_left_behind(driven: Driven, fresh_database_url: str) -> None:
    driven(start(), say("cut with Otieno tomorrow 10am"), start(), say("Hi"))
    with psycopg.connect(fresh_database_url) as server:
        assert server.execute("SELECT count(*) FROM public.tenants").fetchone() == (0,)
        before = set(server.execute(DATABASES, [PREFIX]))
        alive = set(server.execute(ALIVE))  # those of other commands, at work meanwhile
        assert not before & set(server.execute(DATABASES, [PREFIX])) - alive


def test_production_is_not_played_with(
    on_database: Ratiba, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RATIBA_ENV", "prod")
    ran = on_database("converse", stdin="")
    assert (ran.code, "RATIBA_ENV is not dev" in ran.err) == (2, True)
