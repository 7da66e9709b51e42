"""Words heard as a business hears them: with its names and hours, where a conversation stands."""

from dataclasses import dataclass, replace
from time import perf_counter
from zoneinfo import ZoneInfo

from engine.clock import Clock
from engine.model.tenant import Tenant
from engine.model.understanding import Hearing
from engine.nlu.rules import understand
from engine.nlu.understander import Understander
from engine.runtime.kit import Kit
from ratiba.evaluating.kinds.case import Utterance
from ratiba.evaluating.verdict import Scored
from ratiba.instants import read_instant
from ratiba.testing.worlds import world_of
from ratiba.understanding.hearing import hearing_in

BOTH = "tomorrow at 3, kesho saa tatu"
"""Words of both languages."""


@dataclass(frozen=True, slots=True)
class Ear:
    """A business that hears words.

    Attributes:
        clock: for words of which a set does not say when they are said.
    """

    tenant: Tenant
    hearing: Hearing
    kit: Kit
    clock: Clock
    understander: Understander

    async def score(self, case: Utterance, at: str) -> Scored:
        """Understand one utterance and judge what was heard.

        Raises:
            InputError: its `now` is no instant.
        """
        zone = self.tenant.zone
        said = read_instant(case.now, zone) if case.now else self.clock.now()
        now = said.astimezone(ZoneInfo(zone))
        words = (case.text, self.hearing, self.kit.vocabulary, now)
        began = perf_counter()
        heard = await self.understander.understand(*words)
        took = (perf_counter() - began) * 1000
        scored = Scored(case.id, at, case.text, case.judge(heard), took, heard.calls)
        if not heard.calls:
            return scored
        alone = await self.understander.by_rules().understand(*words)
        return replace(scored, alone=case.judge(alone))


def shipped(vertical: str) -> tuple[Tenant, Kit]:
    """A fresh business of a kind: nothing but what is shipped, and no database.

    Raises:
        InputError: there is no such vertical.
    """
    world = world_of(vertical)
    return world.tenant, Kit(world.flows, world.book, world.vocabulary, world.hours)


def ear(tenant: Tenant, kit: Kit, state: str, clock: Clock, understander: Understander) -> Ear:
    """Open an ear in a state; "" is a conversation that has not begun.

    Raises:
        InputError: no flow has such a state.
    """
    hearing = hearing_in(state, tenant.locale, kit)
    now = clock.now().astimezone(ZoneInfo(tenant.zone))
    understand(BOTH, hearing, kit.vocabulary, now)  # what is made once is made before it is timed
    return Ear(tenant, hearing, kit, clock, understander)
