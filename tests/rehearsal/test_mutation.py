"""Fixtures are worth their time: a way of a flow that leads elsewhere makes one of them fail."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from engine.model.flow import Flow, FlowSet, State, Way
from engine.rehearsal.coverage import taken, transitions
from engine.rehearsal.play import play
from engine.rehearsal.world import World
from ratiba.testing.found import Case, find

SAMPLE = 60
FEW = 3
"""Steps of a flow in which no way can lead elsewhere."""
KILLED = 0.9
"""Share of the changed flows that fixtures must notice."""


def mutants(flows: FlowSet) -> Iterator[tuple[str, str, str, FlowSet]]:
    """Every way of every step, one after the other, led to another step of its flow."""
    for flow in flows.flows.values():
        if len(flow.states) < FEW:
            continue
        for state in flow.states.values():
            if state.main is not None:
                yield flow.name, state.id, "main", elsewhere(flows, flow, state, None)
            for name in state.ways:
                yield flow.name, state.id, name, elsewhere(flows, flow, state, name)


def elsewhere(flows: FlowSet, flow: Flow, state: State, name: str | None) -> FlowSet:
    old = state.main if name is None else state.ways[name]
    others = [one for one in flow.states if one not in {state.id, old.step if old else None}]
    there = Random(f"{flow.name}.{state.id}.{name}").choice(others)  # noqa: S311 - repeatable
    way = Way(step=there)
    changed = (
        replace(state, main=way) if name is None else replace(state, ways={**state.ways, name: way})
    )
    states: Mapping[str, State] = {**flow.states, state.id: changed}
    return replace(flows, flows={**flows.flows, flow.name: replace(flow, states=states)})


def noticed(world: World, flows: FlowSet, cases: list[Case]) -> bool:
    other = replace(world, flows=flows)
    return any(play(other, case.fixture).faults for case in cases)


def test_a_way_that_leads_elsewhere_is_noticed(world: World) -> None:
    known = transitions(world.flows)
    cases = [case for case in find(()).cases if case.world is world]
    took = [taken(play(world, case.fixture).moves, known) for case in cases]
    by_way: dict[tuple[str, str, str], list[Case]] = {}
    for case, ways in zip(cases, took, strict=True):
        for one in ways:
            way = "main" if one.way in {"yes", "next"} else one.way
            by_way.setdefault((one.flow, one.step, way), []).append(case)
    every = [one for one in mutants(world.flows) if one[:3] in by_way]
    sample = Random(3).sample(every, min(SAMPLE, len(every)))  # noqa: S311 - repeatable
    missed = [
        f"{flow}.{step}.{way}"
        for flow, step, way, flows in sample
        if not noticed(world, flows, by_way[flow, step, way])
    ]
    sys.stdout.write(f"{len(sample) - len(missed)} of {len(sample)} noticed\n")
    assert 1 - len(missed) / len(sample) >= KILLED, missed
