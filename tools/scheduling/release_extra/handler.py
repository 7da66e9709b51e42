"""Lets the extra go: the undo of `reserve_pair`; the first hold stands."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import text
from tools.scheduling.claims import release


class ReleaseExtra:
    """Frees what is held beside the first and not booked."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Let it expire now."""
        await release(tx, text(args, "extra_hold"), turn.now, status="expired", was=("held",))
        return "done"


HANDLER = ReleaseExtra()
