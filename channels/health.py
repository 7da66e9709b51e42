"""`/healthz`, `/readyz`, `/metrics`: what balancers and monitors ask."""

import asyncio

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from channels.ports import Part, Services

LOOK_S = 2.0


def health_routes(services: Services) -> APIRouter:
    """Give the endpoints that tell how this process is."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz")
    async def healthz() -> JSONResponse:
        """Alive: the process answers; nothing else is looked at."""
        return JSONResponse({"status": "ok"})

    @router.get("/readyz")
    async def readyz() -> JSONResponse:
        """Ready: Postgres is there, no older than the code, and the process is not stopping.

        Redis is looked at too, but holds nothing that a turn needs: it is told, and no reason to
        take this process out of service.
        """
        parts = [*await _parts(services), _draining(services)]
        answer = {
            "status": "ready" if all(part.ok or not part.needed for part in parts) else "not ready",
            "parts": {part.name: part.note if part.ok else part.remedy for part in parts},
        }
        return JSONResponse(answer, 200 if answer["status"] == "ready" else 503)

    @router.get("/metrics")
    async def metrics() -> Response:
        """Prometheus's text format."""
        return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)

    return router


async def _parts(services: Services) -> list[Part]:
    try:
        async with asyncio.timeout(LOOK_S):
            return list(await services.readiness.parts())
    except TimeoutError:
        return [Part("stores", ok=False, remedy="They did not answer in 2 s: ratiba doctor.")]


def _draining(services: Services) -> Part:
    return Part("serving", not services.drain.begun, "The process is stopping; ask another one.")
