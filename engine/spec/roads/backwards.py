"""A way back to an ask that is filled by then would only be passed over."""

from collections.abc import Iterable

from engine.document.place import Place
from engine.document.problem import Faults
from engine.model.flow import Flow, Kind, State
from engine.spec.draft import Draft
from engine.spec.graph import Edge, Sort, edges, inner, reach
from engine.spec.language.names import NEXT


def check_backwards(flow: Flow, draft: Draft, faults: Faults) -> None:
    """Note each `go` back to an ask whose answer is there already."""
    filled = {
        state.id: _after(flow, state) for state in flow.states.values() if state.kind is Kind.ASK
    }
    for state in flow.states.values():
        for edge in edges(flow, state):
            if edge.way.again or state.id not in filled.get(edge.target or "", ()):
                continue
            place = _written(draft, edge)
            if place is not None:
                slot = flow.states[edge.target or ""].what
                fault = f"'{edge.target}' has its answer by then and is passed over"
                faults.add(place.at, place.key, fault, f"Write {{again: [{slot}]}}")


def _after(flow: Flow, ask: State) -> set[str]:
    """The steps that can come after an ask was answered, before anything is asked again."""
    first = ask.main.step if ask.main else None

    def onward(step: str) -> Iterable[str]:
        ways = (edge for edge in inner(flow, step) if not edge.way.again)
        return (edge.target for edge in ways if edge.target)

    return reach([first] if first else [], onward)


def _written(draft: Draft, edge: Edge) -> Place | None:
    """Where the file names this way; None for one that it leaves to the order of the steps."""
    step = draft.steps[edge.source]
    match edge.sort:
        case Sort.MAIN:
            return step.body.get(NEXT)
        case Sort.WAY:
            ways = step.body.get("exits") or step.head()
            return ways.get(edge.name)
        case Sort.TIMER:
            index = int(edge.name.removeprefix("timer_"))
            written = [*step.body.many("timers"), *draft.root.many("timers")]
            return written[index].get("go") if index < len(written) else None
        case Sort.ANYTIME:
            anytime = draft.root.get("anytime")
            return anytime.get(edge.name) if anytime else None
        case _:
            return None
