"""The engine put together: one turn's machinery and the loops that keep turns coming."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from engine.assembly.core import Core
from engine.assembly.models.playing import Cast, cast
from engine.model.handler import Handler
from engine.nlu.understander import Understander
from engine.runtime.chores import Chore, Chores
from engine.runtime.herald import Herald, Source
from engine.runtime.ingress import Inbox, Ingress
from engine.runtime.kit import Kits
from engine.runtime.saying import Sayer
from engine.runtime.sender import Sender
from engine.runtime.sweeper import Sweeper
from engine.runtime.timekeeper import Timekeeper
from engine.runtime.turn import Turner
from engine.runtime.witness import LogWitness, Witness
from engine.runtime.worker import Worker
from engine.store.hot import NoHotState, RedisHotState
from engine.store.ports import Carrier
from engine.store.postgres import PostgresStore


@dataclass(frozen=True, slots=True)
class Parts:
    """What the layers above bring.

    Attributes:
        handlers: of the `tools` package, by tool.
        kits: flows, phrases and words of a tenant.
        carriers: who sends an outbox row, by its kind.
        witness: hears of every committed turn.
        ahead: who knows the times ahead of which flows begin.
        chores: what is looked after from time to time.
    """

    handlers: Mapping[str, Handler]
    kits: Kits
    carriers: Mapping[str, Carrier]
    witness: Witness | None = None
    ahead: Mapping[str, Source] = field(default_factory=dict)
    chores: Sequence[Chore] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """Everything that runs conversations, in one process."""

    core: Core
    store: PostgresStore
    inbox: Inbox
    ingress: Ingress
    hot: RedisHotState | NoHotState
    turner: Turner
    worker: Worker
    sender: Sender
    timekeeper: Timekeeper
    herald: Herald
    chores: Chores

    def sweeper(self, *, turns: bool, sends: bool, timers: bool) -> Sweeper:
        """The sweep for the roles that this process has."""
        settings = self.core.settings
        return Sweeper(
            self.core.database,
            self.core.tenants,
            self.core.clock,
            worker=self.worker if turns else None,
            sender=self.sender if sends else None,
            timekeeper=self.timekeeper if timers else None,
            every_s=settings.ratiba_sweep_s,
            lease_s=settings.ratiba_lease_s,
        )


@asynccontextmanager
async def assembled(core: Core, bring: Callable[[Core, Cast], Parts]) -> AsyncIterator[Engine]:
    """Put the engine together over an open core."""
    async with (
        cast(core.settings, core.clock) as players,
        _joined(core, bring(core, players), players) as one,
    ):
        yield one


@asynccontextmanager
async def _joined(core: Core, parts: Parts, players: Cast) -> AsyncIterator[Engine]:
    settings = core.settings
    hot = RedisHotState(settings.redis_url) if settings.redis_url else NoHotState()
    store = PostgresStore(
        core.database, core.tenants, core.bell, core.clock, attempts=settings.ratiba_attempts
    )
    inbox = Inbox(core.database, core.bell, core.clock)
    turner = Turner(
        store,
        hot,
        parts.kits,
        parts.handlers,
        Understander(players.classifier),
        core.clock,
        parts.witness or LogWitness(),
        Sayer(players.rephraser),
    )
    herald = Herald(core, parts.kits, parts.ahead)
    chores = Chores(core.tenants, parts.chores)
    timekeeper = Timekeeper(core.database, core.tenants, core.bell, core.clock)
    worker = Worker(
        store,
        core.tenants,
        turner,
        core.clock,
        turns=settings.ratiba_turns,
        on_timer=timekeeper.expect,
    )
    sender = Sender(core.database, core.tenants, parts.carriers, core.bell, core.clock)
    ingress = Ingress(core.database, core.tenants, inbox)
    try:
        yield Engine(
            core, store, inbox, ingress, hot, turner, worker, sender, timekeeper, herald, chores
        )
    finally:
        await hot.close()
