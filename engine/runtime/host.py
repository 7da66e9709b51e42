"""The host of a step: answers its tool calls, and keeps the answers for the journal."""

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import cast

from engine.errors import ConfigError
from engine.model.effect import Step
from engine.model.handler import Args, Handler, ReadTool, TurnContext, WriteTool
from engine.model.tool import Answer, Call, Safety, ToolDefinition


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a write really came to: the same call is answered with it in the re-run."""

    tool: str
    args: Args
    outcome: str

    def is_about(self, call: Call) -> bool:
        """Whether `call` asks the same again."""
        return self.tool == call.tool and self.args == call.args


@dataclass(slots=True)
class Host:
    """Answers the calls of one run of a step.

    Attributes:
        verdicts: outcomes that earlier runs of this turn met at the commit.
        answers: every call with its answer, in order.
    """

    handlers: Mapping[str, Handler]
    tools: Mapping[str, ToolDefinition]
    context: TurnContext
    verdicts: tuple[Verdict, ...] = ()
    answers: list[tuple[Call, Answer]] = field(default_factory=list)

    async def run(self, stepping: Generator[Call, Answer, Step]) -> Step:
        """Drive the step to its end."""
        try:
            call = next(stepping)
            while True:
                answer = await self._answer(call)
                self.answers.append((call, answer))
                call = stepping.send(answer)
        except StopIteration as stop:
            step: Step = stop.value
            return step

    async def _answer(self, call: Call) -> Answer:
        known = next((v for v in self.verdicts if v.is_about(call)), None)
        if known is not None:
            return Answer(known.outcome)
        handler = self.handlers.get(call.tool)
        if handler is None:
            raise ConfigError(
                "tool.missing",
                f"No handler is called '{call.tool}'. Add tools/<capability>/{call.tool}/.",
            )
        if self.tools[call.tool].safety is Safety.READ:
            return await cast("ReadTool", handler).answer(self.context, call.args)
        return cast("WriteTool", handler).plan(self.context, call.args)
