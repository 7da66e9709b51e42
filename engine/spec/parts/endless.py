"""Waits that silence does not end: told once for a flow, as one line of it mends all."""

from collections.abc import Iterable

from engine.model.flow import Kind
from engine.spec.draft import StepDraft
from engine.spec.parts.scope import Scope
from engine.spec.parts.timers import ends

ASKS = frozenset({Kind.ASK, Kind.CHOOSE, Kind.CONFIRM})
"""Kinds at which the customer has the word."""
LISTED = 3


def waits(scope: Scope, step: StepDraft) -> bool:
    """Whether a conversation can rest at a step."""
    tool = scope.world.tools.get(step.what()) if step.kind is Kind.DO else None
    return step.kind in ASKS or (tool is not None and tool.late)


def check_endless(scope: Scope, steps: Iterable[StepDraft]) -> None:
    """Note the first step that waits without end, and name the others."""
    found = [step for step in steps if waits(scope, step) and not ends(scope, step.body)]
    if not found:
        return
    first, others = found[0], [f"'{one.id}' (line {one.body.at.line})" for one in found[1:]]
    more = len(others) - LISTED
    names = ", ".join(others[:LISTED]) + (f" and {more} more" if more > 0 else "")
    fault = "waits, and no silence ends the wait" + (f"; nor that of {names}" if others else "")
    where = "for the flow, or in each" if others else "here or for the flow"
    scope.add(first.body, fault, f"Write timers: [{{quiet: 30m, go: <step>}}], {where}")
