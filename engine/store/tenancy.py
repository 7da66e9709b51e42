"""The gate through which every statement on a tenant's rows passes.

In its SQL `{t}` stands for the tenant's schema and `{c}` for the one of its checkpoints:

    await tx.execute("UPDATE {t}.appointments SET status = %(s)s WHERE id = %(id)s", {...})

No `search_path`, no context variable: without a `Tenant` there is no gate.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import (
    AbstractAsyncContextManager,
    AsyncExitStack,
    asynccontextmanager,
    nullcontext,
)
from typing import Any, LiteralString, TypeAlias, TypeVar, overload

from psycopg import AsyncCursor
from psycopg.rows import class_row, tuple_row

from engine.model.tenant import Tenant
from engine.store.database import Connection, Database
from engine.store.names import compose_for, slug_of

Params: TypeAlias = "Mapping[str, object] | Sequence[object] | None"
Row: TypeAlias = tuple[Any, ...]
T = TypeVar("T")


class _Gate:
    """Statements of one tenant; `kind` gives rows as instances of a dataclass, by column name."""

    def __init__(self, database: Database, tenant: Tenant) -> None:
        self._slug = slug_of(tenant)
        self._database = database
        self.tenant = tenant
        compose_for(self._slug, "")

    def _lent(self) -> AbstractAsyncContextManager[Connection]:
        return self._database.connection(self._slug)

    async def _ran(
        self, connection: Connection, sql: LiteralString, params: Params, kind: type[T] | None
    ) -> AsyncCursor[Any]:
        cursor = connection.cursor(row_factory=class_row(kind) if kind else tuple_row)
        return await cursor.execute(compose_for(self._slug, sql), params)

    @overload
    async def fetch_one(self, sql: LiteralString, params: Params = None) -> Row | None: ...
    @overload
    async def fetch_one(
        self, sql: LiteralString, params: Params = None, *, kind: type[T]
    ) -> T | None: ...
    async def fetch_one(
        self, sql: LiteralString, params: Params = None, *, kind: type[T] | None = None
    ) -> Any:
        """Return the first row, or None.

        Raises:
            DatabaseDown: Postgres cannot be reached.
        """
        async with self._lent() as connection:
            return await (await self._ran(connection, sql, params, kind)).fetchone()

    @overload
    async def fetch_all(self, sql: LiteralString, params: Params = None) -> list[Row]: ...
    @overload
    async def fetch_all(
        self, sql: LiteralString, params: Params = None, *, kind: type[T]
    ) -> list[T]: ...
    async def fetch_all(
        self, sql: LiteralString, params: Params = None, *, kind: type[T] | None = None
    ) -> Any:
        """Return every row.

        Raises:
            DatabaseDown: Postgres cannot be reached.
        """
        async with self._lent() as connection:
            return await (await self._ran(connection, sql, params, kind)).fetchall()

    async def execute(self, sql: LiteralString, params: Params = None) -> int:
        """Run a statement and return how many rows it touched.

        Raises:
            DatabaseDown: Postgres cannot be reached.
        """
        async with self._lent() as connection:
            return (await self._ran(connection, sql, params, None)).rowcount


class TenantGate(_Gate):
    """Each statement on a connection of its own, committed by itself.

    For reads during a step (`TurnContext.read`), and for work that is one statement.
    """


class TenantTx(_Gate):
    """One transaction; it begins with its first statement. Made by `transaction`."""

    def __init__(self, database: Database, tenant: Tenant, stack: AsyncExitStack) -> None:
        super().__init__(database, tenant)
        self._stack = stack
        self._connection: Connection | None = None

    @property
    def begun(self) -> bool:
        """Whether a statement was run."""
        return self._connection is not None

    def _lent(self) -> AbstractAsyncContextManager[Connection]:
        return nullcontext(self._connection) if self._connection else self._begun()

    @asynccontextmanager
    async def _begun(self) -> AsyncIterator[Connection]:
        connection = await self._stack.enter_async_context(self._database.connection(self._slug))
        await self._stack.enter_async_context(connection.transaction())
        self._connection = connection
        yield connection

    async def _last(self, sql: LiteralString, params: Params) -> Row | None:
        """Run the statement that ends it all: alone, it needs no BEGIN and no COMMIT."""
        if self.begun:
            return await self.fetch_one(sql, params)
        return await TenantGate(self._database, self.tenant).fetch_one(sql, params)


@asynccontextmanager
async def transaction(database: Database, tenant: Tenant) -> AsyncIterator[TenantTx]:
    """Open a transaction on one tenant's rows; leaving by an error rolls it back.

    Raises:
        NoTenant: `tenant` is None.
        InputError: its slug cannot be one.
        DatabaseDown: Postgres cannot be reached, or was lost before the commit was answered.
    """
    async with AsyncExitStack() as stack:
        yield TenantTx(database, tenant, stack)
