"""What the engine does shows on `/metrics`, and happens as it would unmetered."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import LiteralString, NoReturn

import pytest
from prometheus_client import REGISTRY

from channels.metering import (
    MeteredWitness,
    metered_carriers,
    metered_tools,
)
from engine.clock import FixedClock
from engine.model.effect import Move, Step
from engine.model.event import Event, Happened, Tap
from engine.model.handler import Args, Row, TurnContext, WriteGate
from engine.model.session import Session
from engine.model.tenant import Tenant
from engine.model.tool import Answer
from engine.store.delivery import Delivery, OutboxRow, Refused, Sent
from engine.store.records import Claimed, Conversation, Incoming
from tests.channels.fakes import NOW

TENANT = Tenant(1, "kinyozi", "Kinyozi", "barber", "en", 1)
ROW = OutboxRow(1, "key", "whatsapp:254712345678", "reply", {}, 1, None, NOW)


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


@dataclass
class Heard:
    turns: list[Event] = field(default_factory=list)

    def turned(self, _conversation: Conversation, event: Event, _step: Step) -> None:
        self.turns.append(event)


def test_a_turn_is_counted_timed_and_told_on() -> None:
    clock, heard, event = FixedClock(NOW), Heard(), Tap(1, "yes")
    clock.advance(timedelta(seconds=2))
    claimed = Claimed(1, "wamid.1", Happened("x.y"), NOW, 1)
    moves = (Move("booking", "confirm", "yes", "booked"), Move("booking", "a", "x", "a"))
    names = ("ratiba_turn_seconds_sum", "ratiba_turns_total", "ratiba_states_total")
    before = [value(names[0]), value(names[1], event="tap"), booked()]
    step = Step(Session("01J"), moves=moves)
    MeteredWitness(heard, clock).turned(Conversation(TENANT, "+254", claimed), event, step)
    after = [value(names[0]), value(names[1], event="tap"), booked()]
    assert [new - old for new, old in zip(after, before, strict=True)] == [2.0, 1.0, 1.0]
    assert heard.turns == [event]


def booked() -> float:
    return value("ratiba_states_total", flow="booking", state="booked")


@dataclass
class Carried:
    delivery: Delivery | None

    async def carry(self, _tenant: Tenant, _row: OutboxRow) -> Delivery:
        if self.delivery is None:
            raise OSError
        return self.delivery

    def stranded(self, _tenant: Tenant, row: OutboxRow) -> tuple[Incoming, ...]:
        return (Incoming(row.key, "+254", Happened("x.y")),)


@pytest.mark.parametrize(
    ("delivery", "result"), [(Sent("wamid.X"), "sent"), (Refused("100", "invalid"), "refused")]
)
async def test_a_send_is_counted_by_its_result(delivery: Delivery, result: str) -> None:
    before = value("ratiba_outbox_sends_total", kind="reply", result=result)
    carrier = metered_carriers({"reply": Carried(delivery)})["reply"]
    assert await carrier.carry(TENANT, ROW) == delivery
    assert value("ratiba_outbox_sends_total", kind="reply", result=result) == before + 1


async def test_a_carrier_that_raises_counts_and_still_raises() -> None:
    before = value("ratiba_outbox_sends_total", kind="reply", result="failed")
    carrier = metered_carriers({"reply": Carried(None)})["reply"]
    with pytest.raises(OSError):  # noqa: PT011 - the very one
        await carrier.carry(TENANT, ROW)
    assert value("ratiba_outbox_sends_total", kind="reply", result="failed") == before + 1
    assert carrier.stranded(TENANT, ROW)[0].provider_id == "key"


@dataclass
class Tool:
    """Reads and writes alike."""

    async def answer(self, _turn: TurnContext, _args: Args) -> Answer:
        return Answer("listed")

    def plan(self, _turn: TurnContext, _args: Args) -> Answer:
        return Answer("held")

    async def write(self, _tx: WriteGate, _turn: TurnContext, _args: Args, answer: Answer) -> str:
        return answer.outcome


class NoRows:
    """A gate that nobody may use."""

    async def fetch_one(self, sql: LiteralString, params: object = ()) -> Row | None:
        raise AssertionError((sql, params))

    async def fetch_all(self, sql: LiteralString, params: object = ()) -> Sequence[Row]:
        raise AssertionError((sql, params))

    async def execute(self, sql: LiteralString, params: object = ()) -> int:
        raise AssertionError((sql, params))


def no_id() -> NoReturn:
    raise AssertionError


async def test_a_tool_is_timed_under_its_name() -> None:
    tool = metered_tools({"tentatively_reserve": Tool()})["tentatively_reserve"]
    turn = TurnContext(TENANT, NOW, "01J", "+254", None, None, "whatsapp", "en", NoRows(), no_id)
    before = value("ratiba_tool_seconds_count", tool="tentatively_reserve")
    assert (await tool.answer(turn, {})).outcome == "listed"
    planned = tool.plan(turn, {})
    assert await tool.write(NoRows(), turn, {}, planned) == "held"
    assert value("ratiba_tool_seconds_count", tool="tentatively_reserve") == before + 2
