"""What `ratiba quality` shows."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from rich.console import Console

from engine.assembly.core import opened
from engine.clock import Clock, SystemClock
from engine.model.tenant import Tenant
from engine.settings import Settings
from engine.store.tenancy import TenantGate
from ratiba import loop
from ratiba.keeping.schema import bring_up
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from ratiba.terminal.tables import table
from tools.quality.counting import count
from tools.quality.standing import Example, Standing, examples, standing

COLUMNS = ("when", "said", "taken for", "state", "then", "by what")
UNTOLD = (
    "The figures were counted just now, but nobody is told when a limit is passed: "
    "start `ratiba up`, or `ratiba worker` in a deployment."
)
BY = {
    "not_meant": "the customer said so",
    "corrected": "corrected at once",
    "handoff": "a person asked for at once",
    "no_match": "the answer made no sense there",
}


def run(slug: str, *, json: bool) -> None:
    """Count what has come since, and print how it stands.

    Raises:
        InputError: there is no such tenant.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        clock = SystemClock(settings.ratiba_clock_offset_file)
        tenant, stands, latest = loop.run(_read(settings, slug, clock))
    watched = stands.watched(clock.now())
    if json:
        emit(_record(stands, latest, watched=watched))
    else:
        _draw(console(), tenant, stands, latest, watched=watched)


async def _read(
    settings: Settings, slug: str, clock: Clock
) -> tuple[Tenant, Standing, Sequence[Example]]:
    async with opened(settings, clock) as core:
        tenant = await core.tenants.by_slug(slug)
        gate, now = TenantGate(core.database, tenant), core.clock.now()
        await count(core.database, gate, now)
        return tenant, await standing(gate, now), await examples(gate)


def _draw(
    out: Console, tenant: Tenant, stands: Standing, latest: Sequence[Example], *, watched: bool
) -> None:
    found, may = stands.count, stands.limits
    out.print(
        f"{found.misheard} of {found.turns} messages in 24 hours misheard: {found.percent:.1f} %. "
        f"The list is told above {may.soft:g} %, the team's phone above {may.hard:g} %, "
        f"from {may.least} messages on. Now: {stands.level.value}."
    )
    if not watched:
        out.print(f"{_unwatched(tenant, stands)} {UNTOLD}", style="yellow")
    if latest:
        out.print(table(COLUMNS, [_line(one, tenant) for one in latest], out.width))


def _unwatched(tenant: Tenant, stands: Standing) -> str:
    if stands.watched_at is None:
        return "No worker has ever looked at this."
    since = stands.watched_at.astimezone(ZoneInfo(tenant.zone)).strftime("%d %b %H:%M")
    return f"No worker has looked at this since {since}."


def _line(one: Example, tenant: Tenant) -> tuple[str, ...]:
    when = one.at.astimezone(ZoneInfo(tenant.zone)).strftime("%d %b %H:%M")
    return when, one.said, one.taken, one.state, one.then, BY[one.signal.value]


def _record(stands: Standing, latest: Sequence[Example], *, watched: bool) -> dict[str, object]:
    found, may = stands.count, stands.limits
    return {
        "turns": found.turns,
        "misheard": found.misheard,
        "percent": round(found.percent, 2),
        "level": stands.level.value,
        "since": stands.since.isoformat() if stands.since else None,
        "soft_percent": may.soft,
        "hard_percent": may.hard,
        "least_turns": may.least,
        "watched": watched,
        "watched_at": stands.watched_at.isoformat() if stands.watched_at else None,
        "latest": [_example(one) for one in latest],
    }


def _example(one: Example) -> dict[str, object]:
    return {
        "at": one.at.isoformat(),
        "signal": one.signal.value,
        "said": one.said,
        "taken_for": one.taken,
        "state": one.state,
        "then": one.then,
    }
