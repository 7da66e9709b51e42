"""What the stand-in for Meta knows: whom it serves, what was sent, what it was told to do."""

import asyncio
import base64
import itertools
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from engine.clock import Clock
from sandbox.faults import Faults
from sandbox.graph.message import Message


@dataclass(frozen=True, slots=True)
class Recorded:
    """A message that the product sent and this server took.

    Attributes:
        number: 1, 2, 3, ... in order of arrival.
        id: as answered: `wamid....`.
        account: the business's phone number id.
        to: the phone without `+`, or the user id.
        choices: what can be tapped: (id, title).
    """

    number: int
    id: str
    account: str
    to: str
    text: str
    choices: tuple[tuple[str, str], ...]
    at: datetime


@dataclass(slots=True)
class GraphBook:
    """The server's memory; one per server.

    Attributes:
        access_token: what a bearer must say.
        app_secret: signs the webhooks.
        webhook_url: where they go, "" for nowhere.
        tell_statuses: post `sent`, `delivered`, `read` after every message.
    """

    clock: Clock
    access_token: str = field(repr=False)
    app_secret: bytes = field(repr=False)
    webhook_url: str = ""
    tell_statuses: bool = False
    messages: list[Recorded] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def record(self, account: str, message: Message) -> Recorded:
        """Keep a message and give it its id."""
        to = message.to.removeprefix("+") or message.recipient
        recorded = Recorded(
            next(self._numbers),
            new_wamid(),
            account,
            to,
            message.words,
            message.choices,
            self.clock.now(),
        )
        async with self._news:
            self.messages.append(recorded)
            self._news.notify_all()
        return recorded

    def sent(self, to: str = "", after: int = 0) -> list[Recorded]:
        """Messages to somebody (or to all) whose number is beyond `after`."""
        return [
            message
            for message in self.messages
            if message.number > after and to.removeprefix("+") in ("", message.to)
        ]

    async def wait_sent(self, to: str = "", after: int = 0, wait_s: float = 5.0) -> list[Recorded]:
        """The same, waiting for the first one; [] when none came in time."""
        try:
            async with asyncio.timeout(wait_s), self._news:
                await self._news.wait_for(lambda: self.sent(to, after))
        except TimeoutError:
            return []
        return self.sent(to, after)


def new_wamid() -> str:
    """An id like Meta's: opaque, base64."""
    return "wamid." + base64.b64encode(secrets.token_bytes(33)).decode()
