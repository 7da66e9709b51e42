"""A tenant with a business, and turns to call tools in."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import LiteralString, TypeAlias

import pytest

from engine.clock import FixedClock
from engine.ids import new_ulid
from engine.model.handler import Args, Params, Row, TurnContext, WriteTool
from engine.model.tenant import Tenant
from engine.model.tool import Answer
from engine.store.database import Database, retrying
from engine.store.secrets import Keyring
from engine.store.tenancy import TenantGate, TenantTx, transaction
from tests.stores import PATIENCE_S
from tools.tenants.plan import Plan
from tools.tenants.service import Tenancy
from tools.tenants.verticals import load_vertical

NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
"""A Monday, 09:00 in Nairobi."""
KEYRING = Keyring("a-master-key-for-tests")
_numbers = count(1)


@dataclass
class Business:
    """One tenant, its clock, and a customer who writes."""

    database: Database
    tenant: Tenant
    clock: FixedClock = field(default_factory=lambda: FixedClock(NOW))
    statements: int = 0
    """Run by tools so far."""

    @property
    def gate(self) -> TenantGate:
        return TenantGate(self.database, self.tenant)

    def turn(self, thread: str = "thread-1", phone: str | None = "+254712345678") -> TurnContext:
        return TurnContext(
            tenant=self.tenant,
            now=self.clock.now(),
            thread_id=thread,
            customer_id=phone or f"web:{thread}",
            phone=phone,
            profile_name="A. Customer",
            channel="whatsapp",
            locale="en",
            read=Counted(self.gate, self),
            new_id=lambda: new_ulid(self.clock),
        )

    async def write(
        self, tool: WriteTool, args: Args, turn: TurnContext | None = None
    ) -> tuple[str, Answer]:
        """Plan and write as the runtime does; another outcome than planned stores nothing."""
        turn = turn or self.turn()
        answer = tool.plan(turn, args)

        async def work() -> str:
            async with transaction(self.database, self.tenant) as tx:
                outcome = await tool.write(Counted(tx, self), turn, args, answer)
                if outcome != answer.outcome:
                    raise NotAsPlannedError(outcome)
                return outcome

        try:
            return await retrying(work), answer
        except NotAsPlannedError as error:
            return str(error), answer

    async def refresh(self) -> None:
        row = await self.gate.fetch_one(
            "SELECT version FROM public.tenants WHERE slug = %s", [self.tenant.slug]
        )
        assert row is not None
        self.tenant = replace(self.tenant, version=row[0])

    def pass_time(self, **by: float) -> None:
        self.clock.advance(timedelta(**by))


@dataclass(frozen=True)
class Counted:
    """A gate that counts what passes."""

    gate: TenantGate | TenantTx
    business: Business

    async def fetch_one(self, sql: LiteralString, params: Params = None) -> Row | None:
        self.business.statements += 1
        return await self.gate.fetch_one(sql, params)

    async def fetch_all(self, sql: LiteralString, params: Params = None) -> Sequence[Row]:
        self.business.statements += 1
        return await self.gate.fetch_all(sql, params)

    async def execute(self, sql: LiteralString, params: Params = None) -> int:
        self.business.statements += 1
        return await self.gate.execute(sql, params)


class NotAsPlannedError(Exception):
    """Rolls the transaction back."""


Opened: TypeAlias = Callable[[Plan], Awaitable[Business]]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    async with Database(database_url, size=20, wait_s=PATIENCE_S) as opened:
        yield opened


@pytest.fixture
async def open_business(database: Database) -> AsyncIterator[Opened]:
    """Make tenants of any plan; they are gone after the test."""
    tenancy = Tenancy(database, KEYRING, FixedClock(NOW))
    made: list[str] = []

    async def make(plan: Plan) -> Business:
        slug = f"tools_{next(_numbers)}"
        made.append(slug)
        return Business(database, await tenancy.add(slug, plan, mpesa_shortcode="174379"))

    yield make
    for slug in made:
        await tenancy.delete(slug)


@pytest.fixture
async def spa(open_business: Opened) -> Business:
    """The spa as it is shipped."""
    return await open_business(load_vertical("spa"))
