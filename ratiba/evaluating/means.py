"""What sets are scored with: no more is opened than the sets that there are need."""

from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from engine.assembly.core import opened
from engine.assembly.library import load_library
from engine.assembly.models.playing import cast, keys
from engine.clock import Clock, SystemClock
from engine.errors import InputError
from engine.model.tenant import Tenant
from engine.nlu.understander import Understander
from engine.runtime.kit import Kit
from engine.settings import Settings
from ratiba.conversing.house import House
from ratiba.evaluating.ear import Ear, ear, shipped
from ratiba.evaluating.leading.run import Houses
from ratiba.evaluating.sets import EvalSet
from ratiba.evaluating.wish import Wish
from ratiba.keeping.schema import bring_up
from ratiba.kits import TenantKits
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine, without_stores
from ratiba.terminal.progress import Progress
from ratiba.testing.throwaway import throwaway
from tools.definitions import load_definitions

KEYS = ("openai_api_key", "anthropic_api_key")


@dataclass(frozen=True, slots=True)
class Means:
    """What is opened for sets.

    Attributes:
        settings: of this machine; None: nothing needs a store or a key.
        houses: where whole conversations take place; None: there are none.
        compare: a model is asked, and what rules alone come to is told beside.
    """

    settings: Settings | None = None
    houses: Houses | None = None
    compare: bool = False


@contextmanager
def means(wish: Wish, sets: Iterable[EvalSet], progress: Progress) -> Iterator[Means]:
    """Open stores and a database of one's own, as far as they are needed.

    Raises:
        InputError: a model is wished for, and no provider has a key.
    """
    talks = any(one.kind.led for one in sets)
    stored = talks or wish.tenant
    if not (stored or wish.model):
        yield Means()
        return
    with own_machine(progress, rehearsal=True) if stored else without_stores() as given:
        start_logs(given, quiet="error")
        settings = _with_model(given) if wish.model else _without_model(given)
        if wish.tenant:
            bring_up(settings.database_url, progress)
        if not talks:
            yield Means(settings, compare=wish.model)
            return
        with _houses(settings, wish, progress) as houses:
            yield Means(settings, houses, wish.model)


@contextmanager
def _houses(settings: Settings, wish: Wish, progress: Progress) -> Iterator[Houses]:
    progress("making a database")
    with throwaway(settings.database_url) as url:
        progress.done()
        there = settings.model_copy(update={"database_url": url})
        by_rules = House(_without_model(there)) if wish.model else None
        yield Houses(House(there), by_rules)


def _with_model(settings: Settings) -> Settings:
    if not keys(settings):
        names = " or ".join(name.upper() for name in KEYS)
        raise InputError("eval.model", f"--model asks a model, and none has a key. Set {names}.")
    return settings


def _without_model(settings: Settings) -> Settings:
    """Rules alone, whatever keys there are: a run costs nothing that nobody asked for."""
    return settings.model_copy(update=dict.fromkeys(KEYS))


@asynccontextmanager
async def listening(wish: Wish, found: Means) -> AsyncIterator[Ear]:
    """Open the ear for single utterances.

    Raises:
        InputError: no such business, vertical or state.
    """
    clock = SystemClock()
    if found.settings is None:
        yield ear(*shipped(wish.vertical), wish.state, clock, Understander())
        return
    business = shipped(wish.vertical)
    if wish.tenant:
        business = await _business(found.settings, wish.tenant, clock)
    async with cast(found.settings, clock) as players:
        yield ear(*business, wish.state, clock, Understander(players.classifier))


async def _business(settings: Settings, slug: str, clock: Clock) -> tuple[Tenant, Kit]:
    async with opened(settings, clock) as core:
        tenant = await core.tenants.by_slug(slug)
        kits = TenantKits(load_library(load_definitions()), core.database, core.clock)
        return tenant, await kits.of(tenant)
