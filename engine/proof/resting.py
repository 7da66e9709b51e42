"""Asides that can only come to rest within the turn: what lies beneath them says nothing to it.

Of whatever fails somewhere a person is told, in the same words: what comes of that is looked at
once, not for every conversation in which something failed.
"""

from engine.machine.working.desk import Desk
from engine.model.flow import Flow, FlowSet, Kind, State
from engine.model.reading import names
from engine.model.session import Frame
from engine.proof.situation import Abstraction
from engine.spec.graph import reach


class Resting:
    """Knows these asides in one exploration."""

    def __init__(self, flows: FlowSet, situations: Abstraction) -> None:
        self._flows = flows
        self._situations = situations
        self._known: dict[tuple[str, str], bool] = {}

    def aside(self, desk: Desk) -> Frame | None:
        """The aside on top, if it can only rest from here on, and looks at nothing beneath."""
        top = desk.frames[-1] if len(desk.frames) > 1 else None
        if self._situations.exact or top is None or desk.parked or desk.then:
            return None
        other = self._situations.aside(top) and top.uid not in desk.dirty
        return top if other and self._only_rests(top.flow, top.step) else None

    def _only_rests(self, flow: str, step: str) -> bool:
        key = (flow, step)
        if key not in self._known:
            found = self._flows.flows[flow]
            ahead = reach([step], lambda one: _silently(found.states[one]))
            self._known[key] = all(self._is_idle(found, found.states[one]) for one in ahead)
        return self._known[key]

    def _is_idle(self, flow: Flow, state: State) -> bool:
        """Whether a step only speaks, or waits for a person; its rules look at settings alone."""
        rules = (flow.rules[rule] for rule in (*state.when, *state.unless))
        if any(name not in flow.settings for rule in rules for name in names(rule)):
            return False
        waits = state.kind is Kind.DO and self._flows.tools[state.what].takes_over
        return waits or (state.kind is Kind.SAY and state.main is not None)


def _silently(state: State) -> list[str]:
    """Where a step leads within the same turn."""
    main = state.main.step if state.main else None
    return [main] if state.kind is Kind.SAY and main else []
