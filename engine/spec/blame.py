"""A problem of a lower layer told at the line of the overlay that made it one."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from engine.document.place import top
from engine.document.problem import Problem
from engine.document.tree import Document
from engine.model.flow import Origin
from engine.spec.layers.touched import Edit, Touch
from engine.spec.phrases.settings import flow_of

_NAMED = re.compile(r"'(\w+)'")


@dataclass(frozen=True, slots=True)
class Blame:
    """Which overlay of the uppermost layer is to be named.

    Attributes:
        lower: the flow of each file beneath the uppermost layer.
        upper: flow -> the overlays of the uppermost layer on it, the newest last.
        order: the steps of each flow as its own file has them.
        known: problems that the lower layers have alone: they stay where they are.
        phrases: (language, phrase) -> where its words are written.
    """

    lower: Mapping[str, str] = field(default_factory=dict)
    upper: Mapping[str, Sequence[Touch]] = field(default_factory=dict)
    order: Mapping[str, Sequence[str]] = field(default_factory=dict)
    known: frozenset[Problem] = frozenset()
    phrases: Mapping[tuple[str, str], Origin] = field(default_factory=dict)

    def said(self, problem: Problem, phrase: str, locale: str) -> Problem:
        """A problem of a phrase, where its words are written."""
        at = self.phrases.get((locale, phrase))
        return replace(problem, file=at.file, line=at.line) if at else self.tell(problem)

    def tell(self, problem: Problem) -> Problem:
        """The problem at the overlay's line; as it is where no overlay made it one."""
        flow = self.lower.get(problem.file)
        latest: Sequence[Touch] = [*self.upper.values()][-1] if self.upper else ()
        touches = self.upper.get(flow or "", latest)
        if problem in self.known or flow is None or not touches:
            return problem
        at = self._culprit(problem, touches, self.order.get(flow, ()))
        fault = f"{problem.fault} ({problem.file}, line {problem.line})"
        return replace(problem, file=at.file, line=at.line, fault=fault)

    def _culprit(self, problem: Problem, touches: Sequence[Touch], order: Sequence[str]) -> Origin:
        """The likeliest edit first: of the step itself, of one that it names, of one before it."""
        edits = [edit for one in touches for edit in one.edits]
        steps = [edit for edit in edits if edit.of_step]
        section, _, rest = problem.key.partition(".")
        step = rest.partition(".")[0] if section == "steps" else ""
        named = {*_NAMED.findall(problem.fault)}
        likely = [
            *(one for one in reversed(edits) if one.name == step),
            *(one for one in edits if one.removed and one.name in named),
            *_before(step, edits, order),
            *(one for one in edits if one.name in named),
            *(steps if len(steps) == 1 else ()),
        ]
        return likely[0].at if likely else touches[-1].at


def _before(step: str, edits: Sequence[Edit], order: Sequence[str]) -> Iterator[Edit]:
    """Steps that are gone and stood before this one, the nearest first."""
    if step in order:
        above = order[: order.index(step)]
        gone = {one.name: one for one in edits if one.removed}
        yield from (gone[name] for name in reversed(above) if name in gone)


def blame(
    lower: Iterable[Document],
    touched: Mapping[str, Sequence[Touch]],
    known: Iterable[Problem] = (),
    phrases: Mapping[tuple[str, str], Origin] | None = None,
) -> Blame:
    """Tell problems of lower layers at the uppermost.

    Args:
        lower: every document beneath the uppermost layer.
        touched: flow -> every overlay on it, of whatever layer.
        known: as `Blame` keeps them.
        phrases: as `Blame` keeps them.
    """
    documents = tuple(lower)
    flows = {one.file: flow_of(one) for one in documents}
    upper = {
        flow: found
        for flow, touches in touched.items()
        if (found := [one for one in touches if one.at.file not in flows])
    }
    order = {flow_of(one): steps for one in documents if (steps := _steps(one))}
    return Blame(flows, upper, order, frozenset(known), phrases or {})


def _steps(document: Document) -> tuple[str, ...]:
    place = top(document.root).get("steps")
    return tuple(name for name, _ in place.items()) if place else ()
