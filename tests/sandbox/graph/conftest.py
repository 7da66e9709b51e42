"""A running stand-in for the Graph API."""

from collections.abc import AsyncIterator

import httpx2
import pytest

from engine.clock import FixedClock
from sandbox.graph.app import graph_app
from sandbox.graph.book import GraphBook
from sandbox.serving import running
from tests.sandbox.graph.scene import NOW, SECRET
from tests.web import Web


@pytest.fixture
def book() -> GraphBook:
    return GraphBook(FixedClock(NOW), access_token="good", app_secret=SECRET)


@pytest.fixture
async def graph(book: GraphBook) -> AsyncIterator[httpx2.AsyncClient]:
    async with running(graph_app(book)) as base_url, Web(base_url) as graph:
        yield graph
