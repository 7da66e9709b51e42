"""Where comparisons turn: only arithmetic settles one, and every side of a threshold is tried."""

from dataclasses import replace

import pytest

from engine.machine.working import rules
from engine.model.flow import FlowSet
from engine.model.reading import names
from engine.model.rule import Expression, Name
from engine.model.session import Frame, How, Session
from engine.proof.fixed import Fixed
from engine.proof.kept import Kept
from engine.proof.oracle import Oracle
from engine.proof.situation import Abstraction
from engine.proof.switches import FRESH, domains, passing, prepared
from engine.proof.turning import settled, sides, steady
from engine.spec.rules.rules import parse_rule
from engine.spec.rules.tokens import RuleError
from tests.proof.small import Slip, flows

ASKED = (
    "  number: {ask: phone, when: needs_phone}\n",
    "  many: {ask: party, type: text, say: hello}\n  number: {ask: phone, when: needs_phone}\n",
)


def rule(text: str) -> Expression:
    tree = parse_rule(text)
    assert not isinstance(tree, RuleError), tree
    return tree


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("service.price * 0 > 0", False),
        ("0 * service.price + 1 > 2", False),
        ("2 * 3 > 5", True),
        ("service.price * 0 < 5", None),
        ("service.price * 0.5 > 5000", None),
        ("service.price * 30% > 1000", None),
        ("calendar.clock < '08:00'", None),
        ("service.price + service.minutes > 5", None),
        ("service.price * deposit > 0", None),
    ],
)
def test_only_what_is_written_settles_a_comparison(text: str, truth: bool | None) -> None:
    assert settled(rule(text)) is truth


@pytest.mark.parametrize(
    "text",
    [
        "party * 0.5 > 5",
        "party * 30% >= 3",
        "2 * (party - 1) < party + 7",
        "5 < party",
        "party in (2, 3)",
        "party = 4",
    ],
)
def test_a_number_is_tried_on_every_side_of_where_it_turns(text: str) -> None:
    atom = rule(text)
    found = sides(atom, "party")
    assert found is not None
    every = [rules.holds(atom, Fixed({"party": one})) for one in range(-50, 50)]
    changes = [at - 50 for at in range(1, 100) if every[at] != every[at - 1]]
    assert changes
    assert all({at - 1, at} <= set(found) for at in changes)


def test_a_clock_and_a_day_are_tried_on_both_sides() -> None:
    assert set(sides(rule("at < '08:00'"), "at") or ()) == {"07:59", "08:00", "08:01"}
    assert set(sides(rule("on >= '2027-03-01'"), "on") or ()) == {
        "2027-02-28",
        "2027-03-01",
        "2027-03-02",
    }
    assert sides(rule("at = '00:00'"), "at") == ("00:00", "00:01")


@pytest.mark.parametrize("text", ["party * party > 5", "party * other > 5", "party = other"])
def test_what_cannot_be_solved_is_not_guessed(text: str) -> None:
    assert sides(rule(text), "party") is None


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("n = 1", True),
        ("n > 1", True),
        ("n < 2", True),
        ("n >= 2", True),
        ("n", True),
        ("n > 6", False),
        ("n = 2", False),
        ("n in (1, 2)", False),
        ("n * 0.5 > 1", False),
    ],
)
def test_messages_are_counted_as_far_as_the_first(text: str, known: bool) -> None:
    atom = Name("n") if text == "n" else rule(text)
    assert steady(atom, "n", 2) is known


def test_what_turns_by_itself_is_known_by_its_name_and_not_by_a_text() -> None:
    assert passing("~calendar.clock < '08:00'")
    assert passing("~has customer.phone")
    assert not passing("~tenant.mpesa_enabled")
    assert not passing("~service.category = 'calendar.clock'")
    assert not passing("~my_calendar.clock < '08:00'")


def asked(comparison: str) -> FlowSet:
    """The small business, where the phone is asked by the number of people."""
    found = flows(Slip("visit", *ASKED))
    assert isinstance(found, FlowSet), list(found)
    visit = found.flows["visit"]
    ruled = {**visit.rules, "needs_phone": rule(f"pays and not {comparison}")}
    return prepared(replace(found, flows={**found.flows, "visit": replace(visit, rules=ruled)}))


def test_an_answer_is_tried_beyond_a_factor() -> None:
    ready = asked("party * 0.5 > 5")
    known = domains(ready)
    assert any(isinstance(one, int) and one > 10 for one in known["party"])


@pytest.mark.parametrize("text", ["party * party > 5", "party > customer.visits"])
def test_an_answer_that_cannot_be_solved_is_free(text: str) -> None:
    read = set(names(asked(text).flows["visit"].rules["needs_phone"]))
    assert any(FRESH in name for name in read)


def test_an_answer_is_tried_beyond_a_setting() -> None:
    ready = asked("party > deposit * 20")
    assert any(isinstance(one, int) and one > 20 for one in domains(ready)["party"])
    read = set(names(ready.flows["visit"].rules["needs_phone"]))
    assert {"party", "deposit"} <= read


@pytest.mark.parametrize(("written", "told_apart"), [("turns = 1", True), ("turns > 6", False)])
def test_what_an_event_began_has_its_first_message_still_to_come(
    written: str, *, told_apart: bool
) -> None:
    found = flows(Slip("visit", "conversation.turns = 1", f"conversation.{written}"))
    assert isinstance(found, FlowSet), list(found)
    ready = prepared(found)
    situations = Abstraction(ready, Oracle(ready, "visit"))
    frame = Frame(1, "visit", found.flows["visit"].digest, "which", How.TASK, {})
    keys = [
        situations.key(Session("proof", frames=(frame,), turns=turns), Kept())
        for turns in (0, 1, 2)
    ]
    assert keys[1] == keys[2]
    assert (keys[0] != keys[1]) is told_apart


def test_whether_another_flow_waits_beneath_is_open_at_every_reading() -> None:
    read = set(names(asked("conversation.interrupted").flows["visit"].rules["needs_phone"]))
    assert any(FRESH in name for name in read)
