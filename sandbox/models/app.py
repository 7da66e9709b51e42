"""The stand-in for models, as an app: both protocols at one address."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from sandbox.faults import fault_routes
from sandbox.models.anthropic import Anthropic
from sandbox.models.book import ModelsBook
from sandbox.models.control import Control
from sandbox.models.openai import OpenAI


def models_app(book: ModelsBook) -> FastAPI:
    """Build the server around its memory.

    OpenAI's base URL is `<url>/v1`, Anthropic's is `<url>`.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        book.faults.clear()

    app = FastAPI(title="Sandbox of language models", lifespan=lifespan)
    app.include_router(fault_routes(book.faults))
    app.include_router(Control(book).routes())
    app.include_router(OpenAI(book).routes())
    app.include_router(Anthropic(book).routes())
    return app
