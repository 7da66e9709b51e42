"""Something happens in the very middle of a check or a compile."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from engine.assembly.library import Repertoire
from engine.assembly.shipped import Shipped
from engine.document.problem import Problems
from engine.document.tree import Document
from engine.spec.phrases.spoken import Texts
from tools.publishing.overlaying import Worlds

PATIENCE_S = 60
Work: TypeAlias = Callable[[], Awaitable[object]]


@dataclass
class Meanwhile:
    """The worlds as they are; after one is made for the first time, something else is done."""

    worlds: Worlds
    work: Work
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.get_running_loop)
    done: bool = False

    @property
    def base(self) -> Repertoire:
        return self.worlds.base

    def shipped(self, vertical: str) -> Shipped:
        return self.worlds.shipped(vertical)

    def as_of(self, texts: Shipped) -> Worlds | Problems:
        return self.worlds.as_of(texts)

    def world(
        self, vertical: str, own: Sequence[Document] = (), words: Texts | None = None
    ) -> Repertoire | Problems:
        """Called beside the loop, as every check and compile is."""
        found = self.worlds.world(vertical, own, words)
        if (own or words) and not self.done:
            self.done = True
            asyncio.run_coroutine_threadsafe(self._work(), self.loop).result(PATIENCE_S)
        return found

    def walkable(
        self, vertical: str, own: Sequence[Document] = (), words: Texts | None = None
    ) -> Repertoire | Problems:
        return self.worlds.walkable(vertical, own, words)

    async def _work(self) -> None:
        await self.work()
