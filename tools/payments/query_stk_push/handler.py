"""Asks Daraja what became of a prompt; the answer can only turn unknown into settled."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.store.outbox import post
from engine.store.records import OutboxItem
from tools.args import text
from tools.payments.statements import LATEST


class QueryStkPush:
    """Posts the question; what comes of it is an event of `initiate_stk_push`."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Promise to ask."""
        return Answer("asked")

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Ask about the latest prompt, if there is one."""
        payment = text(args, "payment")
        latest = await tx.fetch_one(LATEST, {"payment": payment})
        if latest:
            (attempt,) = latest
            key = f"stk_query:{attempt}:{turn.new_id()}"
            item = OutboxItem(f"mpesa-query:{payment}", "stk_query", {"attempt": attempt}, key)
            await post(tx, item, turn.thread_id, turn.now)
        return "asked"


HANDLER = QueryStkPush()
