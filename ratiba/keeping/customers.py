"""What `ratiba customer` does."""

import json as codec
import sys
from pathlib import Path

from engine.assembly.core import opened
from engine.clock import SystemClock
from engine.errors import InputError
from engine.phones import e164
from engine.settings import Settings
from engine.store.hot import NoHotState, RedisHotState
from ratiba import loop
from ratiba.keeping.schema import bring_up
from ratiba.logs import start_logs
from ratiba.surroundings import own_machine
from ratiba.terminal.faults import FINDINGS, GOOD, say_fault, say_warning
from ratiba.terminal.out import console, emit, raw
from ratiba.terminal.progress import Progress
from tools.privacy.erase import Erased, Eraser
from tools.privacy.export import Export, export
from tools.privacy.search import Find


def give_out(slug: str, phone: str, out: Path | None) -> None:
    """Write everything that is kept of a customer, to a file that only its owner reads.

    Raises:
        InputError: there is no such business or customer, or the file cannot be written.
    """
    with Progress(quiet=True) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        kept = loop.run(_export(settings, slug, phone))
    text = codec.dumps(kept.record, ensure_ascii=False, indent=2)
    if out is None:
        raw(text)
        return
    try:
        out.touch(mode=0o600)
        out.write_text(f"{text}\n", "utf-8")
    except OSError as error:
        raise InputError("customer.out", f"{out} cannot be written: {error.strerror}.") from error
    console().print(f"{kept.rows} rows kept of {kept.person.phone}: {out}", soft_wrap=True)


async def _export(settings: Settings, slug: str, phone: str) -> Export:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)
        return await export(core.database, tenant, phone, core.clock.now())


def erase(slug: str, phone: str, *, yes: bool, json: bool) -> int:
    """Forget a customer.

    Raises:
        InputError: there is no such business, it is no phone, or nobody is there to be asked.
        ConflictError: money is under way, or a visit is to come.
    """
    with Progress(quiet=json) as progress, own_machine(progress) as settings:
        bring_up(settings.database_url, progress)
        progress.done()
        if not yes and not _agreed(phone):
            console().print("Nothing was erased.")
            return FINDINGS
        start_logs(settings, "warning")
        erased = loop.run(_erase(settings, slug, phone))
    if json:
        emit(_record(erased))
    else:
        _tell(erased)
    return FINDINGS if erased.left.finds else GOOD


def _agreed(phone: str) -> bool:
    if not sys.stdin.isatty():
        message = f"Nobody is there to be asked. Add --yes to erase {phone}."
        raise InputError("customer.erase", message)
    question = f"Erase {phone}: conversations, contact, and the name on bookings? Type the phone: "
    answer = e164(input(question))
    return answer is not None and answer == e164(phone)


async def _erase(settings: Settings, slug: str, phone: str) -> Erased:
    async with opened(settings, SystemClock()) as core:
        tenant = await core.tenants.by_slug(slug)
        hot = RedisHotState(settings.redis_url) if settings.redis_url else NoHotState()
        try:
            return await Eraser(core.database, hot, core.clock).erase(tenant, phone)
        finally:
            await hot.close()


def _record(erased: Erased) -> dict[str, object]:
    return {
        "phone": erased.phone,
        "deleted": dict(erased.deleted),
        "made_nameless": dict(erased.nameless),
        "redis": "dropped" if erased.hot else "ends within 24 h",
        "columns_searched": erased.left.columns,
        "not_searched_for": list(erased.left.namesakes),
        "left": [
            {"column": _column(find), "rows": find.rows, "what": find.what}
            for find in erased.left.finds
        ],
    }


def _tell(erased: Erased) -> None:
    deleted, nameless = (sum(rows.values()) for rows in (erased.deleted, erased.nameless))
    said = f"Erased {erased.phone}: {deleted} rows deleted, {nameless} made nameless."
    console().print(said, soft_wrap=True)
    if not erased.hot:
        say_warning("Redis did not answer: the state it keeps ends by itself within 24 hours.")
    for name in erased.left.namesakes:
        say_warning(f"'{name}' is also a name of the team or a service: not searched for.")
    for find in erased.left.finds:
        say_fault(f"{_column(find)}: the {find.what} is in {find.rows} rows. {_remedy(find)}")
    if not erased.left.finds:
        searched = f"Searched {erased.left.columns} columns for them: nothing is left."
        console().print(searched, soft_wrap=True)


def _column(find: Find) -> str:
    return f"{find.table}.{find.column}"


def _remedy(find: Find) -> str:
    if find.what == "name":
        return "Look whether it is them or a namesake."
    return "Somebody else wrote it, or a table of yours holds it: look, and blank it."
