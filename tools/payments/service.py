"""What providers tell of payments, made rows: each call within one transaction of its caller.

A state only rises and settled is final, so calls may come twice, late and in any order. What the
customer is to hear goes to the inbox as an event of the conversation, in the same transaction.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from engine.model.event import Happened
from engine.model.handler import WriteGate
from engine.model.value import Scalar, Value
from engine.store.inbox import store_items
from engine.store.records import Incoming
from tools.attention.items import open_item
from tools.payments.answers import Accepted
from tools.payments.statements import (
    ACCEPTED,
    GIVE_UP,
    HOLD_STILL,
    IS_PAID,
    LATE_RECEIPT,
    RAISE,
    STATUS,
)
from tools.payments.states import PaymentState, below
from tools.scheduling.claims import release, secure

TOOL = "initiate_stk_push"
LET_GO = ("pending", "cancelled", "expired")
"""What an appointment may be when its money comes: waiting, or let go meanwhile."""
PROMPT_TIME = timedelta(minutes=15)
"""After it an unanswered prompt counts as run out (`give_up_after` of the flow)."""


class Told(StrEnum):
    """Whether what was told was news."""

    NEWS = "news"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Word:
    """What a provider said of an attempt.

    Attributes:
        code, text: the provider's, for the record.
        reason: of a failure, a word for phrases.
        paid: KES as the provider booked them.
        checkout: the provider's id of the prompt, in case ours was lost.
    """

    code: int | None = None
    text: str | None = None
    reason: str | None = None
    receipt: str | None = None
    paid: Decimal | None = None
    checkout: str | None = None

    def because(self, reason: str) -> "Word":
        """Give the same with a reason."""
        return replace(self, reason=reason)


@dataclass(frozen=True, slots=True)
class _Payment:
    """The payment of an attempt.

    Attributes:
        prompts: attempts so far.
        rose: whether it rose with the attempt; if not, another attempt had settled it.
        ended: the conversation is over: nobody listens any more.
    """

    id: str
    appointment: str
    thread: str | None
    customer: str
    amount: int
    prompts: int
    rose: bool
    ended: bool


async def record_push(tx: WriteGate, attempt: str, answer: Accepted, now: datetime) -> None:
    """Keep Daraja's ids of a prompt that is on its way; the state may have risen already."""
    ids = {"checkout": answer.checkout_request_id, "merchant": answer.merchant_request_id}
    await tx.execute(ACCEPTED, {"attempt": attempt, "now": now, **ids})


async def record_unknown(tx: WriteGate, attempt: str, reason: str, now: datetime) -> None:
    """Keep that nobody knows whether the prompt went out."""
    await _raise(tx, attempt, PaymentState.UNKNOWN, Word(text=reason), now)


async def settle(tx: WriteGate, attempt: str, word: Word, now: datetime) -> Told:
    """The money has come: confirm the appointment, or take its time again if it was let go.

    An attention item is opened where that time is gone, another attempt was paid too, too little
    came, or the conversation is over and the customer thinks that nothing was booked: money is
    never dropped.
    """
    payment = await _raise(tx, attempt, PaymentState.SETTLED, word, now)
    if payment is None:
        if word.receipt is not None:
            await tx.execute(
                LATE_RECEIPT,
                {"attempt": attempt, "receipt": word.receipt, "paid": word.paid, "now": now},
            )
        return Told.KNOWN
    details: dict[str, Scalar] = {"attempt": attempt, "receipt": word.receipt}
    if not payment.rose:
        await open_item(tx, payment.id, "paid_twice", now, details)
    elif word.paid is not None and word.paid < payment.amount:
        await open_item(tx, payment.id, "paid_too_little", now, details)
    else:
        if not await _confirm(tx, payment, now):
            await open_item(tx, payment.id, "paid_without_booking", now, details)
        elif payment.ended:
            await open_item(tx, payment.id, "paid_after_end", now, details)
        await store_items(tx, [_event(attempt, "settled", payment, word)], now)
    return Told.NEWS


async def cancel(tx: WriteGate, attempt: str, word: Word, now: datetime) -> Told:
    """The customer said no: free the time at once, a second try takes it again."""
    return await _unpaid(tx, attempt, PaymentState.CANCELLED, word, now)


async def fail(tx: WriteGate, attempt: str, word: Word, now: datetime) -> Told:
    """It will not be paid: free the time at once, a second try takes it again."""
    return await _unpaid(tx, attempt, PaymentState.FAILED, word, now)


async def give_up(tx: WriteGate, appointment: str, now: datetime) -> bool:
    """Let an unpaid booking go; one that is paid stands.

    It has `expired` if its prompt had its time, else it is `cancelled`. A prompt that is out
    stays `unknown`: money that comes later is still taken in. A callback under way is waited for.

    Returns:
        False if it is paid and booked: then nothing was let go.
    """
    await tx.execute(HOLD_STILL, {"id": appointment})
    if await tx.fetch_one(IS_PAID, {"id": appointment}):
        return False
    await tx.execute(GIVE_UP, {"id": appointment, "now": now, "ran_out": now - PROMPT_TIME})
    return True


async def _unpaid(
    tx: WriteGate, attempt: str, state: PaymentState, word: Word, now: datetime
) -> Told:
    payment = await _raise(tx, attempt, state, word, now)
    if payment is None or not payment.rose:
        return Told.KNOWN
    await release(tx, payment.appointment, now, status="cancelled", was=("pending",))
    outcome = "cancelled" if state is PaymentState.CANCELLED else "refused"
    await store_items(tx, [_event(attempt, outcome, payment, word)], now)
    return Told.NEWS


async def _raise(
    tx: WriteGate, attempt: str, state: PaymentState, word: Word, now: datetime
) -> _Payment | None:
    row = await tx.fetch_one(
        RAISE,
        {
            "attempt": attempt,
            "state": state.value,
            "below": [lower.value for lower in below(state)],
            "code": word.code,
            "text": word.text,
            "receipt": word.receipt,
            "paid": word.paid,
            "checkout": word.checkout,
            "now": now,
        },
    )
    return _Payment(*row) if row else None


async def _confirm(tx: WriteGate, payment: _Payment, now: datetime) -> bool:
    """Book the appointment that was paid for; False if it cannot be."""
    appointment = payment.appointment
    if await secure(tx, appointment, now, status="confirmed", may_be=LET_GO):
        return True
    row = await tx.fetch_one(STATUS, {"id": appointment})
    status = row[0] if row else "gone"
    if status in LET_GO:  # parts of it may have been taken just now
        await release(tx, appointment, now, status="expired", was=LET_GO)
    return status not in LET_GO


def _event(attempt: str, outcome: str, payment: _Payment, word: Word) -> Incoming:
    """Make what the conversation hears; its key lets it be heard once."""
    facts: dict[str, Scalar] = {"amount": payment.amount, "prompts": payment.prompts}
    facts |= {"receipt": word.receipt} if word.receipt else {}
    facts |= {"reason": word.reason} if word.reason else {}
    gives = {"payment": Value("payment", payment.id, facts=facts)}
    if word.receipt:
        gives["receipt"] = Value("receipt", word.receipt)
    event = Happened(f"{TOOL}.{outcome}", gives)
    return Incoming(f"daraja:{attempt}:{outcome}", payment.customer, event, payment.thread)
