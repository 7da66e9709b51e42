"""What `ratiba flow conflicts` does: an upgrade of what is shipped, business by business."""

from rich.text import Text

from ratiba.publishing.desk import Desk, at_desks, author
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
from ratiba.terminal.problems import line_of, record_of
from ratiba.terminal.tables import table
from tools.publishing.beneath import Conflict

COLUMNS = ("business", "document", "version", "conflicts")
Found = tuple[str, tuple[Conflict, ...]]


def run(slug: str | None, *, json: bool) -> int:
    """Show what now stands on something else, each with its line in the pulled file."""

    async def work(desk: Desk) -> Found:
        return desk.tenant.slug, await desk.publishing.conflicts(desk.tenant)

    found = [one for one in at_desks(slug, work, json=json) if one[1]]
    if json:
        for name, conflicts in found:
            for one in conflicts:
                version = {"document": one.document, "version": one.version}
                emit({"tenant": name, **version, **record_of(one.problem)})
    elif found:
        _show(found)
    else:
        console().print("Nothing that was shipped has changed beneath what is in force.")
    return FINDINGS if found else GOOD


def settle(slug: str | None, who: str, *, json: bool) -> int:
    """Note that all of it was looked at and is still meant so."""

    async def work(desk: Desk) -> Found:
        found = await desk.publishing.conflicts(desk.tenant)
        await desk.publishing.seen(desk.tenant, author(who))
        return desk.tenant.slug, found

    for name, conflicts in at_desks(slug, work, json=json):
        if json:
            emit({"tenant": name, "seen": len(conflicts)})
        elif conflicts:
            console().print(f"{name}: {_counted(len(conflicts))} looked at; not shown again.")
        else:
            console().print(f"{name}: nothing to look at.")
    return GOOD


def _show(found: list[Found]) -> None:
    out = console()
    for _, conflicts in found:
        for one in conflicts:
            out.print(line_of(one.problem), soft_wrap=True)
    out.print()
    out.print(table(COLUMNS, list(_rows(found)), out.width))
    some = sum(len(conflicts) for _, conflicts in found)
    fix = (
        " Change what is no longer meant so (ratiba flow pull, edit, ratiba flow push); then "
        "ratiba flow conflicts --tenant ... --seen."
    )
    out.print(Text.assemble((f"{_counted(some)}.", "bold red"), fix), soft_wrap=True)


def _rows(found: list[Found]) -> list[tuple[object, ...]]:
    counts: dict[tuple[str, str, int], int] = {}
    for name, conflicts in found:
        for one in conflicts:
            key = (name, one.document, one.version)
            counts[key] = counts.get(key, 0) + 1
    return [(*key, count) for key, count in counts.items()]


def _counted(some: int) -> str:
    return "1 conflict" if some == 1 else f"{some} conflicts"
