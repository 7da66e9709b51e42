"""Sends one M-Pesa prompt: stored with its token first, handed to Daraja after the commit."""

import secrets
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

import structlog

from engine.clock import FixedClock
from engine.errors import ConfigError
from engine.ids import new_ulid
from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from engine.store.outbox import post
from engine.store.records import OutboxItem
from tools.args import required, text
from tools.payments.service import LET_GO
from tools.payments.statements import BEGIN, IS_OPEN, IS_PAID
from tools.payments.states import OPEN
from tools.scheduling.claims import secure

log = structlog.get_logger()
TOKEN_BYTES = 32
AN_HOUR, A_DAY = 5, 10
"""Prompts to one phone an hour, and to one customer a day, over all their bookings: whoever writes
to us may name anybody's phone. One that was paid was wanted, and does not count."""
TIME = 10
"""Characters of an id that tell its time."""
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
        """Take the time (again, if a declined prompt let it go), store the attempt, post it.

        It asks for the share of what the bookings cost that are left of those it was for.
        Too many prompts of late are `refused`, which rolls everything back: nothing is pushed.
        """
        appointment, phone = text(args, "appointment"), text(args, "phone")
        secured = await secure(
            tx,
            (appointment,),
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
                "share": _share(args),
                "phone": phone,
                "attempt": attempt,
                "token": secrets.token_urlsafe(TOKEN_BYTES),
                "slug": turn.tenant.slug,
                "open": [state.value for state in OPEN],
                "now": turn.now,
                "hour_ago": _ids_from(turn.now - timedelta(hours=1)),
                "day_ago": _ids_from(turn.now - timedelta(days=1)),
                "an_hour": AN_HOUR,
                "a_day": A_DAY,
            },
        )
        if not begun:
            return await _why_not(tx, appointment)
        item = OutboxItem(f"mpesa:{phone}", "stk", {"attempt": attempt}, f"stk:{attempt}")
        await post(tx, item, turn.thread_id, turn.now)
        return WAITS


async def _why_not(tx: WriteGate, payment: str) -> str:
    """Say what stands for a prompt that was not begun: another one is out, or there were enough."""
    is_open = {"id": payment, "open": [state.value for state in OPEN]}
    if await tx.fetch_one(IS_OPEN, is_open):
        return WAITS
    log.warning("daraja.stk", stage="too_many", payment=payment)
    return "refused"


def _ids_from(at: datetime) -> str:
    """Give what no id made since then lies below."""
    return new_ulid(FixedClock(at))[:TIME]


def _amount(args: Args) -> int:
    """Whole shillings: the share of the price shown, halves rounded up; no more is asked for.

    Raises:
        ConfigError: nothing is left to pay; the flow should not ask for it.
    """
    price = Decimal(str(required(args, "price").value))
    amount = int((price * _share(args)).to_integral_value(ROUND_HALF_UP))
    if amount < 1:
        raise ConfigError(
            "payment.nothing_due",
            f"A prompt for KES {amount} cannot be sent. Let the flow pass the payment over.",
            amount=amount,
        )
    return amount


def _share(args: Args) -> Decimal:
    """Part of the price that is due now; all of it unless told.

    Raises:
        ConfigError: it is more than the whole: nobody has agreed to that.
    """
    share = args.get("share")
    part = Decimal(str(share)) if isinstance(share, int | float) else Decimal(1)
    if part > 1:
        raise ConfigError(
            "payment.share",
            f"A prompt for {part:.0%} of a price cannot be sent. Ask for 100% or less.",
        )
    return part


HANDLER = InitiateStkPush()
