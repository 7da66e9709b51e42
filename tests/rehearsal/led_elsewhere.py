"""Flows in which one way leads to another step than it should: fixtures must notice each.

`python -m tests.rehearsal.led_elsewhere` tries every way of every shipped flow with every other
step of its flow for a target, in a process a processor at the lowest priority, and tells which
changes no fixture notices.
"""

import multiprocessing
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from engine.explore.transitions import taken, transitions
from engine.model.flow import Flow, FlowSet, State, Way
from engine.rehearsal.fixtures.fixture import PLAIN
from engine.rehearsal.playing.play import play
from engine.rehearsal.staging.world import World
from ratiba.testing.found import Case, find
from ratiba.testing.worlds import world_of

FEW = 3
"""Steps of a flow in which no way can lead elsewhere."""
MAIN = frozenset({"yes", "next"})
ANYWHERE = "anywhere"
NO_DIFFERENCE = frozenset(
    {
        # what was answered and said yes to is passed over again
        "booking.cross_sell: not_wanted -> collect_phone",
        "booking.cross_sell: not_wanted -> confirm",
        # the other branch has the same rule, and leads to the same step
        "cancel.cancel_policy: late -> late_by_now",
        "cancel.cancel_policy: late_for_person -> late_by_now",
        "payment.after_decline: tried_enough -> after_refusal",
        "payment.after_refusal: tried_enough -> after_decline",
        "reschedule.reschedule_policy: late -> late_by_now",
        "reschedule.reschedule_policy: late_for_person -> late_by_now",
        # both are asked for only before the first prompt, of which there is none left here
        "payment.out_of_tries: stop -> leave",
        # two ends that say nothing; and nothing was picked that could be forgotten
        "correct.forget: main -> kept",
        "correct.which: never_mind -> changed",
        "correct.which: never_mind -> forget",
        "correct.which: timer_0 -> changed",
        "correct.which: timer_0 -> forget",
        "correct.which: timer_3 -> changed",
        "correct.which: timer_3 -> forget",
    }
)
"""Changes that nobody could notice: everything said and done stays what it was."""
LOWEST, CHUNK = 19, 8


@dataclass(frozen=True, slots=True)
class Change:
    """One way that leads elsewhere.

    Attributes:
        way: its name; "main" the main way; a timer's; an act that is heard anywhere in the flow.
        target: the step of the same flow that it leads to now.
    """

    flow: str
    step: str
    way: str
    target: str

    def __str__(self) -> str:
        return f"{self.flow}.{self.step}: {self.way} -> {self.target}"

    def made(self, flows: FlowSet) -> FlowSet:
        """The flows with this change."""
        flow, there = flows.flows[self.flow], Way(step=self.target)
        if self.step == ANYWHERE:
            changed = replace(flow, anytime={**flow.anytime, self.way: there})
        else:
            state = _led(flow.states[self.step], self.way, there)
            changed = replace(flow, states={**flow.states, self.step: state})
        return replace(flows, flows={**flows.flows, flow.name: changed})


def _led(state: State, name: str, there: Way) -> State:
    if name == "main":
        return replace(state, main=there)
    if name in state.ways:
        return replace(state, ways={**state.ways, name: there})
    timers = (replace(one, way=there) if one.name == name else one for one in state.timers)
    return replace(state, timers=tuple(timers))


def changes(flows: FlowSet) -> Iterator[Change]:
    """Every way of every step, led to each other step of its flow."""
    for flow in flows.flows.values():
        if len(flow.states) >= FEW:
            yield from _changes(flow, ANYWHERE, flow.anytime)
            for state in flow.states.values():
                yield from _changes(flow, state.id, _ways_of(state))


def _ways_of(state: State) -> Mapping[str, Way]:
    main = {"main": state.main} if state.main is not None else {}
    timers = {one.name: one.way for one in state.timers if state.waits and not one.way.stays}
    return {**main, **state.ways, **timers}


def _changes(flow: Flow, step: str, ways: Mapping[str, Way]) -> Iterator[Change]:
    for name, way in ways.items():
        for other in flow.states:
            change = Change(flow.name, step, name, other)
            if other not in {step, way.step} and str(change) not in NO_DIFFERENCE:
                yield change


def by_way(world: World) -> Mapping[tuple[str, str, str], Sequence[Case]]:
    """The fixtures that take each way, the shortest first."""
    known = transitions(world.flows)
    found: dict[tuple[str, str, str], list[Case]] = {}
    cases = [case for case in find(()).cases if case.world is world and not case.fixture.end.rows]
    for case in sorted(cases, key=lambda one: len(one.fixture.turns)):
        for one in taken(play(world, case.fixture).moves, known):
            way = "main" if one.way in MAIN else one.way
            found.setdefault((one.flow, one.step, way), []).append(case)
            flow = world.flows.flows[one.flow]
            if way in flow.anytime and way not in flow.states[one.step].ways:
                found.setdefault((one.flow, ANYWHERE, way), []).append(case)
    return found


def noticed(world: World, change: Change, cases: Sequence[Case]) -> bool:
    """Whether one of the fixtures fails on the changed flows."""
    other = replace(world, flows=change.made(world.flows))
    return any(play(other, case.fixture).faults for case in cases)


_ways: dict[tuple[str, str, str], Sequence[Case]] = {}


def _missed(change: Change) -> str:
    world = world_of(PLAIN)
    cases = _ways[change.flow, change.step, change.way]
    return "" if noticed(world, change, cases) else str(change)


def main() -> None:
    world = world_of(PLAIN)
    _ways.update(by_way(world))
    every = [one for one in changes(world.flows) if (one.flow, one.step, one.way) in _ways]
    context = multiprocessing.get_context("fork")
    with context.Pool(os.cpu_count(), os.nice, (LOWEST,)) as pool:
        missed = [one for one in pool.imap_unordered(_missed, every, CHUNK) if one]
    sys.stdout.write(
        "\n".join([f"{len(every) - len(missed)} of {len(every)} noticed", *missed, ""])
    )


if __name__ == "__main__":
    main()
