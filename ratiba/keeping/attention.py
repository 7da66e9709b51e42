"""What `ratiba attention` does."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from engine.assembly.core import opened
from engine.clock import SystemClock
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.database import retrying
from engine.store.tenancy import TenantGate, transaction
from ratiba import loop
from ratiba.keeping.listing import Listing, tabled
from ratiba.keeping.schema import bring_up
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from tools.asking.answers import Item, answer, open_items, settle
from tools.notify.briefing import why


def resolve(slug: str, who: str, outcome: str | None, operator: str, *, json: bool) -> None:
    """Answer a question, or without an outcome take a matter off the list.

    Raises:
        InputError: there is no such tenant, nothing of `who` is open, or it is no answer.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        item = loop.run(_resolve(settings, slug, who, outcome, operator))
    if json:
        emit(_record(item) | {"outcome": outcome or "done"})
    elif outcome:
        customer = item.details.get("customer")
        console().print(f"{item.reason}: {outcome}. The conversation with {customer} goes on.")
    else:
        console().print(f"{item.reason}: off the list.")


async def _resolve(
    settings: Settings, slug: str, who: str, outcome: str | None, operator: str
) -> Item:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)

        async def work() -> Item:
            async with transaction(core.database, tenant) as tx:
                now = core.clock.now()
                if outcome is None:
                    return await settle(tx, who, operator, now)
                return await answer(tx, who, outcome, operator, now)

        item = await retrying(work)
        core.bell.ring("inbox", tenant.slug)
        return item


def _line(row: Item, tenant: Tenant) -> tuple[str, ...]:
    since = row.opened_at.astimezone(ZoneInfo(tenant.zone))
    who = str(row.details.get("customer") or "")
    what = row.reason.replace("_", " ")
    opened_at = f"{since:%d %b %H:%M}"
    return row.short, opened_at, what, who, _money(row), _about(row), " or ".join(row.outcomes)


def _money(row: Item) -> str:
    """What came, and what of it pays for nothing."""
    paid, back = row.details.get("paid"), row.details.get("back")
    return (f"KES {paid}" if paid else "") + (f", {back} too much" if back else "")


def _about(row: Item) -> str:
    """What the team was told; else why a person was called, or the receipt; else what it is of."""
    told, called = row.details.get("text"), row.details.get("why")
    if told or called:
        return " / ".join(str(told or why(str(called), "")).splitlines())
    receipt = row.details.get("receipt")
    return f"receipt {receipt}" if receipt else row.ref


def _record(row: Item) -> dict[str, object]:
    return {
        "id": row.id,
        "reason": row.reason,
        "ref": row.ref,
        "customer": row.details.get("customer"),
        "amount": row.details.get("paid"),
        "opened_at": row.opened_at.isoformat(),
        "answers": list(row.outcomes),
        "details": dict(row.details),
    }


async def _read(gate: TenantGate, now: datetime) -> Sequence[Item]:
    return await open_items(gate)


ATTENTION = Listing(
    read=_read,
    drawn=tabled(("id", "since", "reason", "customer", "amount", "about", "answers"), _line),
    record=_record,
    empty=lambda _: "Nothing waits for the team.",
)
