"""Wraps the engine's parts so that `/metrics` sees turns, sends and tools."""

from collections.abc import Mapping
from typing import cast

from channels.metrics import (
    SEND_SECONDS,
    SENDS,
    STATES,
    TOOL_SECONDS,
    TURN_SECONDS,
    TURNS,
)
from engine.clock import Clock
from engine.model.effect import Step
from engine.model.event import Event
from engine.model.handler import Args, Handler, ReadTool, TurnContext, WriteGate, WriteTool
from engine.model.tenant import Tenant
from engine.model.tool import Answer
from engine.runtime.witness import Witness
from engine.store.delivery import Carrier, Delivery, OutboxRow
from engine.store.records import Conversation, Incoming


class MeteredWitness:
    """Counts committed turns and states, then tells the next witness."""

    def __init__(self, following: Witness, clock: Clock) -> None:
        self._following = following
        self._clock = clock

    def turned(self, conversation: Conversation, event: Event, step: Step) -> None:
        """Take note of a turn that was committed."""
        TURNS.labels(type(event).__name__.lower()).inc()
        waited = self._clock.now() - conversation.claimed.received_at
        TURN_SECONDS.observe(max(0.0, waited.total_seconds()))
        for move in step.moves:
            if move.source != move.target:
                STATES.labels(move.flow, move.target).inc()
        self._following.turned(conversation, event, step)


class MeteredCarrier:
    """Counts and times what one carrier carries."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier

    async def carry(self, tenant: Tenant, row: OutboxRow) -> Delivery:
        """Hand a row over; one that raises counts as `failed`."""
        result = "failed"
        try:
            with SEND_SECONDS.labels(row.kind).time():
                delivery = await self._carrier.carry(tenant, row)
            result = type(delivery).__name__.lower()
        finally:
            SENDS.labels(row.kind, result).inc()
        return delivery

    def stranded(self, tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        """Hear of a row whose carrying was cut off."""
        SENDS.labels(row.kind, "stranded").inc()
        return self._carrier.stranded(tenant, row)


class MeteredTool:
    """Times one tool; it reads or writes as its handler does."""

    def __init__(self, name: str, handler: Handler) -> None:
        self._time = TOOL_SECONDS.labels(name).time
        self._handler = handler

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer during the step."""
        with self._time():
            return await cast("ReadTool", self._handler).answer(turn, args)

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Say what it gives if all goes well."""
        return cast("WriteTool", self._handler).plan(turn, args)

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Do it inside the commit."""
        with self._time():
            return await cast("WriteTool", self._handler).write(tx, turn, args, answer)


def metered_tools(handlers: Mapping[str, Handler]) -> Mapping[str, MeteredTool]:
    """Every handler, timed under its tool's name."""
    return {name: MeteredTool(name, handler) for name, handler in handlers.items()}


def metered_carriers(carriers: Mapping[str, Carrier]) -> Mapping[str, MeteredCarrier]:
    """Every carrier, counted under the kinds it carries."""
    return {kind: MeteredCarrier(carrier) for kind, carrier in carriers.items()}
