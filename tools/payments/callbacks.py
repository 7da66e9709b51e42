"""Daraja's callbacks: authenticated and matched by the token in their path, kept if they are not.

A callback carries no signature. What makes it Daraja's is the attempt's own random token, which
nobody else was given.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

import structlog

from engine.clock import Clock
from engine.errors import InputError
from engine.model.handler import WriteGate
from engine.model.payment import StkCallback
from engine.model.tenant import Tenant
from engine.store.bell import Bell
from engine.store.database import Database, retrying
from engine.store.tenancy import transaction
from engine.store.tenants import Tenants
from tools.payments.codes import CancelledByCustomer, Failed, Paid, Processing, meaning
from tools.payments.news import Word
from tools.payments.service import Told, cancel, fail, settle
from tools.payments.statements import FIND
from tools.payments.strays import Stray, keep, storable

ROUTE = "SELECT token, tenant, attempt_id FROM public.payment_routing WHERE token = %s"
TOKEN = re.compile(r"[A-Za-z0-9_-]{20,100}", re.ASCII)
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Route:
    tenant: Tenant | None
    slug: str
    attempt: str


class Callbacks:
    """Implements the web app's port for payment callbacks."""

    def __init__(self, database: Database, tenants: Tenants, bell: Bell, clock: Clock) -> None:
        self._database = database
        self._tenants = tenants
        self._bell = bell
        self._clock = clock

    async def take(self, token: str, callback: StkCallback | None, raw: str) -> bool:
        """Store a callback for good; True if it belongs to an attempt.

        Args:
            token: of the path.
            callback: None if the body was no STK callback.
            raw: the body, kept with a callback that belongs to nothing.

        Raises:
            DatabaseDown: nothing is stored; the provider is to send again.
        """
        route = await self._route(token)
        reason = _unroutable(route, callback)
        if reason is None and route and route.tenant and callback:
            reason = await self._apply(route.tenant, route.attempt, token, callback)
        if reason is not None:
            await self._keep(token, callback, raw, route.slug if route else None, reason)
        return reason is None

    async def knows(self, token: str) -> bool:
        """Tell whether a token is one of ours: only then is a body kept that cannot be read.

        Raises:
            DatabaseDown: it cannot be told.
        """
        return await self._route(token) is not None

    async def _route(self, token: str) -> _Route | None:
        if not TOKEN.fullmatch(token):
            return None
        async with self._database.connection() as connection:
            row = await (await connection.execute(ROUTE, [token])).fetchone()
        if row is None or not hmac.compare_digest(row[0].encode(), token.encode()):
            return None
        return _Route(await self._tenant(row[1]), row[1], row[2])

    async def _tenant(self, slug: str) -> Tenant | None:
        try:
            return await self._tenants.by_slug(slug)
        except InputError:  # deleted since the prompt went out
            return None

    async def _apply(
        self, tenant: Tenant, attempt: str, token: str, callback: StkCallback
    ) -> str | None:
        """Make it rows, in one transaction; gives why it cannot be believed, if so."""

        async def work() -> str | Told:
            async with transaction(self._database, tenant) as tx:
                found = {"attempt": attempt, "receipt": callback.receipt}
                doubt = _doubt(await tx.fetch_one(FIND, found), token, callback)
                return doubt or await _told(tx, attempt, callback, self._clock.now())

        result = await retrying(work)
        log.info(
            "daraja.stk",
            stage="callback",
            attempt=attempt,
            result_code=callback.result_code,
            news=result is Told.NEWS,
        )
        if isinstance(result, Told):
            if result is Told.NEWS:
                self._bell.ring("inbox", tenant.slug)
            return None
        return result

    async def _keep(
        self, token: str, callback: StkCallback | None, raw: str, slug: str | None, reason: str
    ) -> None:
        """Keep what belongs to nothing, for people to look at."""
        piece = Stray(token, callback, raw, slug, reason)
        kept = await keep(self._database, piece, self._clock.now())
        log.error("payment.unrouted", tenant=slug, reason=reason, kept=kept)


def _unroutable(route: _Route | None, callback: StkCallback | None) -> str | None:
    if route is None:
        return "unknown_token"
    if route.tenant is None:
        return "tenant_gone"
    return "no_callback" if callback is None else None


def _doubt(row: tuple[object, ...] | None, token: str, callback: StkCallback) -> str | None:
    """Say why a callback with a good token is not believed, if so."""
    if row is None:
        return "no_attempt"
    kept, checkout, receipt_used = row
    if not hmac.compare_digest(str(kept).encode(), token.encode()):
        return "unknown_token"
    if checkout is not None and checkout != callback.checkout_request_id:
        return "other_prompt"
    if isinstance(meaning(callback.result_code), Paid):
        if callback.receipt is None:
            return "paid_without_receipt"
        return "receipt_used" if receipt_used else None
    return None


async def _told(tx: WriteGate, attempt: str, callback: StkCallback, now: datetime) -> Told:
    word = Word(
        code=callback.result_code,
        text=storable(callback.result_text),
        receipt=callback.receipt,
        paid=callback.amount,
        checkout=storable(callback.checkout_request_id),
    )
    match meaning(callback.result_code):
        case Paid():
            return await settle(tx, attempt, word, now)
        case CancelledByCustomer():
            return await cancel(tx, attempt, word, now)
        case Failed(reason=reason):
            return await fail(tx, attempt, word.because(reason), now)
        case Processing():
            return Told.KNOWN
        case other:
            assert_never(other)
