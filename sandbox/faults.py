"""Orders to misbehave: what the next requests to an endpoint meet."""

import asyncio
from collections import deque
from enum import StrEnum

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response
from pydantic import BaseModel, Field

GARBAGE = "<html><body>502 Bad Gateway</body></html>"


class Kind(StrEnum):
    """The ways to misbehave."""

    STATUS = "status"
    """An HTTP status with an empty JSON object: 429, 500, 503."""
    CODE = "code"
    """An error of the provider's own, by its code."""
    GARBAGE = "garbage"
    """Status 200 and a page that is no JSON."""
    HANG = "hang"
    """No answer until `/sandbox/release`, or until the caller gives up."""
    DELAY = "delay"
    """The right answer, late."""


class Fault(BaseModel):
    """One order.

    Attributes:
        where: the endpoint's short name, as the sandbox documents it.
        kind: what to do.
        value: the status or the provider's code.
        seconds: of a delay.
        times: how many requests it is for.
        acted: misbehave after the request had its effect (a message recorded, a prompt shown).
        header: of the answer: {"retry-after": "2"}.
    """

    where: str
    kind: Kind
    value: str = ""
    seconds: float = Field(default=1.0, ge=0, le=600)
    times: int = Field(default=1, ge=1, le=10_000)
    acted: bool = False
    header: dict[str, str] = Field(default_factory=dict)


class Faults:
    """The orders that wait, first given first met."""

    def __init__(self) -> None:
        self._waiting: deque[Fault] = deque()
        self._released = asyncio.Event()

    def add(self, fault: Fault) -> None:
        """Take an order."""
        self._waiting.extend([fault] * fault.times)

    def clear(self) -> None:
        """Forget all orders and let go of whom a fault keeps hanging."""
        self._waiting.clear()
        self._released.set()
        self._released = asyncio.Event()

    def take(self, where: str) -> Fault | None:
        """The order that this request to `where` meets, which is used up."""
        for fault in self._waiting:
            if fault.where == where:
                self._waiting.remove(fault)
                return fault
        return None

    async def play(self, fault: Fault, request: Request) -> Response | None:
        """Misbehave; None means that the endpoint goes on as if nothing was (a delay, a code)."""
        match fault.kind:
            case Kind.STATUS:
                return JSONResponse({}, int(fault.value or 500), fault.header)
            case Kind.GARBAGE:
                return PlainTextResponse(GARBAGE, headers=fault.header)
            case Kind.HANG:
                await self._hang(request)
                return JSONResponse({}, 504)
            case Kind.DELAY:
                await asyncio.sleep(fault.seconds)
                return None
            case Kind.CODE:
                return None

    async def _hang(self, request: Request) -> None:
        """Until released, or until the caller has given up."""
        waits = {
            asyncio.ensure_future(self._released.wait()),
            asyncio.ensure_future(_gone(request)),
        }
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def fault_routes(faults: Faults) -> APIRouter:
    """Give `/sandbox/faults` and `/sandbox/release`."""
    router = APIRouter(prefix="/sandbox")

    @router.post("/faults")
    async def order(fault: Fault) -> None:
        """Order a misbehaviour."""
        faults.add(fault)

    @router.post("/release")
    async def release() -> None:
        """Forget all orders, let go of whom one keeps hanging."""
        faults.clear()

    return router
