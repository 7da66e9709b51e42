"""Stand-ins for the ports of the web app: they keep what they are given, or fail as told."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from channels.ports import Part, Services
from engine.clock import FixedClock
from engine.errors import DatabaseDown
from engine.model.message import DeliveryStatus, Inbound
from engine.model.payment import StkCallback
from engine.runtime.ingress import Receipt

NOW = datetime(2026, 6, 1, 12, 30, tzinfo=UTC)
SECRET = b"app-secret-of-a-test"
VERIFY_TOKEN = "verify-token-of-a-test"
ACCOUNT = "105500000000001"


@dataclass
class Trouble:
    """How a store misbehaves."""

    down: bool = False
    hangs: bool = False

    async def meet(self) -> None:
        if self.down:
            raise DatabaseDown("connection refused")
        if self.hangs:
            await asyncio.Event().wait()


@dataclass
class KeptInbox:
    trouble: Trouble
    kept: dict[str, Inbound] = field(default_factory=dict)
    statuses: list[DeliveryStatus] = field(default_factory=list)

    async def store(self, pieces: Sequence[Inbound | DeliveryStatus]) -> Receipt:
        await self.trouble.meet()
        before = len(self.kept)
        messages = [piece for piece in pieces if isinstance(piece, Inbound)]
        ours = [message for message in messages if message.account == ACCOUNT]
        self.kept |= {message.provider_id: message for message in ours}
        self.statuses += [piece for piece in pieces if isinstance(piece, DeliveryStatus)]
        fresh = len(self.kept) - before
        unrouted = {message.account for message in messages} - {ACCOUNT}
        return Receipt(fresh, len(ours) - fresh, tuple(sorted(unrouted)))


@dataclass
class KeptCallbacks:
    trouble: Trouble
    known: str = "known-token"
    kept: list[tuple[str, StkCallback | None, str]] = field(default_factory=list)

    async def knows(self, token: str) -> bool:
        await self.trouble.meet()
        return token == self.known

    async def take(self, token: str, callback: StkCallback | None, raw: str) -> bool:
        await self.trouble.meet()
        self.kept.append((token, callback, raw))
        return token == self.known and callback is not None


@dataclass
class Looked:
    trouble: Trouble
    redis: bool = True

    async def parts(self) -> Sequence[Part]:
        if self.trouble.hangs:
            await self.trouble.meet()
        return (
            Part("postgres", not self.trouble.down, "Start Postgres: ratiba up."),
            Part("redis", self.redis, "Start Redis, or unset REDIS_URL."),
        )


@dataclass
class House:
    """All ports at once."""

    trouble: Trouble = field(default_factory=Trouble)
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))

    def __post_init__(self) -> None:
        self.inbox = KeptInbox(self.trouble)
        self.callbacks = KeptCallbacks(self.trouble)
        self.looked = Looked(self.trouble)
        self.services = self.services_in(production=False)

    def services_in(self, *, production: bool) -> Services:
        return Services(
            ingress=self.inbox,
            payments=self.callbacks,
            readiness=self.looked,
            clock=self.clock,
            app_secret=SECRET,
            verify_token=VERIFY_TOKEN,
            production=production,
        )
