"""What `ratiba tenant settings` does."""

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.padding import Padding

from engine.assembly.core import Core, opened
from engine.clock import SystemClock
from engine.document.problem import suggest
from engine.errors import InputError
from engine.model.value import Scalar
from engine.settings import Settings
from engine.store.tenancy import TenantGate
from ratiba import loop
from ratiba.keeping.began import began
from ratiba.keeping.schema import bring_up
from ratiba.surroundings import own_machine
from ratiba.terminal.out import console, emit
from ratiba.terminal.progress import Progress
from ratiba.terminal.tables import table
from tools.tenants.settings import Group, Origin, Setting, Stands, settable, standing

INDENT = 2
KEPT = "SELECT key, value FROM {t}.business_settings"
COLUMNS = ("", "value", "from", "what it is")


def run(slug: str | None, key: str | None, *, json: bool) -> None:
    """Print every setting of a business, or one; without a business what can be set of any.

    Raises:
        InputError: there is no such tenant or setting.
    """
    if slug is None:
        _general(json=json)
        return
    if slug in {one.name for one in settable()}:
        told = f"'{slug}' is a setting. Write ratiba tenant settings SLUG {slug}."
        raise InputError("option.business", told)
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        progress.done()
        rows = loop.run(_read(settings, slug))
    if key is not None:
        rows = _one(rows, key)
    if json:
        emit([_record(row) for row in rows])
    else:
        _draw(console(), rows, slug)


async def _read(settings: Settings, slug: str) -> Sequence[Stands]:
    async with opened(settings, SystemClock()) as core:
        return await settings_of(core, slug)


async def settings_of(core: Core, slug: str) -> Sequence[Stands]:
    """Every setting as it stands.

    Raises:
        InputError: there is no such tenant.
    """
    tenant = await core.tenants.by_slug(slug)
    kept: dict[str, Scalar] = dict(await TenantGate(core.database, tenant).fetch_all(KEPT))
    return tuple(standing(tenant, kept, await core.credentials.of(slug), began(tenant.vertical)))


def _one(rows: Sequence[Stands], key: str) -> Sequence[Stands]:
    found = [row for row in rows if row.setting.name == key]
    if not found:
        names = [row.setting.name for row in rows]
        raise InputError("option.unknown", f"No setting '{key}'. {suggest(key, names)}.")
    return found


def _general(*, json: bool) -> None:
    """What can be set, with what holds where nothing is."""
    rows = [Stands(one, one.usual, Origin.DEFAULT) for one in settable()]
    if json:
        emit([_record(row) for row in rows])
        return
    out = console()
    for group, several in groupby(rows, key=lambda row: row.setting.group):
        lines = [(row.setting.name, shown(row.value), _told(row.setting)) for row in several]
        out.print(group.value, style="bold")
        columns = ("", "default", "what it is")
        out.print(Padding(table(columns, lines, out.width - INDENT), (0, 0, 1, INDENT)))
    out.print("Of one business: ratiba tenant settings SLUG", style="dim")
    out.print("Set one: ratiba tenant set SLUG KEY=VALUE; KEY= sets it back", style="dim")


def _draw(out: Console, rows: Sequence[Stands], slug: str) -> None:
    for group, several in groupby(rows, key=lambda row: row.setting.group):
        lines = [_line(row) for row in several]
        out.print(group.value, style="bold")
        out.print(Padding(table(COLUMNS, lines, out.width - INDENT), (0, 0, 1, INDENT)))
    out.print(f"Set one: ratiba tenant set {slug} KEY=VALUE; KEY= sets it back", style="dim")


def _line(row: Stands) -> tuple[str, ...]:
    return row.setting.name, shown(row.value), row.origin.value, _told(row.setting)


def _told(one: Setting) -> str:
    return (
        f"{one.says}: {one.allowed}" if one.allowed and one.group is not Group.DIALS else one.says
    )


def shown(value: Scalar) -> str:
    """A value as it is written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "-" if value is None else str(value)


def _record(row: Stands) -> dict[str, object]:
    return {
        "setting": row.setting.name,
        "group": row.setting.group.name.lower(),
        "value": row.value,
        "from": row.origin.value,
        "is": row.setting.says,
        "allowed": row.setting.allowed,
    }
