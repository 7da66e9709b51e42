"""What a late step stands on is kept as long as the step may wait."""

from collections.abc import Generator, Iterator, Mapping
from typing import TypeAlias

from engine.machine.walking.inputs import gather
from engine.machine.working.desk import Desk, Scope
from engine.machine.working.slots import pop_above
from engine.model.effect import Run
from engine.model.flow import Kind, State
from engine.model.tool import FAILED, Answer, Call, ToolDefinition
from engine.model.value import Source, Status

Lost: TypeAlias = tuple[int, State, ToolDefinition, str]
"""The frame, step and tool that had made it, and the outcome by which that is left now."""


def kept(
    desk: Desk, index: int, state: State, seconds: int
) -> Generator[Call, Answer, Lost | None]:
    """Keep everything that was made for the time being.

    Args:
        desk: the working copy.
        index: the frame of the step.
        state: the step, about to begin its wait.
        seconds: how long at least; what is held is never held for less than it was at first.

    Returns:
        What could not be kept: it ran out while the customer thought, and somebody else has it.
    """
    for at, maker, tool in list(_standing(desk, index)):
        keeper = desk.flows.tools[tool.prolong or ""]
        given = gather(desk, index, {}, keeper)
        key = f"{desk.frames[index].uid}.{state.id}.kept.{len(desk.effects)}"
        call = Call(keeper.name, {**given, "seconds": seconds}, key)
        answer = yield call
        if answer.outcome == keeper.main:
            desk.effects.append(Run(call, answer))
        elif answer.outcome != FAILED:
            return at, maker, tool, answer.outcome
    return None


def longest(desk: Desk, index: int, state: State) -> int:
    """Seconds until the last timer of a step has run out."""
    spans = (timer.after or timer.quiet for timer in state.timers)
    return max((Scope(desk, index).seconds(span) for span in spans if span), default=0)


def back_to(desk: Desk, index: int, state: State) -> None:
    """Stand again where something was made that is gone."""
    pop_above(desk, index)
    desk.change(index, step=state.id)


def _standing(desk: Desk, index: int) -> Iterator[tuple[int, State, ToolDefinition]]:
    """The steps whose tools have made what can be kept and has not been used for good."""
    for at in desk.chain(index):
        frame = desk.frames[at]
        done: Mapping[str, str] = {**frame.skip, **frame.memo}
        for maker in desk.flow(at).states.values():
            tool = desk.flows.tools[maker.what] if maker.kind is Kind.DO else None
            if tool and tool.prolong and maker.id in done and _loose(desk, at, tool):
                yield at, maker, tool


def _loose(desk: Desk, at: int, tool: ToolDefinition) -> bool:
    made = [desk.frames[at].slots[name] for name in tool.gives if name in desk.frames[at].slots]
    return bool(made) and all(
        one.source is Source.TOOL and one.status in {Status.FILLED, Status.CONFIRMED}
        for one in made
    )
