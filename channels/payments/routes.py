"""`/webhooks/daraja`: a callback is stored, then acknowledged, whomever it belongs to."""

import asyncio

import structlog
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from channels.body import decode, read_body
from channels.metrics import WEBHOOK_SECONDS, WEBHOOKS
from channels.payments.daraja import parse_callback
from channels.ports import PaymentCallbacks, Services
from channels.problem import Problem
from engine.model.payment import StkCallback

log = structlog.get_logger()

CALLBACK_LIMIT = 64 << 10
STORE_S = 1.85
ACCEPTED = {"ResultCode": 0, "ResultDesc": "Accepted"}


def payment_routes(services: Services) -> APIRouter:
    """Give the endpoints that payment providers call."""
    router = APIRouter(tags=["payments"])

    @router.post("/webhooks/daraja/callback/{token}")
    async def daraja(token: str, request: Request) -> JSONResponse:
        """Store an STK callback; the token in the path says which attempt it is about."""
        with WEBHOOK_SECONDS.labels("daraja").time():
            return await _daraja(token, request, services)

    return router


async def _daraja(token: str, request: Request, services: Services) -> JSONResponse:
    body = await read_body(request, CALLBACK_LIMIT)
    async with asyncio.timeout(STORE_S):
        callback = await _read(token, body, services.payments)
        matched = await services.payments.take(token, callback, body.decode("utf-8", "replace"))
    WEBHOOKS.labels("daraja", "matched" if matched else "unrouted").inc()
    log.info(
        "webhook.daraja",
        matched=matched,
        result_code=callback.result_code if callback else None,
        checkout_request_id=callback.checkout_request_id if callback else None,
    )
    return JSONResponse(ACCEPTED)


async def _read(token: str, body: bytes, payments: PaymentCallbacks) -> StkCallback | None:
    """Read a body; None if it is no STK callback.

    Raises:
        Problem: it is no JSON, and nobody we know sent it. Whoever has a token of ours would only
            send the same again: theirs is kept for people to look at.
    """
    try:
        return parse_callback(decode(body))
    except Problem:
        if await payments.knows(token):
            return None
        raise
