"""What providers tell of payments, made rows: each call within one transaction of its caller.

A state only rises and settled is final, so calls may come twice, late and in any order. What the
customer is to hear goes to the inbox as an event of the conversation, in the same transaction.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from engine.model.handler import WriteGate
from engine.store.inbox import store_items
from tools.attention.items import open_item
from tools.payments.answers import Accepted
from tools.payments.news import Booked, Payment, Word, matter, settled, unpaid
from tools.payments.statements import (
    ACCEPTED,
    BOOKED,
    GIVE_UP,
    HOLD_STILL,
    IS_PAID,
    LATE_RECEIPT,
    RAISE,
    STATUS,
    WAIT,
)
from tools.payments.states import PaymentState, below
from tools.scheduling.claims import release, secure

LET_GO = ("pending", "cancelled", "expired")
"""What an appointment may be when its money comes: waiting, or let go meanwhile."""
STANDS = ("confirmed", "completed", "no_show")
"""What an appointment is that needs no money to be booked."""
PROMPT_TIME = timedelta(minutes=15)
"""After it an unanswered prompt counts as run out (`give_up_after` of the flow)."""


class Told(StrEnum):
    """Whether what was told was news."""

    NEWS = "news"
    KNOWN = "known"


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
    came (it is booked all the same, the team collects the rest), or the conversation is over and
    the customer thinks that nothing was booked: money is never dropped.
    """
    payment = await _raise(tx, attempt, PaymentState.SETTLED, word, now)
    if payment is None:
        if word.receipt is not None:
            await tx.execute(
                LATE_RECEIPT,
                {"attempt": attempt, "receipt": word.receipt, "paid": word.paid, "now": now},
            )
        return Told.KNOWN
    booked = await _confirm(tx, payment, attempt, now) if payment.rose else None
    for reason in _troubles(payment, word, booked):
        await open_item(tx, matter(reason, payment, attempt, word), now)
    if payment.rose:
        await store_items(tx, [settled(attempt, payment, word, booked)], now)
    return Told.NEWS


def _troubles(payment: Payment, word: Word, booked: Booked | None) -> Iterator[str]:
    """What a person has to look at though, or because, money has come: no shilling twice."""
    if not payment.rose:
        yield "paid_twice"
        return
    if booked is None:
        yield "paid_without_booking"
        return
    if payment.lacks(word):
        yield "paid_too_little"
    elif payment.exceeds(word):
        yield "paid_too_much"
    if booked.ended:
        yield "paid_after_end"


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
    await store_items(tx, [unpaid(attempt, outcome, payment, word)], now)
    return Told.NEWS


async def _raise(
    tx: WriteGate, attempt: str, state: PaymentState, word: Word, now: datetime
) -> Payment | None:
    await tx.execute(WAIT, {"attempt": attempt})
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
    return Payment(*row) if row else None


async def _confirm(tx: WriteGate, payment: Payment, attempt: str, now: datetime) -> Booked | None:
    """Book what was paid for, a bundle whole; None if it cannot be."""
    appointment = payment.appointment
    if not await secure(tx, (appointment,), now, status="confirmed", may_be=LET_GO):
        statuses = {status for (status,) in await tx.fetch_all(STATUS, {"id": appointment})}
        if statuses & {*LET_GO}:  # parts of it may have been taken just now
            await release(tx, appointment, now, status="expired", was=LET_GO)
        if not statuses or not statuses <= {*STANDS}:
            return None
    rows = await tx.fetch_all(BOOKED, {"attempt": attempt})
    booked = [Booked(*row) for row in rows]
    return replace(booked[0], extra=booked[1] if booked[1:] else None) if booked else None
