"""The stand-in for Safaricom's Daraja, as an app."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from engine.net.http import Http
from sandbox.daraja.api import Api
from sandbox.daraja.book import DarajaBook
from sandbox.daraja.control import Control
from sandbox.daraja.customer import Customer
from sandbox.errands import Errands
from sandbox.faults import fault_routes


def daraja_app(book: DarajaBook) -> FastAPI:
    """Build the server around its memory."""
    http, errands = Http(), Errands()
    customer = Customer(book, http)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with http:
            yield
            book.faults.clear()
            await errands.stop()

    app = FastAPI(title="Sandbox of Safaricom's Daraja", lifespan=lifespan)
    app.include_router(fault_routes(book.faults))
    app.include_router(Control(book, customer, errands).routes())
    app.include_router(Api(book, customer, errands).routes())
    return app
