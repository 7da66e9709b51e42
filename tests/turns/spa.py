"""Whole turns on a real database: a customer writes, the engine takes the turn, rows tell."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any, LiteralString

from engine.clock import FixedClock
from engine.machine.step import state_name
from engine.model.event import Happened
from engine.model.message import Content, Inbound, Sender, TapReceived, TextReceived
from engine.model.payment import StkCallback
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.store.inbox import store_items
from engine.store.records import Conversation, Incoming
from engine.store.tenancy import TenantGate
from engine.store.timers import fire
from ratiba.wiring import House

NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
"""A Monday, 09:00 in Nairobi."""
_ids = count(1)


@dataclass
class Spa:
    """One tenant, and the house that serves it."""

    house: House
    tenant: Tenant
    clock: FixedClock

    @property
    def gate(self) -> TenantGate:
        return TenantGate(self.house.engine.core.database, self.tenant)

    async def rows(self, sql: LiteralString) -> Sequence[Any]:
        return await self.gate.fetch_all(sql)

    async def put(self, *items: Incoming) -> None:
        await store_items(self.gate, items, self.clock.now())

    async def claim(self) -> Conversation:
        claimed = await self.house.engine.store.claim(self.tenant, self.clock.now())
        assert claimed is not None
        return claimed

    async def work(self) -> Session | None:
        """Take every turn that waits; the last session."""
        store, last = self.house.engine.store, None
        while (claimed := await store.claim(self.tenant, self.clock.now())) is not None:
            last = await self.house.engine.turner.take(claimed)
        return last

    async def wait(self, **span: float) -> Session | None:
        self.clock.advance(timedelta(**span))
        await fire(self.gate, self.clock.now())
        return await self.work()

    def customer(self, phone: str = "+254712000001", name: str = "A. Customer") -> "Customer":
        return Customer(self, phone, name=name)


@dataclass
class Customer:
    """Somebody on WhatsApp."""

    spa: Spa
    phone: str
    session: Session | None = None
    seen: list[str] = field(default_factory=list)
    name: str = "A. Customer"

    def incoming(self, content: Content, provider_id: str | None = None) -> Incoming:
        phone = self.phone or None
        sender = Sender("whatsapp", self.address, phone, self.name)
        key = provider_id or f"wamid.{next(_ids)}"
        return Incoming.message(Inbound(key, "1", sender, content, self.spa.clock.now()))

    @property
    def address(self) -> str:
        """The user id: a phone's digits, or a username's id where the phone is hidden."""
        return self.phone.removeprefix("+") or "hidden.1"

    async def says(self, text: str, provider_id: str | None = None) -> "Customer":
        await self.spa.put(self.incoming(TextReceived(text), provider_id))
        return self._at(await self.spa.work())

    async def taps(self, value: str) -> "Customer":
        assert self.session is not None
        assert self.session.prompt is not None
        button = f"{self.session.thread_id}|{self.session.prompt.id}|{value}"
        await self.spa.put(self.incoming(TapReceived(button, "")))
        return self._at(await self.spa.work())

    async def happens(self, name: str) -> "Customer":
        key = f"event.{next(_ids)}"
        thread = self.session.thread_id if self.session else None
        await self.spa.put(Incoming(key, self.phone, Happened(name), thread))
        return self._at(await self.spa.work())

    def _at(self, session: Session | None) -> "Customer":
        self.session = session or self.session
        return self

    @property
    def state(self) -> str:
        assert self.session is not None
        return state_name(self.session)

    async def replies(self) -> list[str]:
        """What was said to this customer, oldest first."""
        address = f"whatsapp:{self.address}"
        rows = await self.spa.gate.fetch_all(
            "SELECT body ->> 'text' FROM {t}.outbox WHERE recipient = %s AND kind = 'reply'"
            " ORDER BY id",
            [address],
        )
        return [row[0] for row in rows]


async def settle_latest(spa: Spa) -> None:
    """M-Pesa's callback for the latest attempt: paid."""
    row = await spa.gate.fetch_one(
        "SELECT token, amount_kes FROM {t}.payment_attempts ORDER BY created_at DESC LIMIT 1"
    )
    assert row is not None
    token, amount = row
    paid = StkCallback("ws_CO_1", "m-1", 0, "ok", Decimal(amount), "UKL0000001", spa.clock.now())
    assert await spa.house.callbacks.take(token, paid, "{}")
