"""What `ratiba flow history | show | diff` do."""

import difflib
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from engine.document.problem import Problems
from engine.errors import ConfigError, InputError
from engine.model.tenant import Tenant
from ratiba.publishing import telling
from ratiba.publishing.desk import Desk, at_desk
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import console, emit
from tools.publishing.differences import differences
from tools.publishing.past import in_force
from tools.publishing.records import Version

STYLES = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts of a document, and what is different about the business."""

    document: str
    words: tuple[str, ...]
    unified: str


def history(slug: str, document: str | None, *, json: bool) -> int:
    """List versions: who, when, why; and what no longer fits what is shipped."""

    async def work(desk: Desk) -> tuple[Tenant, tuple[Version, ...], str]:
        found = await desk.publishing.history(desk.tenant, document)
        return desk.tenant, found, await _conflict(desk)

    tenant, found, conflict = at_desk(slug, work, json=json)
    telling.versions(found, tenant, json=json)
    if conflict and not json:
        console().print(Text(conflict, "red"), soft_wrap=True)
    return GOOD


async def _conflict(desk: Desk) -> str:
    try:
        desk.repertoire(in_force(await desk.publishing.in_force(desk.tenant)))
    except ConfigError as error:
        return f"What is in force no longer fits what is shipped:\n{error}"
    return ""


def show(slug: str, document: str, version: int | None, *, json: bool) -> int:
    """Print a version as it was written.

    Raises:
        InputError: there is none.
    """

    async def work(desk: Desk) -> Version:
        return await desk.publishing.version(desk.tenant, document, version)

    found = at_desk(slug, work, json=json)
    if json:
        emit({**telling.record(found), "source": found.source})
    else:
        console().print(Text(found.source.rstrip("\n")), soft_wrap=True)
    return GOOD


def diff(slug: str, what: str | None, since: int | None, to: int | None, *, json: bool) -> int:
    """Tell the difference between a file (or a version) and what is in force.

    Args:
        slug: of the business.
        what: a file, or the name of a document; None: all of the business's own.
        since: the version to compare with; None: the one in force.
        to: the version to compare; None: the file, or what is in force.
        json: for programs.

    Raises:
        InputError: there is no such file, document or version.
    """

    async def work(desk: Desk) -> Difference:
        return await _difference(desk, what, since, to)

    found = at_desk(slug, work, json=json)
    if json:
        emit({"document": found.document, "words": list(found.words), "diff": found.unified})
        return GOOD
    out = console()
    if not found.words and not found.unified:
        out.print("No difference.")
    for line in found.words:
        out.print(Text(f"- {line}"), soft_wrap=True)
    if found.unified:
        out.print()
    for line in found.unified.splitlines():
        out.print(Text(line, STYLES.get(line[:1], "")), soft_wrap=True)
    return GOOD


async def _difference(
    desk: Desk, what: str | None, since: int | None, to: int | None
) -> Difference:
    now = in_force(await desk.publishing.in_force(desk.tenant))
    if what is None:
        words = differences(desk.repertoire({}), desk.repertoire(now))
        return Difference("", words, "")
    document, newer = what, now.get(what, "")
    if _is_file(what):
        text = desk.read(Path(what))
        if isinstance(text, Problems):
            raise InputError("flow.unreadable", str(text))
        document, newer = text.name, text.source
    elif to is not None:
        newer = await _source(desk, document, to)
    older = now.get(document, "") if since is None else await _source(desk, document, since)
    if since is None and to is None and document == what:
        older = await _before(desk, document)
    words = differences(
        desk.repertoire({**now, document: older}), desk.repertoire({**now, document: newer})
    )
    lines = difflib.unified_diff(
        older.splitlines(), newer.splitlines(), "before", "after", lineterm=""
    )
    return Difference(document, words, "\n".join(lines))


def _is_file(what: str) -> bool:
    path = Path(what)
    return path.suffix in {".yaml", ".yml"} or path.is_file()


async def _source(desk: Desk, document: str, version: int) -> str:
    if version == 0:
        return ""
    return (await desk.publishing.version(desk.tenant, document, version)).source


async def _before(desk: Desk, document: str) -> str:
    """The text that the one in force replaced."""
    found = await desk.publishing.version(desk.tenant, document)
    return await _source(desk, document, found.base)
