"""The host of a re-run: tools answer as they did then."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from engine.model.effect import Step
from engine.model.tool import Answer, Call


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
    """

    turn: Sequence[tuple[Call, Answer]]
    all: Sequence[tuple[Call, Answer]]

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
        """The answer to the same call in this turn, else at any time; a flow may ask less now."""
        for index, (then, answer) in enumerate(left):
            if _same(then, call):
                del left[index]
                return answer
        for then, answer in self.all:
            if _same(then, call):
                return answer
        raise Unrecorded(call)


def _same(then: Call, now: Call) -> bool:
    """The same tool with the same inputs; an input that only one of them names changes nothing."""
    if then.tool != now.tool:
        return False
    return all(now.args[name] == value for name, value in then.args.items() if name in now.args)
