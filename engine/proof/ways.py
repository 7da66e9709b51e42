"""How silent steps of a flow were left, as far as a walk from the top can tell."""

from collections.abc import Iterator

from engine.machine.working.desk import silent
from engine.model.flow import Flow, Kind, Way
from engine.proof.felt import over


def alike(flow: Flow) -> dict[tuple[str, str], tuple[str, str]]:
    """Ways out of a tool's step that lead the same way as one before them: a walk cannot tell."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for state in flow.states.values():
        first: dict[Way, str] = {}
        for name, way in state.ways.items() if state.kind is Kind.DO else ():
            if first.setdefault(way, name) != name:
                found[state.id, name] = (state.id, first[way])
    return found


def passed(flow: Flow) -> Iterator[str]:
    """Steps of which a walk from the top asks how they were left.

    What is said in the first turn only is not among them: it is never said again.
    """
    for state in flow.states.values():
        gone = state.kind is Kind.SAY and any(over(flow.rules[one], flow) for one in state.when)
        if silent(state.kind) and not gone:
            yield state.id
