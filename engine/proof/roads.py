"""What only all situations together show: ends that cannot be reached, waits that never end."""

from collections.abc import Callable, Iterator

from engine.model.flow import FlowSet, Possible
from engine.proof.explore import Exploration, Place
from engine.proof.happening import Sort
from engine.proof.situation import ASIDE, END
from engine.proof.watch import Wrong

MOST_CALLS = 60
"""Model calls in one conversation; at three tenths of a cent each it stays below 20 US cents."""
CALLS_A_TURN = 1
"""Of the understanding, for one message of the customer."""
SPOKEN = frozenset({Sort.ACT, Sort.GIVES, Sort.ROUGHLY, Sort.UNSURE, Sort.UNSAYS})
"""What has to be understood."""

Backwards = dict[int, list[int]]


class Roads:
    """The places of an exploration as a graph."""

    def __init__(
        self, flows: FlowSet, found: Exploration, outside: Callable[[Place], bool]
    ) -> None:
        self._flows = flows
        self._found = found
        self._ended = [
            index
            for index, place in enumerate(found.places)
            if place.key[0] == END or (place.before >= 0 and outside(place))
        ]

        self._elsewhere = [
            index
            for index, place in enumerate(found.places)
            if place.session.frames and place.before >= 0 and outside(place)
        ]
        self._returns = dict(self._come_back())

    def wrong(self) -> Iterator[tuple[Wrong, int]]:
        """Every fault, each with the nearest place that has it."""
        yield from self._no_end()
        yield from self._waits_for_ever()
        yield from self._impossible()

    def _no_end(self) -> Iterator[tuple[Wrong, int]]:
        ends = self._before(self._ended, lambda edge: True)
        for index, flow, step in self._waiting(ends):
            fault, remedy = "no end can be reached from here", "Lead a way from here to an end"
            yield Wrong("no end", flow, step, fault, remedy), index
            return

    def _waits_for_ever(self) -> Iterator[tuple[Wrong, int]]:
        ends = self._before(self._ended, lambda edge: edge[1].sort is Sort.SILENCE)
        told: set[tuple[str, str]] = set()
        for index, flow, step in self._waiting(ends):
            if (flow, step) not in told:
                told.add((flow, step))
                fault = "a customer who says no more is waited for without end"
                remedy = "Give it a timer that goes: timers: [{quiet: 30m, go: ...}]"
                yield Wrong("no timer", flow, step, fault, remedy), index

    def _impossible(self) -> Iterator[tuple[Wrong, int]]:
        for flow in self._flows.flows.values():
            for promise in (one for one in flow.always if isinstance(one, Possible)):
                ends = {
                    index
                    for index, place in enumerate(self._found.places)
                    for _, _, ends in place.onward
                    if (flow.name, promise.end) in ends
                }
                can = self._before([*ends, *self._elsewhere_for(flow.name)], lambda edge: True)
                inside = [one for one in self._waiting(can) if self._inside(one[0], flow.name)]
                for index, _, step in inside[:1]:
                    fault = f"'{promise.end}' can no longer be reached from here"
                    remedy = f"Lead a way from here to '{promise.end}'"
                    yield Wrong("always", flow.name, step, fault, remedy), index

    def _elsewhere_for(self, flow: str) -> Iterator[int]:
        """Places over a flow that another exploration goes on from."""
        for index in self._elsewhere:
            if self._inside(index, flow) and index not in self._returns:
                yield index

    def _come_back(self) -> Iterator[tuple[int, list[int]]]:
        """Asides over steps that are known here, each with the places that it comes back to."""
        known: dict[tuple[tuple[str, str], ...], list[int]] = {}
        for index in range(len(self._found.places)):
            known.setdefault(self._steps(index), []).append(index)
        for index in self._elsewhere:
            beneath = known.get(self._steps(index)[:-1])
            if beneath and self._found.places[index].key[0] == ASIDE:
                yield index, beneath

    def _steps(self, index: int) -> tuple[tuple[str, str], ...]:
        frames = self._found.places[index].session.frames
        return tuple((frame.flow, frame.step) for frame in frames)

    def _inside(self, index: int, flow: str) -> bool:
        return any(frame.flow == flow for frame in self._found.places[index].session.frames)

    def _waiting(self, fine: set[int]) -> Iterator[tuple[int, str, str]]:
        """Places at rest that are not among the fine ones, nearest first."""
        for index, place in enumerate(self._found.places):
            frames = place.session.frames
            if place.happening is not None and index not in fine and frames:
                yield index, frames[-1].flow, frames[-1].step

    def _before(self, targets: list[int], along: Callable[..., bool]) -> set[int]:
        """Everything from which a target can be reached."""
        back: Backwards = {}
        for index, place in enumerate(self._found.places):
            for edge in place.onward:
                if along(edge):
                    back.setdefault(edge[0], []).append(index)
            for beneath in self._returns.get(index, ()):
                back.setdefault(beneath, []).append(index)
        found, waiting = set(targets), list(targets)
        while waiting:
            for index in back.get(waiting.pop(), ()):
                if index not in found:
                    found.add(index)
                    waiting.append(index)
        return found
