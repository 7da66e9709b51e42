"""Lines from stdin through the engine's own understanding."""

import sys
from dataclasses import dataclass
from time import perf_counter
from zoneinfo import ZoneInfo

from engine.assembly.core import opened
from engine.assembly.library import load_library
from engine.assembly.models.playing import cast
from engine.clock import Clock, FixedClock, SystemClock
from engine.model.tenant import Tenant
from engine.model.understanding import Understanding
from engine.nlu.understander import Understander
from engine.runtime.kit import Kit
from engine.settings import Settings
from ratiba import loop
from ratiba.instants import read_instant
from ratiba.keeping.schema import bring_up
from ratiba.kits import TenantKits
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine
from ratiba.terminal.out import emit
from ratiba.terminal.progress import Progress
from ratiba.understanding.hearing import hearing_in
from ratiba.understanding.lines import Query, read_line, record
from tools.definitions import load_definitions


def run(tenant: str, now: str | None, state: str) -> None:
    """Understand every line of stdin in turn; each answer is written at once.

    Raises:
        InputError: no such tenant or state; a line that cannot be read.
    """
    with Progress(quiet=True) as progress, own_machine(progress, rehearsal=True) as settings:
        start_logs(settings, quiet="error")
        bring_up(settings.database_url, progress)
        loop.run(_answer(settings, tenant, now, state))


async def _answer(settings: Settings, slug: str, now: str | None, state: str) -> None:
    clock = SystemClock(settings.ratiba_clock_offset_file)
    async with opened(settings, clock) as core:
        tenant = await core.tenants.by_slug(slug)
        kits = TenantKits(load_library(load_definitions()), core.database, core.clock)
        kit = await kits.of(tenant)
    pinned = FixedClock(read_instant(now, tenant.zone)) if now else clock
    async with cast(settings, clock) as players:
        listener = Listener(tenant, kit, pinned, state, Understander(players.classifier))
        listener.check()
        for number, line in enumerate(sys.stdin, 1):
            if line.strip():
                query = read_line(line, number)
                began = perf_counter()
                heard = await listener.hear(query)
                emit(record(query, heard, (perf_counter() - began) * 1000))


@dataclass(frozen=True, slots=True)
class Listener:
    """A business hearing words in a state, at a time."""

    tenant: Tenant
    kit: Kit
    clock: Clock
    state: str
    understander: Understander

    def check(self) -> None:
        """Refuse a state that there is not, before any line.

        Raises:
            InputError: no flow has it.
        """
        hearing_in(self.state, self.tenant.locale, self.kit)

    async def hear(self, query: Query) -> Understanding:
        """Understand one message.

        Raises:
            InputError: its state or instant is none.
        """
        state = self.state if query.state is None else query.state
        hearing = hearing_in(state, query.locale or self.tenant.locale, self.kit)
        at = read_instant(query.now, self.tenant.zone) if query.now else self.clock.now()
        now = at.astimezone(ZoneInfo(self.tenant.zone))
        return await self.understander.understand(query.text, hearing, self.kit.vocabulary, now)
