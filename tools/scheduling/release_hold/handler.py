"""Lets a held time go: the undo of `tentatively_reserve`."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import text
from tools.scheduling.claims import release


class ReleaseHold:
    """Frees what is held and not booked; anything else stays as it is."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise nothing."""
        return Answer("done")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Let it expire now."""
        await release(tx, text(args, "hold"), turn.now, status="expired", was=("held",))
        return "done"


HANDLER = ReleaseHold()
