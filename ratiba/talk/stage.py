"""Everything that a conversation in the terminal needs, opened and closed together."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from engine.assembly.core import Core
from engine.assembly.library import Library
from engine.clock import FixedClock, SystemClock
from engine.model.message import Sender
from engine.model.tenant import Tenant
from engine.net.http import Http
from engine.settings import Settings
from engine.store.ports import Carrier
from engine.store.tenants import unknown
from ratiba.instants import read_instant
from ratiba.keeping.session import connected
from ratiba.talk.clock import MovableClock, RunningClock
from ratiba.talk.drive import Means
from ratiba.talk.pocket import NoPocket, Pocket
from ratiba.talk.post import Post, Shown
from ratiba.talk.talk import Talk
from ratiba.wiring import House, housed, providers
from sandbox.daraja.app import daraja_app
from sandbox.daraja.book import DarajaBook, Merchant
from sandbox.serving import running
from tools.payments.wiring import money

ZONE = "SELECT zone FROM public.tenants WHERE slug = %s"


@dataclass(frozen=True, slots=True)
class Stage:
    """A business that can be talked to."""

    house: House
    tenant: Tenant
    clock: MovableClock
    post: Post
    daraja: DarajaBook | None

    async def talk(self, sender: Sender, phone: str | None = None) -> Talk:
        """Begin as one customer.

        Args:
            sender: who writes.
            phone: where their payment prompts appear; left out: the one that the channel tells.
        """
        engine = self.house.engine
        phone = phone or sender.phone or ""
        pocket = (
            Pocket(self.daraja, phone, self.house.callbacks, self.house.http)
            if self.daraja
            else NoPocket()
        )
        means = Means(
            engine.core.database,
            engine.store,
            engine.turner,
            self.post,
            self.clock,
            pocket,
            engine.herald,
        )
        talk = Talk(means, self.tenant, sender)
        await talk.open()
        return talk


@asynccontextmanager
async def staged(
    settings: Settings,
    slug: str,
    *,
    now: str | None = None,
    live: bool = False,
    library: Library | None = None,
) -> AsyncIterator[Stage]:
    """Open a business to be talked to.

    Args:
        settings: with a database that is migrated.
        slug: of the business.
        now: pins the clock, which then moves by `wait:` alone; ISO, in the business's zone.
        live: replies and prompts go to the real providers.
        library: what is shipped, where it has been read already.

    Raises:
        InputError: there is no such business; `now` is no instant.
    """
    clock = _clock(settings, slug, now)
    async with AsyncExitStack() as stack:
        daraja = None
        if not live:
            daraja = DarajaBook(clock, {}, ("", ""))
            url = await stack.enter_async_context(running(daraja_app(daraja)))
            settings = settings.model_copy(update={"daraja_api_base": url})
        carriers = providers if live else _shown
        house = await stack.enter_async_context(
            housed(settings, clock, carriers=carriers, library=library)
        )
        core = house.engine.core
        tenant = await core.tenants.by_slug(slug)
        if daraja is not None:
            _admit(daraja, tenant, await core.credentials.of(slug))
        post = Post(core.database, carriers(core, house.http), clock)
        yield Stage(house, tenant, clock, post, daraja)


def _clock(settings: Settings, slug: str, now: str | None) -> MovableClock:
    if now is None:
        return RunningClock(SystemClock(settings.ratiba_clock_offset_file))
    with connected(settings.database_url) as session:
        row = session.execute(ZONE, [slug]).fetchone()
    if row is None:
        raise unknown(slug)
    return FixedClock(read_instant(now, row[0]))


def _shown(core: Core, http: Http) -> Mapping[str, Carrier]:
    """Words are shown; money goes to the sandbox that the settings name."""
    shown = Shown()
    return {"reply": shown, "notify": shown, **money(core, http)}


def _admit(book: DarajaBook, tenant: Tenant, held: Mapping[str, str]) -> None:
    merchant = Merchant(tenant.name, held.get("mpesa_passkey", ""))
    book.merchants[held.get("mpesa_shortcode", "")] = merchant
    book.credentials = held.get("mpesa_consumer_key", ""), held.get("mpesa_consumer_secret", "")
