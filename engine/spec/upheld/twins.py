"""Steps that do the same as one that a promise is about: what holds of one holds of the other.

Else a second step with the same tool, or a second good end, would be a way around the promise.
"""

from collections.abc import Iterator
from dataclasses import replace

from engine.model.flow import End, Flow, Kind, Promise, State


def twins(flow: Flow, below: Flow, promise: Promise) -> Iterator[Promise]:
    """Yield a promise again for each step of the uppermost layer that does what it is about.

    Args:
        flow: with every layer in it.
        below: without the uppermost.
        promise: of the layers beneath.
    """
    about = below.states.get(promise.reach)
    if about is None or not _counts(about):
        return
    for state in flow.states.values():
        if _alike(state, about) and not _alike(below.states.get(state.id), about):
            yield replace(promise, reach=state.id)


def _counts(state: State) -> bool:
    """A tool, another flow, or the good end: what a business means by a promise."""
    good = state.kind is Kind.END and state.what == End.DONE
    return good or state.kind in {Kind.DO, Kind.CALL}


def _alike(state: State | None, other: State) -> bool:
    return state is not None and (state.kind, state.what) == (other.kind, other.what)
