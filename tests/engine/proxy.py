"""Redis behind a door that can be shut while clients stand in it; one that hears nothing."""

import asyncio
from pathlib import Path
from typing import Any, Self

from redis.connection import parse_url


class Door:
    """Forwards a Unix socket to the real Redis; `shut` cuts every connection."""

    def __init__(self, redis_url: str, path: Path) -> None:
        self._target: dict[str, Any] = dict(parse_url(redis_url))  # type: ignore[no-untyped-call]
        self._path = path
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        """URL of the same database through the door."""
        return f"unix://{self._path}?db={self._target.get('db', 0)}"

    async def open(self) -> None:
        self._server = await asyncio.start_unix_server(self._come, self._path)

    async def shut(self) -> None:
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._path.unlink(missing_ok=True)

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_exc: object) -> None:
        await self.shut()

    async def _come(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if "path" in self._target:
            there = await asyncio.open_unix_connection(self._target["path"])
        else:
            there = await asyncio.open_connection(self._target["host"], self._target["port"])
        self._writers |= {writer, there[1]}
        for source, sink in ((reader, there[1]), (there[0], writer)):
            task = asyncio.create_task(_pour(source, sink))
            self._tasks.add(task)


class Deaf:
    """A Unix socket that takes every connection and never answers.

    Attributes:
        asked: connections so far.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._writers: list[asyncio.StreamWriter] = []

    @property
    def asked(self) -> int:
        return len(self._writers)

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_unix_server(self._come, self._path)
        return self

    async def __aexit__(self, *_exc: object) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()

    async def _come(self, _reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)


async def _pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    try:
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()
    except ConnectionError:
        pass
    finally:
        sink.close()
