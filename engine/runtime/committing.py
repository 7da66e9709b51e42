"""One transaction: the tools' writes in the order the walk made them, then the turn itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from engine.model.effect import Run, Step, Undo
from engine.model.handler import Handler, TurnContext, WriteTool
from engine.model.tool import Answer, ToolDefinition
from engine.runtime.host import Verdict as Came
from engine.store.database import retrying
from engine.store.ports import CommitTx, Store
from engine.store.records import Commit, Verdict

Result: TypeAlias = "Verdict | Came | Overtaken"
"""How the commit went; a `Came` is a write that did not come out as planned."""


class _NotAsPlannedError(Exception):
    """A write had another outcome: everything rolls back, the turn runs again with it."""

    def __init__(self, came: Came) -> None:
        super().__init__(came.outcome)
        self.came = came


@dataclass(frozen=True, slots=True)
class Overtaken:
    """What was to be undone has gone another way meanwhile: the money came.

    Attributes:
        event: what happened (`initiate_stk_push.settled`); the turn runs again with it instead.
    """

    event: str


class _OvertakenError(Exception):
    """An undo came too late: everything rolls back."""


@dataclass(frozen=True, slots=True)
class Committer:
    """Carries out what a step wants done."""

    store: Store
    handlers: Mapping[str, Handler]

    async def commit(
        self, commit: Commit, step: Step, context: TurnContext, tools: Mapping[str, ToolDefinition]
    ) -> Result:
        """Write everything or nothing.

        Returns:
            WON; or MOVED, LOST: nothing was stored; or the outcome that a write really had.
        """

        async def work() -> Result:
            async with self.store.commit(commit.conversation.tenant) as tx:
                await self._effects(tx, step, context, tools)
                return await tx.finish(commit)

        try:
            return await retrying(work)
        except _NotAsPlannedError as error:
            return error.came
        except _OvertakenError as error:
            return Overtaken(str(error))

    async def _effects(
        self,
        tx: CommitTx,
        step: Step,
        context: TurnContext,
        tools: Mapping[str, ToolDefinition],
    ) -> None:
        for effect in step.effects:
            if isinstance(effect, Run):
                await self._run(tx, effect, context)
            elif isinstance(effect, Undo):
                await self._undo(tx, effect, context, tools[effect.tool].main)

    async def _undo(self, tx: CommitTx, effect: Undo, context: TurnContext, main: str) -> None:
        handler = cast("WriteTool", self.handlers[effect.tool])
        outcome = await handler.write(tx, context, effect.gave, Answer(main))
        if outcome != main:
            raise _OvertakenError(outcome)

    async def _run(self, tx: CommitTx, effect: Run, context: TurnContext) -> None:
        call, planned = effect.call, effect.answer
        handler = cast("WriteTool", self.handlers[call.tool])
        outcome = await handler.write(tx, context, call.args, planned)
        if outcome != planned.outcome:
            raise _NotAsPlannedError(Came(call.tool, call.args, outcome))
