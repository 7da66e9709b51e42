"""The worlds in which a call of a tool comes out otherwise, where rules or ways tell it apart."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from engine.explore.examples import OPTIONS, example
from engine.explore.probes import of_slot, value_of
from engine.explore.waits import other_ends
from engine.model.builtin import BUILTIN
from engine.model.flow import FlowSet
from engine.model.tool import Answer, Call, ToolDefinition
from engine.rehearsal.fixtures.fixture import NONE, UNAVAILABLE, Given, Outcome
from engine.rehearsal.staging.stage import Met, Stage


def variations(
    before: Stage, met: Iterable[Met], worth: Callable[[Call, Outcome], bool]
) -> Iterator[Given]:
    """The worlds in which one of the calls comes out otherwise, where that is worth trying."""
    asked = dict(before.host.asked)
    flows = before.world.flows
    for one in met:
        for call, answer in one.calls:
            number = asked.get(call.tool, 0)
            asked[call.tool] = number + 1
            for outcome in filter(partial(worth, call), _others(flows, call, answer)):
                yield scripted(before.host.given, flows, call.tool, number, outcome)
            if flows.tools[call.tool].lists and not answer.options and not number:
                yield from with_examples(before, flows.tools[call.tool])


def with_examples(before: Stage, tool: ToolDefinition) -> Iterator[Given]:
    """Worlds in which a list that is empty has entries, with each fact that rules tell apart.

    Of an entry only its id and what differs is said: the rest is as its definition promises.
    """
    given, flows = before.host.given, before.world.flows
    kind = tool.lists or ""
    numbers = range(1, OPTIONS + 1)
    examples = (example(kind, tool, number, before.now) for number in numbers)
    offered = tuple(replace(one, facts={}) for one in examples)
    yield replace(given, lists={**given.lists, tool.name: offered})
    slots = {s.name for f in flows.flows.values() for s in f.slots.values() if s.type.name == kind}
    for probe in dict.fromkeys(probe for slot in sorted(slots) for probe in of_slot(flows, slot)):
        fact = probe.name.partition(".")[2]
        if fact and probe.value is not None:
            turned = tuple(replace(o, facts={**o.facts, fact: probe.value}) for o in offered)
            yield replace(given, lists={**given.lists, tool.name: turned})


def _others(flows: FlowSet, call: Call, answer: Answer) -> Iterator[Outcome]:
    tool = flows.tools[call.tool]
    if call.tool in BUILTIN:
        return
    if not tool.lists:
        yield from _outcomes(flows, tool, answer)
    elif answer.options:
        yield Outcome(NONE)
        if call.args.get("wish") is not None:
            yield Outcome(UNAVAILABLE)


def _outcomes(flows: FlowSet, tool: ToolDefinition, answer: Answer) -> Iterator[Outcome]:
    """The other outcomes of a tool, and its main one with every value that rules tell apart."""
    for name in other_ends(tool):
        yield Outcome(name)
    if answer.outcome not in {"", tool.main}:
        yield Outcome(tool.main)
    for slot, kind in tool.gives.items():
        for probe in of_slot(flows, slot):
            yield Outcome(tool.main, {slot: value_of(probe, kind)})


def scripted(given: Given, flows: FlowSet, tool: str, number: int, outcome: Outcome) -> Given:
    """The same world, with the call of that number coming to an outcome."""
    script = list(given.tools.get(tool, ()))
    script += [Outcome(flows.tools[tool].main)] * (number - len(script))
    return replace(given, tools={**given.tools, tool: (*script[:number], outcome)})
