"""What a tool's handler is: the seam between the runtime and the `tools` package."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, LiteralString, Protocol, TypeAlias, runtime_checkable

from engine.model.tenant import Tenant
from engine.model.tool import Answer
from engine.model.value import Scalar, Value

Row: TypeAlias = tuple[Any, ...]
"""One row as the database gives it; the statement beside it says what its columns are."""

Params: TypeAlias = Mapping[str, object] | Sequence[object] | None
"""Values for the placeholders of a statement, by name or in order."""

Args: TypeAlias = Mapping[str, Value | Scalar]
"""A call's inputs by name: slots as values, settings and facts as scalars."""


class ReadGate(Protocol):
    """Reads of one tenant's rows; `{t}` in the SQL stands for its schema."""

    async def fetch_one(self, sql: LiteralString, params: Params = None) -> Row | None:
        """Give the first row, or None."""
        ...

    async def fetch_all(self, sql: LiteralString, params: Params = None) -> Sequence[Row]:
        """Give every row."""
        ...


class WriteGate(ReadGate, Protocol):
    """The same inside the commit's transaction, where rows may change."""

    async def execute(self, sql: LiteralString, params: Params = None) -> int:
        """Run a statement; gives the number of rows it touched."""
        ...


@dataclass(frozen=True, slots=True)
class TurnContext:
    """What a tool may know of the turn; the same in a re-run of it.

    Attributes:
        now: the turn's clock, UTC, aware.
        phone: E.164 with `+` if the channel verified it, else None.
        profile_name: as the channel tells it: untrusted, for display only.
        read: rows outside any transaction; never inside `plan`, which is pure.
        new_id: makes a ULID.
        address: the customer's id on the channel.
        contact_id: of the customer, if one is kept already.
        said: the customer's words of this turn, or the label they tapped; "" for an event.
    """

    tenant: Tenant
    now: datetime
    thread_id: str
    customer_id: str
    phone: str | None
    profile_name: str | None
    channel: str
    locale: str
    read: ReadGate
    new_id: Callable[[], str]
    address: str = ""
    contact_id: str | None = None
    said: str = ""


@runtime_checkable
class ReadTool(Protocol):
    """A tool that only reads our tables."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer during the step, outside any transaction."""
        ...


@runtime_checkable
class WriteTool(Protocol):
    """A tool that writes: planned during the step, carried out inside the commit."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Say what it gives if all goes well; pure, and the place where ids are made."""
        ...

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Do it; gives the outcome that really came.

        Another outcome than the planned one makes the runtime roll back and run the turn again
        with that outcome given for the call.
        """
        ...


Handler: TypeAlias = ReadTool | WriteTool
