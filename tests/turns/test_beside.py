"""A publish at work, and customers who write meanwhile."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Event

from engine.assembly.library import Repertoire
from engine.document.problem import Problem
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.store.tenancy import transaction
from tests.publishing import AMINA, COLOURS, wish
from tests.turns.spa import Spa
from tools.publishing.gate import Prover
from tools.publishing.records import Published
from tools.publishing.service import Publishing


@dataclass(frozen=True)
class Slow:
    """A prover that is not done before a customer has been answered."""

    prover: Prover
    begun: Event
    answered: Event

    def faults(self, repertoire: Repertoire) -> Iterable[Problem]:
        self.begun.set()
        assert self.answered.wait(30)
        return self.prover.faults(repertoire)

    def situations(self, flows: FlowSet) -> Iterable[Session]:
        return self.prover.situations(flows)


async def test_a_turn_does_not_wait_for_a_proof(spa: Spa, publishing: Publishing) -> None:
    slow = Slow(publishing.gate.prover, Event(), Event())
    proving = replace(publishing, gate=replace(publishing.gate, prover=slow))
    publish = asyncio.create_task(proving.publish(spa.tenant, AMINA, wish(COLOURS, spa.tenant)))
    assert await asyncio.to_thread(slow.begun.wait, 30)
    customer = await spa.customer().says("book a haircut tomorrow at 3pm")
    assert customer.state == "CONFIRM"
    assert not publish.done()
    slow.answered.set()
    assert isinstance(await publish, Published)
    assert (await customer.says("yes")).state == "COLOUR"


async def test_a_publish_that_cannot_hold_conversations_still_leaves_turns_alone(
    spa: Spa, publishing: Publishing
) -> None:
    """Somebody writes to the checkpoints for long: the publish comes again, turns go on."""
    async with transaction(spa.house.engine.core.database, spa.tenant) as tx:
        await tx.execute("LOCK TABLE {c}.checkpoints IN ROW EXCLUSIVE MODE")
        publish = asyncio.create_task(
            publishing.publish(spa.tenant, AMINA, wish(COLOURS, spa.tenant))
        )
        for turn in range(3):
            customer = await spa.customer(f"+25471200000{turn}").says("book a swedish massage")
            assert customer.state == "COLLECT_STAFF"
        assert await publishing.in_force(spa.tenant) == ()
    assert isinstance(await publish, Published)
