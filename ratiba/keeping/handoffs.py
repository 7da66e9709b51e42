"""What `ratiba handoff` does."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from engine.assembly.core import opened
from engine.clock import SystemClock
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.database import retrying
from engine.store.tenancy import TenantGate, transaction
from ratiba import loop
from ratiba.keeping.listing import Listing
from ratiba.keeping.schema import bring_up
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from tools.notify.briefing import why
from tools.notify.handoffs import Handoff, hand_back, waiting


def end(slug: str, who: str, operator: str, *, close: bool, json: bool) -> None:
    """Hand a conversation back, or close it.

    Raises:
        InputError: there is no such tenant, or nothing of `who` is open.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        ended = loop.run(_end(settings, slug, who, operator, close=close))
    outcome = "closed" if close else "handed_back"
    if json:
        emit([_record(row) | {"outcome": outcome} for row in ended])
        return
    said = "Closed" if close else "Handed back"
    for customer in dict.fromkeys(row.customer for row in ended):
        console().print(f"{said}: the conversation with {customer}.")


async def _end(
    settings: Settings, slug: str, who: str, operator: str, *, close: bool
) -> tuple[Handoff, ...]:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)

        async def work() -> tuple[Handoff, ...]:
            async with transaction(core.database, tenant) as tx:
                return await hand_back(tx, who, operator, core.clock.now(), close=close)

        ended = await retrying(work)
        core.bell.ring("inbox", tenant.slug)
        return ended


def _drawn(rows: Sequence[Handoff], tenant: Tenant, width: int) -> RenderableType:
    """A passage each: who, since when, why; and below it the briefing of the team's phone."""
    return Group(*(_passage(row, ZoneInfo(tenant.zone)) for row in rows))


def _passage(row: Handoff, zone: ZoneInfo) -> RenderableType:
    since = f"{row.opened_at.astimezone(zone):%Y-%m-%d %H:%M}"
    head = Text.assemble((row.customer, "bold"), f" {why(row.reason, '')}, since {since}")
    told = [
        head,
        Text(f"thread {row.thread}", "dim"),
        *map(_plain, (row.summary or "").split("\n")),
    ]
    return Padding(Group(*(line for line in told if line)), (0, 0, 1, 0))


def _plain(line: str) -> Text:
    """A line of the briefing; of what is known, the inner name in words: `extra time: ...`."""
    if line.startswith((">", "<")):
        return Text(f"  {line}")
    name, colon, value = line.partition(":")
    return Text(f"  {name.replace('_', ' ')}{colon}{value}" if line else "")


def _record(row: Handoff) -> dict[str, object]:
    return {
        "handoff": row.id,
        "thread": row.thread,
        "customer": row.customer,
        "reason": row.reason,
        "opened_at": row.opened_at.isoformat(),
        "summary": row.summary,
    }


async def _waiting(gate: TenantGate, now: datetime) -> Sequence[Handoff]:
    return await waiting(gate)


HANDOFFS = Listing(
    read=_waiting,
    drawn=_drawn,
    record=_record,
    empty=lambda _: "Nobody waits for a person.",
)
