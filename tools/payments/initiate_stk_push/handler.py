"""Sends one M-Pesa prompt: stored with its token first, handed to Daraja after the commit."""

import secrets
from decimal import ROUND_HALF_UP, Decimal

from engine.errors import ConfigError
from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from engine.store.outbox import post
from engine.store.records import OutboxItem
from tools.args import required, text
from tools.payments.service import LET_GO
from tools.payments.statements import BEGIN, IS_PAID
from tools.payments.states import OPEN
from tools.scheduling.claims import secure

TOKEN_BYTES = 32
WAITS = ""
"""Planned outcome of a tool whose answer comes later."""


class InitiateStkPush:
    """Asks for the price, or a share of it; one attempt a call, none while another is open.

    The payment has the id of its appointment: there is one for each, however often it is tried.
    """

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give the payment; its outcome comes later."""
        facts = {"amount": _amount(args), "prompts": 0}
        return Answer(
            WAITS, gives={"payment": Value("payment", text(args, "appointment"), facts=facts)}
        )

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Take the time (again, if a declined prompt let it go), store the attempt, post it."""
        appointment, phone = text(args, "appointment"), text(args, "phone")
        secured = await secure(
            tx,
            appointment,
            turn.now,
            status="pending",
            may_be=LET_GO,
            payment=appointment,
            phone=phone,
        )
        if not secured:
            return "settled" if await tx.fetch_one(IS_PAID, {"id": appointment}) else "lost"
        attempt = turn.new_id()
        begun = await tx.execute(
            BEGIN,
            {
                "payment": appointment,
                "appointment": appointment,
                "thread": turn.thread_id,
                "customer": turn.customer_id,
                "amount": _amount(args),
                "phone": phone,
                "attempt": attempt,
                "token": secrets.token_urlsafe(TOKEN_BYTES),
                "slug": turn.tenant.slug,
                "open": [state.value for state in OPEN],
                "now": turn.now,
            },
        )
        if begun:
            item = OutboxItem(f"mpesa:{phone}", "stk", {"attempt": attempt}, f"stk:{attempt}")
            await post(tx, item, turn.thread_id, turn.now)
        return WAITS


def _amount(args: Args) -> int:
    """Whole shillings: the share of the price, halves rounded up.

    Raises:
        ConfigError: nothing is left to pay; the flow should not ask for it.
    """
    share = args.get("share")
    price = Decimal(str(required(args, "price").value))
    part = Decimal(str(share)) if isinstance(share, int | float) else Decimal(1)
    amount = int((price * part).to_integral_value(ROUND_HALF_UP))
    if amount < 1:
        raise ConfigError(
            "payment.nothing_due",
            f"A prompt for KES {amount} cannot be sent. Let the flow pass the payment over.",
            amount=amount,
        )
    return amount


HANDLER = InitiateStkPush()
