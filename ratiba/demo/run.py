"""The demo from an empty machine to the rows."""

import secrets
from contextlib import AsyncExitStack
from time import perf_counter

from engine.clock import SystemClock
from engine.errors import ConflictError, RatibaError
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.tenancy import TenantGate, transaction
from ratiba import loop
from ratiba.demo.clearing import clear, first_free
from ratiba.demo.days import words_for
from ratiba.demo.phone import Phone
from ratiba.demo.ready import ready
from ratiba.demo.rows import check_rows, find
from ratiba.demo.show import People, Programs
from ratiba.demo.walk import walk
from ratiba.demo.watch import Watch
from ratiba.demo.words import CUSTOMER_NAME, NUMBER, Script
from ratiba.keeping.pilot import SLUG, have_pilot
from ratiba.keeping.schema import bring_up
from ratiba.logs import start_logs
from ratiba.presence import present
from ratiba.sandboxes import Sandboxes, sandboxes
from ratiba.serving.api import address, listening, served
from ratiba.serving.crew import working
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import GOOD
from ratiba.terminal.progress import Progress
from ratiba.wiring import House, housed

LOOPBACK = "127.0.0.1"
"""Where everything of the demo listens, on ports that the system picks."""


def run(*, json: bool) -> int:
    """Walk through the first booking.

    Raises:
        Missed: a step was not as the walk says.
        RatibaError: a store cannot be had, or somebody else is at work on the database.
    """
    began = perf_counter()
    show = Programs() if json else People()
    with Progress(quiet=json) as progress, own_machine(progress, rehearsal=True) as settings:
        start_logs(settings, quiet="error")
        bring_up(settings.database_url, progress)
        have_pilot(settings, progress)
        with present(settings.database_url, alone=True):
            progress("opening the sandboxes, the API and a worker")
            missed = loop.run(_demo(settings, progress, show))
        if missed is not None:
            raise missed
    show.end(perf_counter() - began)
    return GOOD


async def _demo(
    settings: Settings, progress: Progress, show: People | Programs
) -> RatibaError | None:
    """Walk; what went wrong is given rather than raised, so that all servers stop in peace."""
    clock = SystemClock(settings.ratiba_clock_offset_file)
    watch = Watch(NUMBER)
    async with AsyncExitStack() as stack:
        at = await stack.enter_async_context(sandboxes(clock, secrets.token_hex()))
        listener = stack.enter_context(listening(LOOPBACK, 0))
        wired = at.over(settings, address(listener))
        house = await stack.enter_async_context(housed(wired, clock, witness=watch))
        await stack.enter_async_context(working(house.engine))
        await stack.enter_async_context(served(house, listener))
        progress.done()
        try:
            await _book(house, at, watch, show)
        except RatibaError as error:
            return error
    return None


async def _book(house: House, at: Sandboxes, watch: Watch, show: People | Programs) -> None:
    core = house.engine.core
    tenant, held = await ready(core)
    at.admit(tenant.name, held)
    script = await _clear_day(house, tenant, show)
    account = tenant.whatsapp_phone_number_id or ""
    phone = Phone(house.http, at, NUMBER, account, CUSTOMER_NAME)
    await walk(phone, watch, script, show.exchange)
    gate = TenantGate(core.database, tenant)
    show.rows(await find(gate), SLUG, script.starts_at)
    await check_rows(gate, script, NUMBER)


async def _clear_day(house: House, tenant: Tenant, show: People | Programs) -> Script:
    """Free the demo customer's own time; somebody else's stays, and another day is taken."""
    core = house.engine.core
    now = core.clock.now()
    async with transaction(core.database, tenant) as tx:
        await clear(tx, NUMBER, now)
    starts_at = await first_free(TenantGate(core.database, tenant), tenant.zone, now)
    if starts_at is None:
        raise ConflictError(
            "demo.busy",
            f"Anna has no 15:00 free for a month. Begin anew: ratiba tenant delete {SLUG}",
        )
    script = words_for(starts_at, now, tenant.name)
    if "tomorrow" not in script.first:
        show.note("Anna is booked by somebody else tomorrow at 15:00: the demo takes another day.")
    return script
