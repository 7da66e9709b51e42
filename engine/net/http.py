"""The one way out over HTTP: bounded in time and size, redirects never followed."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Self

import httpx2

from engine.errors import InputError
from engine.net.answer import Answered, NoAnswer, NotSent, Outcome

CONNECT_S = 3.0
TOTAL_S = 10.0
ANSWER_LIMIT = 1 << 20
CONNECTIONS = 100
KEPT_ALIVE = 20
KEEP_ALIVE_S = 30.0

_SCHEMES = frozenset({"http", "https"})
_BEFORE_SENDING = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)


@dataclass(frozen=True, slots=True)
class Request:
    """What to send.

    Attributes:
        url: absolute, http or https.
        body: sent as it is, with the content type among the headers.
        total_s: from the first attempt to connect to the last byte of the answer.
        answer_limit: bytes; a longer answer counts as none.
    """

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    total_s: float = TOTAL_S
    answer_limit: int = ANSWER_LIMIT


class Http:
    """A client that keeps its connections; one a process, closed with it.

    The environment's proxies are not used: what is asked for is what is called.
    Certificates are checked by the machine's own trust, or by `tls`.
    """

    def __init__(self, *, tls: ssl.SSLContext | None = None) -> None:
        self._client = httpx2.AsyncClient(
            verify=tls or _machine_trust(),
            timeout=httpx2.Timeout(None, connect=CONNECT_S, pool=CONNECT_S),
            limits=httpx2.Limits(
                max_connections=CONNECTIONS,
                max_keepalive_connections=KEPT_ALIVE,
                keepalive_expiry=KEEP_ALIVE_S,
            ),
            headers={"accept-encoding": "identity", "user-agent": "ratiba"},
            follow_redirects=False,
            trust_env=False,
        )

    async def __aenter__(self) -> Self:
        """Use as a context manager, so that connections are closed."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close every connection."""
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def send(self, request: Request) -> Outcome:
        """Send a request to an address of ours or a provider's.

        Returns:
            `Answered`, or by how far the request surely got `NotSent` or `NoAnswer`.

        Raises:
            InputError: the URL is no absolute http(s) URL.
        """
        return await self._send(self._build(request), request)

    def _build(self, request: Request) -> httpx2.Request:
        try:
            built = self._client.build_request(
                request.method, request.url, headers=dict(request.headers), content=request.body
            )
        except (httpx2.InvalidURL, ValueError) as error:
            raise InputError("net.bad_url", "That is no URL. Write https://...") from error
        if built.url.scheme not in _SCHEMES or not built.url.host:
            raise InputError("net.bad_url", "A URL must be absolute. Write https://...")
        return built

    async def _send(self, built: httpx2.Request, request: Request) -> Outcome:
        try:
            async with asyncio.timeout(request.total_s), self._stream(built) as answer:
                return await _read(answer, request.answer_limit)
        except _BEFORE_SENDING as error:
            return NotSent(type(error).__name__)
        except (httpx2.HTTPError, TimeoutError) as error:
            return NoAnswer(type(error).__name__)

    @asynccontextmanager
    async def _stream(self, built: httpx2.Request) -> AsyncIterator[httpx2.Response]:
        answer = await self._client.send(built, stream=True)
        try:
            yield answer
        finally:
            await answer.aclose()


async def _read(answer: httpx2.Response, limit: int) -> Outcome:
    if answer.headers.get("content-encoding", "identity") != "identity":
        return NoAnswer("Encoded")
    parts, size = [], 0
    async for part in answer.aiter_raw():
        size += len(part)
        if size > limit:
            return NoAnswer("TooLong")
        parts.append(part)
    headers = {name.lower(): value for name, value in answer.headers.items()}
    return Answered(answer.status_code, headers, b"".join(parts))


@cache
def _machine_trust() -> ssl.SSLContext:
    """One for the process: it takes 25 ms to make."""
    return httpx2.create_ssl_context()
