"""`/webhooks/whatsapp`: the raw bytes are proven, parsed and stored, then acknowledged."""

import asyncio

import structlog
from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, PlainTextResponse

from channels.body import decode, read_body
from channels.metrics import MESSAGES, WEBHOOK_SECONDS, WEBHOOKS
from channels.ports import Services
from channels.problem import Problem
from channels.whatsapp.handshake import challenge
from channels.whatsapp.parse import parse
from channels.whatsapp.signature import is_authentic

log = structlog.get_logger()

PATH = "/webhooks/whatsapp"
STORE_S = 1.85
"""Past this the answer is 503, so that a provider waits 2 s at most."""
CHALLENGE_LIMIT = 256


def whatsapp_routes(services: Services) -> APIRouter:
    """Give the endpoints that Meta calls."""
    router = APIRouter(tags=["whatsapp"])

    @router.get(PATH)
    async def verify(
        mode: str = Query("", alias="hub.mode", max_length=CHALLENGE_LIMIT),
        token: str = Query("", alias="hub.verify_token", max_length=CHALLENGE_LIMIT),
        asked: str = Query("", alias="hub.challenge", max_length=CHALLENGE_LIMIT),
    ) -> PlainTextResponse:
        """Answer the handshake with which Meta registers this address."""
        answer = challenge(mode, token, asked, services.verify_token)
        log.info("webhook.whatsapp.handshake", ok=answer is not None)
        if answer is None:
            raise Problem(
                403, "The verify token is not ours.", "Set WHATSAPP_VERIFY_TOKEN to the same words."
            )
        return PlainTextResponse(answer)

    @router.post(PATH)
    async def receive(request: Request) -> JSONResponse:
        """Store what the body tells, once, and acknowledge it."""
        with WEBHOOK_SECONDS.labels("whatsapp").time():
            return await _receive(request, services)

    return router


async def _receive(request: Request, services: Services) -> JSONResponse:
    body = await read_body(request)
    genuine = is_authentic(body, request.headers.get("x-hub-signature-256"), services.app_secret)
    log.info("webhook.whatsapp", method="POST", path=PATH, signature_valid=genuine, size=len(body))
    if not genuine:
        WEBHOOKS.labels("whatsapp", "forged").inc()
        raise Problem(
            403,
            "The signature does not fit the body.",
            "WHATSAPP_APP_SECRET must be the app secret of the Meta app that calls.",
        )
    pieces = parse(decode(body), services.clock.now())
    if pieces:
        async with asyncio.timeout(STORE_S):
            stored = await services.ingress.store(pieces)
        MESSAGES.labels("fresh").inc(stored.fresh)
        MESSAGES.labels("repeated").inc(stored.repeated)
        for account in stored.unrouted:
            MESSAGES.labels("unrouted").inc()
            log.warning("webhook.whatsapp.no_tenant", account_ends=account[-4:])
    WEBHOOKS.labels("whatsapp", "stored").inc()
    return JSONResponse({"status": "ok"})
