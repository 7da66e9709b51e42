"""The host of a re-run: tools answer as they did then."""

from collections.abc import Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.model.effect import Step
from engine.model.tool import Answer, Call, Safety, ToolDefinition


class Unrecorded(Exception):
    """A tool is asked what it was not asked then."""

    def __init__(self, call: Call) -> None:
        super().__init__(call.tool)
        self.call = call


@dataclass(frozen=True, slots=True)
class Memory:
    """What tools answered in a conversation.

    Attributes:
        turn: the calls of the turn that is run again, in order.
        all: the calls of the whole conversation.
        tools: what the language knows of each.
    """

    turn: Sequence[tuple[Call, Answer]]
    all: Sequence[tuple[Call, Answer]]
    tools: Mapping[str, ToolDefinition]

    def run(self, stepping: Generator[Call, Answer, Step]) -> Step:
        """Drive a step to its end.

        Raises:
            Unrecorded: it needs an answer that nobody gave.
        """
        left = list(self.turn)
        try:
            call = next(stepping)
            while True:
                call = stepping.send(self._answer(call, left))
        except StopIteration as stop:
            step: Step = stop.value
            return step

    def _answer(self, call: Call, left: list[tuple[Call, Answer]]) -> Answer:
        """The answer to the same call in this turn, else at any time; a flow may ask less now.

        What only writes is taken to come out as it did in this turn though it is told other
        things: that it is, is told as a difference. What a list would hold is not known.
        """
        found = _first(left, call) or _first(self.all, call)
        if found is None and self.tools[call.tool].safety is not Safety.READ:
            found = next((one for one in left if one[0].tool == call.tool), None)
        if found is None:
            raise Unrecorded(call)
        if found in left:
            left.remove(found)
        return found[1]


def _first(calls: Iterable[tuple[Call, Answer]], call: Call) -> tuple[Call, Answer] | None:
    return next((one for one in calls if _same(one[0], call)), None)


def _same(then: Call, now: Call) -> bool:
    """The same tool with the same inputs; an input that only one of them names changes nothing."""
    if then.tool != now.tool:
        return False
    return all(now.args[name] == value for name, value in then.args.items() if name in now.args)
