"""Fixtures are worth their time: a way of a flow that leads elsewhere makes one of them fail."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random

from engine.model.flow import Flow, FlowSet, State, Way
from engine.rehearsal.play import play
from engine.rehearsal.world import World
from ratiba.testing.found import Case, find

SAMPLE = 60
KILLED = 0.9
"""Share of the changed flows that fixtures must notice."""


def mutants(flows: FlowSet) -> Iterator[tuple[str, str, str, FlowSet]]:
    """Every way of every step, one after the other, led to another step of its flow."""
    for flow in flows.flows.values():
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


def passing(cases: tuple[Case, ...], flow: str, step: str) -> list[Case]:
    """The fixtures that leave this step."""
    return [
        case
        for case in cases
        if any((m.flow, m.source) == (flow, step) for m in play(case.world, case.fixture).moves)
    ]


def noticed(world: World, flows: FlowSet, cases: list[Case]) -> bool:
    other = replace(world, flows=flows)
    return any(play(other, case.fixture).faults for case in cases)


def test_a_way_that_leads_elsewhere_is_noticed(world: World) -> None:
    cases = tuple(case for case in find(()).cases if case.world is world)
    every = [one for one in mutants(world.flows) if len(world.flows.flows[one[0]].states) > 2]
    sample = Random(3).sample(every, min(SAMPLE, len(every)))  # noqa: S311 - repeatable
    steps = {(flow, step) for flow, step, _, _ in sample}
    by_step = {one: passing(cases, *one) for one in sorted(steps)}
    missed = [
        f"{flow}.{step}.{way}"
        for flow, step, way, flows in sample
        if not noticed(world, flows, by_step[flow, step])
    ]
    assert 1 - len(missed) / len(sample) >= KILLED, missed
