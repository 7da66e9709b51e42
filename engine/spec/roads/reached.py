"""Steps to which nothing leads."""

from collections.abc import Iterable

from engine.document.problem import Faults
from engine.model.flow import Flow
from engine.spec.draft import Draft
from engine.spec.graph import inner, reach


def check_reached(flow: Flow, draft: Draft, faults: Faults) -> None:
    """Note the steps that no way leads to, but not those that only these lead to."""

    def onward(step: str) -> Iterable[str]:
        return (edge.target for edge in inner(flow, step) if edge.target)

    reached = reach([flow.first], onward)
    lost = [step for step in flow.states if step not in reached]
    for step in _heads(lost, {step: set(onward(step)) for step in lost}):
        body = draft.steps[step].body
        faults.add(body.at, body.key, "no way leads here", "Name it in a way, or delete it")


def _heads(lost: list[str], onward: dict[str, set[str]]) -> list[str]:
    """The fewest steps from which the other lost ones follow."""
    led = {target for step in lost for target in onward[step] - {step}}
    heads = [step for step in lost if step not in led]
    covered = reach(heads, lambda step: (t for t in onward[step] if t in onward))
    for step in lost:  # a ring of lost steps has no head: its first step stands for it
        if step not in covered:
            heads.append(step)
            covered |= reach([step], lambda one: (t for t in onward[one] if t in onward))
    return heads
