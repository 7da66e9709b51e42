"""Flows among each other: how they begin, and what they know of the others."""

from dataclasses import replace

import pytest

from engine.document.problem import Problems
from engine.document.reader import read
from engine.document.tree import Document, digest
from engine.model.flow import (
    Duration,
    FlowSet,
    Start,
)
from engine.model.rule import Is
from engine.spec.compile import compile_flows
from tests.spec.trial import HEAD, flow_set
from tests.spec.world import PHRASES, TOOLS, World, compile_text


@pytest.mark.parametrize(
    ("start", "meant"),
    [
        ("called", Start(called=True)),
        ("anything", Start(fallback=True)),
        ("{intents: [services, hours]}", Start(intents=("services", "hours"))),
        ("{acts: [change]}", Start(acts=("change",))),
        ("{event: visit.done}", Start(events=("visit.done",))),
        ("{events: [visit.done, push.settled]}", Start(events=("visit.done", "push.settled"))),
        (
            "{ahead: 2h, of: appointment.starts_at}",
            Start(events=("trial.due",), ahead=(Duration(7200),), of="appointment.starts_at"),
        ),
    ],
)
def test_starts(start: str, meant: Start, world: World) -> None:
    text = f"ratiba: 1\nflow: trial\ntitle: T\nstart: {start}\nsteps: {{done: {{end: done}}}}\n"
    found = flow_set(text, world)
    assert found.flows["trial"].start == meant
    assert found.intents == {"book": "visit", "handoff": "handoff"} | dict.fromkeys(
        (*meant.intents, *meant.acts), "trial"
    )
    assert found.fallback == ("trial" if meant.fallback else None)
    assert found.flows["trial"].pattern == bool(meant.acts or meant.fallback)


def test_a_flow_among_the_patterns_is_one(world: World) -> None:
    text = f"{HEAD}steps: {{done: {{end: done}}}}\n"
    found = compile_text(text, world, "flows/patterns/trial.yaml")
    assert isinstance(found, FlowSet)
    assert found.flows["trial"].pattern


SAME = (
    "steps: {one: {say: hi, next: done}, done: {end: done}}\nflow: a\n",
    "flow: a # a comment\nsteps:\n\n  one: {next: done, say: 'hi'}\n  done: {end: done}\n",
)
OTHER = (
    "flow: a\nsteps: {done: {end: done}, one: {say: hi, next: done}}\n",
    "flow: a\nsteps: {one: {say: ho, next: done}, done: {end: done}}\n",
    "flow: b\nsteps: {one: {say: hi, next: done}, done: {end: done}}\n",
)


def test_a_version_is_known_by_what_it_means() -> None:
    same, other = set(map(_digest, SAME)), set(map(_digest, OTHER))
    assert len(same) == 1
    assert len(other) == len(OTHER)
    assert not same & other


def _digest(text: str) -> str:
    found = read(text, "a.yaml")
    assert isinstance(found, Document)
    return digest(found.root)


def test_two_flows_of_one_name_are_refused(world: World) -> None:
    twice = [*world.flows, replace(world.flows[0], file="copy.yaml")]
    found = compile_flows(twice, TOOLS, PHRASES, world.types)
    assert "flow: a flow 'handoff' is in base/handoff.yaml already. Rename one." in str(found)


def test_a_flow_that_could_not_be_read_is_not_unknown(world: World) -> None:
    others = [flow for flow in world.flows if "till" not in flow.file]
    unknown = compile_flows(others, TOOLS, PHRASES, world.types)
    assert "no flow is called 'till'" in str(unknown)
    broken = compile_flows(others, TOOLS, PHRASES, world.types, unread=["till"])
    assert isinstance(broken, Problems)
    assert len(broken) == 0


def test_names_in_rules_may_be_a_callers_slots(world: World) -> None:
    text = (
        "ratiba: 1\nflow: till\ntitle: T\nstart: called\nsettings: {share: 1}\n"
        "rules: {dear: service.price > 5 and known, known: phone is filled}\n"
        "steps:\n  one: {branch: {dear: unpaid}}\n  paid: {end: done}\n  unpaid: {end: left}\n"
    )
    found = flow_set(text, world).flows["till"]
    assert found.rules["known"] == Is("phone", "filled")
    assert found.slots == {}


def test_only_one_flow_begins_with_anything(world: World) -> None:
    text = "ratiba: 1\nflow: {0}\ntitle: T\nstart: anything\nsteps: {{done: {{end: done}}}}\n"
    both = [read(text.format(name), f"{name}.yaml") for name in ("one", "two")]
    found = compile_flows([*world.flows, *both], TOOLS, PHRASES, world.types)  # type: ignore[list-item]
    assert str(found) == (
        "two.yaml:4: start: flow 'one' begins with anything already. Keep one of the two."
    )
