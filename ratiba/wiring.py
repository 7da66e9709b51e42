"""The composition at the top: tools, channels and the engine, put together for one process."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pydantic import SecretStr

from channels.ports import Drain, PaymentCallbacks, Services
from channels.whatsapp.carrier import WhatsAppCarrier
from channels.whatsapp.client import GraphClient
from engine.assembly.core import Core, opened
from engine.assembly.engine import Engine, Parts, assembled
from engine.assembly.library import ROOT, Library, load_library
from engine.assembly.models.playing import Cast
from engine.clock import Clock
from engine.net.http import Http
from engine.runtime.witness import Witness
from engine.settings import Settings
from engine.store.ports import Carrier
from ratiba.kits import TenantKits
from ratiba.readiness import StoresReady
from tools.definitions import load_definitions
from tools.notify.summing_up import SummingUp
from tools.payments.wiring import callbacks, money
from tools.quality.watch import QualityWatch
from tools.registry import load_handlers
from tools.retention.reaper import Reaper
from tools.scheduling.ahead import SOURCES

TO_TEAM = "notify"
Carriers: TypeAlias = Callable[[Core, Http], Mapping[str, Carrier]]


@dataclass(frozen=True, slots=True)
class House:
    """One process's engine, and what the layers above gave it."""

    engine: Engine
    http: Http
    callbacks: PaymentCallbacks


@asynccontextmanager
async def housed(
    settings: Settings,
    clock: Clock,
    *,
    carriers: Carriers | None = None,
    witness: Witness | None = None,
    root: Path = ROOT,
    library: Library | None = None,
) -> AsyncIterator[House]:
    """Put everything together; what is opened is closed with the block.

    Args:
        settings: with a database that is migrated.
        clock: of everything.
        carriers: who sends what; left out: the providers that the settings name.
        witness: hears of every turn; left out: the log.
        root: the folder with what is shipped.
        library: what is shipped, where it has been read already.
    """
    library = library or load_library(load_definitions(), root)
    async with Http() as http, opened(settings, clock) as core:
        chosen = (carriers or providers)(core, http)

        def bring(core: Core, players: Cast) -> Parts:
            kits = TenantKits(library, core.database, core.clock)
            chores = (
                QualityWatch(core.database, core.clock),
                Reaper(core.database, core.clock),
            )
            carried = _summed_up(chosen, players, core)
            return Parts(load_handlers(), kits, carried, witness, SOURCES, chores)

        async with assembled(core, bring) as engine:
            yield House(engine, http, callbacks(core))


def providers(core: Core, http: Http) -> Mapping[str, Carrier]:
    """WhatsApp for words, Daraja for money."""
    settings = core.settings
    whatsapp = WhatsAppCarrier(GraphClient(http, settings.whatsapp_api_base), core.credentials)
    return {"reply": whatsapp, TO_TEAM: whatsapp, **money(core, http)}


def _summed_up(chosen: Mapping[str, Carrier], players: Cast, core: Core) -> Mapping[str, Carrier]:
    """The carriers, of which the one for the team sums up briefings where a model can."""
    to_team, summarizer = chosen.get(TO_TEAM), players.summarizer
    if to_team is None or summarizer is None:
        return chosen
    return {**chosen, TO_TEAM: SummingUp(to_team, summarizer, core.database, core.clock)}


def services(house: House, drain: Drain) -> Services:
    """What the web app is built from."""
    core = house.engine.core
    settings = core.settings
    return Services(
        ingress=house.engine.ingress,
        payments=house.callbacks,
        readiness=StoresReady(settings),
        clock=core.clock,
        app_secret=_plain(settings.whatsapp_app_secret).encode(),
        verify_token=_plain(settings.whatsapp_verify_token),
        production=not settings.dev,
        drain=drain,
    )


def _plain(secret: SecretStr | None) -> str:
    return secret.get_secret_value() if secret else ""
