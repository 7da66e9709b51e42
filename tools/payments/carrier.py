"""Takes prompts and questions from the outbox to Daraja."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol, assert_never

import structlog

from engine.clock import Clock
from engine.errors import DatabaseDown
from engine.model.tenant import Tenant
from engine.runtime.backoff import pause_s
from engine.store.bell import Bell
from engine.store.database import Database, retrying
from engine.store.delivery import Delivery, OutboxRow, Refused, Retry, Sent, Uncertain
from engine.store.outage import outlasting
from engine.store.records import Incoming
from engine.store.tenancy import TenantGate, transaction
from tools.payments.answers import (
    Accepted,
    NotAsked,
    PushAnswer,
    PushRefused,
    SaidPaid,
    Unanswered,
)
from tools.payments.codes import CANCELLED_PUSH
from tools.payments.daraja import Daraja, DarajaAccount, Push
from tools.payments.news import Word
from tools.payments.service import cancel, fail, record_push, record_unknown, settle
from tools.payments.statements import HAND_OVER, TO_ASK, WAIT
from tools.payments.states import OPEN

CALLBACK = "/webhooks/daraja/callback/"
ASKS = 3
"""Tries of one question; the timers of the flow ask again."""
CREDENTIALS = ("mpesa_shortcode", "mpesa_passkey", "mpesa_consumer_key", "mpesa_consumer_secret")
log = structlog.get_logger()


class Secrets(Protocol):
    """Where a tenant's credentials are kept."""

    async def of(self, slug: str) -> Mapping[str, str]:
        """Give all of them."""
        ...


@dataclass(frozen=True, slots=True)
class Counter:
    """What both carriers work with.

    Attributes:
        public_url: where Daraja reaches this service.
    """

    database: Database
    secrets: Secrets
    daraja: Daraja
    bell: Bell
    clock: Clock
    public_url: str

    async def account(self, tenant: Tenant) -> DarajaAccount | None:
        """Give the tenant's access to M-Pesa, or None while something of it is missing."""
        kept = await self.secrets.of(tenant.slug)
        given = [kept.get(name, "") for name in CREDENTIALS]
        return DarajaAccount(*given) if all(given) else None


@dataclass(frozen=True, slots=True)
class StkCarrier:
    """Sends a prompt at most once an attempt, and keeps what Daraja said of it."""

    counter: Counter

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        """Send it, unless the booking was let go meanwhile."""
        attempt = str(row.body["attempt"])
        try:
            account = await self.counter.account(tenant)
            if account is None:
                unset = PushRefused("no_credentials", "not set")
                return await self._refused(tenant, attempt, unset)
            push = await self._hand_over(tenant, attempt, again=row.attempts > 1)
        except DatabaseDown as down:
            return Retry(down.code)  # nothing has gone out
        if push is None:
            return Refused("stk.stale", "the booking was let go, or the prompt was sent before")
        log.info("daraja.stk", stage="initiating", attempt=attempt, amount=push.amount,
                 phone=push.phone)  # fmt: skip
        answer = await self.counter.daraja.push(account, push)
        return await self._told(tenant, attempt, _at_last(answer, row.attempts))

    async def _told(self, tenant: Tenant, attempt: str, answer: PushAnswer) -> Delivery:
        match answer:
            case Accepted():
                await self._accepted(tenant, attempt, answer)
                return Sent(answer.checkout_request_id)
            case PushRefused():
                return await self._refused(tenant, attempt, answer)
            case NotAsked(final=True):
                refusal = PushRefused("not_asked", answer.reason)
                return await self._refused(tenant, attempt, refusal)
            case NotAsked():
                return Retry(answer.reason, throttled=answer.throttled)
            case Unanswered():
                return await self._uncertain(tenant, attempt, answer.reason)
            case _:
                assert_never(answer)

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        """Tell nothing: the callback decides, else the flow's timers."""
        return ()

    async def _hand_over(self, tenant: Tenant, attempt: str, *, again: bool) -> Push | None:
        """Mark the attempt as handed to M-Pesa, just before it is; None: it must not be."""
        found = {"attempt": attempt, "again": again, "now": self.counter.clock.now()}
        async with transaction(self.counter.database, tenant) as tx:
            await tx.execute(WAIT, found)
            row = await tx.fetch_one(HAND_OVER, found)
        if row is None:
            return None
        phone, amount, token = row
        url = f"{self.counter.public_url.rstrip('/')}{CALLBACK}{token}"
        return Push(phone, amount, tenant.name, url)

    async def _accepted(self, tenant: Tenant, attempt: str, answer: Accepted) -> None:
        async def work() -> None:
            async with transaction(self.counter.database, tenant) as tx:
                await record_push(tx, attempt, answer, self.counter.clock.now())

        await outlasting(work)
        log.info("daraja.stk", stage="accepted", attempt=attempt,
                 checkout_request_id=answer.checkout_request_id)  # fmt: skip

    async def _refused(self, tenant: Tenant, attempt: str, answer: PushRefused) -> Delivery:
        """The prompt was not shown: the conversation hears of it."""
        log.warning("daraja.stk", stage="refused", attempt=attempt, code=answer.code)
        tell = cancel if answer.code == CANCELLED_PUSH else fail
        word = Word(text=f"{answer.code} {answer.text}".strip(), reason="not_sent")

        async def work() -> None:
            async with transaction(self.counter.database, tenant) as tx:
                await tell(tx, attempt, word, self.counter.clock.now())

        await outlasting(lambda: retrying(work))
        self.counter.bell.ring("inbox", tenant.slug)
        return Refused(answer.code, answer.text)

    async def _uncertain(self, tenant: Tenant, attempt: str, reason: str) -> Delivery:
        log.warning("daraja.stk", stage="unknown", attempt=attempt, reason=reason)

        async def work() -> None:
            async with transaction(self.counter.database, tenant) as tx:
                await record_unknown(tx, attempt, reason, self.counter.clock.now())

        await outlasting(work)
        return Uncertain(reason)


def _at_last(answer: PushAnswer, tries: int) -> PushAnswer:
    """Make it final where no try is left: the row is parked, so the customer must hear of it."""
    if not isinstance(answer, NotAsked) or pause_s(tries, throttled=answer.throttled) is not None:
        return answer
    return replace(answer, final=True)


@dataclass(frozen=True, slots=True)
class StkQueryCarrier:
    """Asks about a prompt whose outcome nobody told; believes only that it was paid."""

    counter: Counter

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        """Ask, unless it is decided meanwhile or Daraja never named the prompt."""
        attempt = str(row.body["attempt"])
        gate = TenantGate(self.counter.database, tenant)
        wanted = {"attempt": attempt, "open": [state.value for state in OPEN]}
        found, account = await gate.fetch_one(TO_ASK, wanted), await self.counter.account(tenant)
        if found is None or account is None:
            return Sent()
        answer = await self.counter.daraja.query(account, found[0])
        log.info("daraja.stk", stage="query", attempt=attempt, said=str(answer))
        if isinstance(answer, SaidPaid):
            await self._settle(tenant, attempt)
            return Sent()
        if answer.answered or row.attempts >= ASKS:
            return Sent()
        return Retry(answer.said)

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        """Tell nothing: a question is simply asked again."""
        return ()

    async def _settle(self, tenant: Tenant, attempt: str) -> None:
        word = Word(code=0, text="by query")

        async def work() -> None:
            async with transaction(self.counter.database, tenant) as tx:
                await settle(tx, attempt, word, self.counter.clock.now())

        await outlasting(lambda: retrying(work))
        self.counter.bell.ring("inbox", tenant.slug)
