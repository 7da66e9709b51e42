"""Keeps a held time while something is waited for."""

from datetime import timedelta

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from tools.args import optional, text
from tools.scheduling.claims import HOLD, renew, secure

HELD = ("held", "expired")


class KeepHold:
    """Holds on: what ran out meanwhile is taken again, all of it or nothing."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise what is most likely."""
        return Answer("kept")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Take again what is not ours any more, then hold it all as long as it is needed."""
        extra, seconds = optional(args, "extra_hold"), args.get("seconds")
        ids = (text(args, "hold"), *([str(extra.value)] if extra else []))
        if not await secure(tx, ids, turn.now, status="held", may_be=HELD):
            return "taken"
        span = max(HOLD, timedelta(seconds=seconds if isinstance(seconds, int) else 0))
        for id_ in ids:
            await renew(tx, id_, turn.now, span)
        return "kept"


HANDLER = KeepHold()
