"""A promise keeps its meaning: the rule it was written with, and the steps that it names."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.document.place import Place
from engine.model.flow import Flow, Promise
from engine.spec.parts.scope import Scope
from engine.spec.upheld.meaning import check_meaning
from engine.spec.upheld.steps import check_step
from engine.spec.upheld.twins import twins


def upheld(scope: Scope, flow: Flow, below: Flow | None) -> Flow:
    """Hold a flow to what it had promised before the uppermost layer was laid on it.

    Args:
        scope: of `flow`; what takes the meaning from a promise is noted in it, where the
            uppermost layer says it.
        flow: with every layer in it.
        below: the same flow without the uppermost layer; None: that layer brings it.

    Returns:
        The flow; steps of the uppermost layer that do what a promise is about are in its
        promises as well.
    """
    if below is None or {"never", "always"} & scope.draft.told:
        return flow
    for step, where in _named(scope, below).items():
        check_step(scope, flow, below, step, where)
    for promise, place in _nevers(scope, below):
        if promise.when:
            check_meaning(scope, flow, below, promise.when, _where(place))
    more = (twin for promise in below.never for twin in twins(flow, below, promise))
    return replace(flow, never=(*flow.never, *more))


def _named(scope: Scope, below: Flow) -> Mapping[str, str]:
    """The steps that promises name, and where the first that does stands."""
    found: dict[str, str] = {}
    for promise, place in _nevers(scope, below):
        for step in (promise.reach, *promise.before):
            found.setdefault(step, _where(place))
    for one, place in zip(below.always, scope.draft.root.many("always"), strict=False):
        found.setdefault(one.end, _where(place))
    return found


def _nevers(scope: Scope, below: Flow) -> Iterator[tuple[Promise, Place]]:
    """Promises only grow: those of the layers beneath come first, in their order."""
    return zip(below.never, scope.draft.root.many("never"), strict=False)


def _where(place: Place) -> str:
    return f"{place.at.file}, line {place.at.line}"
