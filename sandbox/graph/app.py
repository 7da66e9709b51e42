"""The stand-in for Meta's Graph API, as an app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from engine.net.http import Http
from sandbox.errands import Errands
from sandbox.faults import fault_routes
from sandbox.graph.api import api_routes
from sandbox.graph.book import GraphBook
from sandbox.graph.control import control_routes
from sandbox.graph.webhook import Webhooks


def graph_app(book: GraphBook) -> FastAPI:
    """Build the server around its memory."""
    http = Http()
    errands = Errands()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with http:
            yield
            book.faults.clear()
            await errands.stop()

    app = FastAPI(title="Sandbox of Meta's Graph API", lifespan=lifespan)
    webhooks = Webhooks(book, http)
    app.include_router(fault_routes(book.faults))
    app.include_router(control_routes(book, webhooks))
    app.include_router(api_routes(book, webhooks, errands))
    return app
