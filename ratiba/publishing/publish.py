"""What `ratiba flow draft | check | publish | rollback` do."""

from pathlib import Path

from engine.errors import InputError
from engine.spec.document.problem import Problems
from ratiba.publishing import telling
from ratiba.publishing.asked import Asked
from ratiba.publishing.desk import Desk, at_desk, author
from ratiba.publishing.rehearsed import rehearsing
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import console, emit
from tools.publishing.records import Published, Refused, Report, Version, Wish
from tools.publishing.written import Written, written


def check(slug: str, path: Path, *, pin: bool, prove: bool, json: bool) -> int:
    """Say what keeps a file from being published."""

    async def work(desk: Desk) -> Report:
        text = desk.read(path)
        if isinstance(text, Problems):
            return Report(path.stem, tuple(text))
        desk = await rehearsing(desk, path.parent)
        return await desk.publishing.check(desk.tenant, text, pin=pin)

    return telling.checked(at_desk(slug, work, json=json, prove=prove), json=json)


def draft(slug: str, path: Path, who: str, seen: str | None, *, json: bool) -> int:
    """Keep a file as the draft of its document, and say what is wrong with it as yet."""

    async def work(desk: Desk) -> tuple[Version, Report]:
        text = desk.read(path)
        if isinstance(text, Problems):
            raise InputError("flow.unreadable", f"No draft was kept. {text}")
        kept = await desk.publishing.draft(desk.tenant, author(who), text, seen)
        return kept, await desk.publishing.check(desk.tenant, text)

    kept, report = at_desk(slug, work, json=json)
    if json:
        emit({"draft": kept.document, "digest": kept.digest, "base": kept.base})
    else:
        console().print(f"Kept the draft of '{kept.document}'; nothing has changed for customers.")
    telling.checked(report, json=json)
    return GOOD


def publish(slug: str, path: Path | None, asked: Asked) -> int:
    """Put a file in force; without one, every draft that is kept.

    Raises:
        InputError: there is nothing to publish.
        ConflictError: somebody else was quicker.
    """

    async def work(desk: Desk) -> list[Published | Refused]:
        if path is not None:
            return [await publish_file(desk, path, asked)]
        found = await desk.publishing.history(desk.tenant)
        drafts = [one for one in found if one.state == "draft"]
        if not drafts:
            raise InputError("flow.nothing", "No draft is kept. Name a file to publish.")
        desk = await rehearsing(desk, Path(slug))
        return [await _publish_draft(desk, one, asked) for one in drafts]

    done = at_desk(slug, work, json=asked.json, prove=True)
    return max(telling.outcome(one, json=asked.json) for one in done)


async def publish_file(desk: Desk, path: Path, asked: Asked) -> Published | Refused:
    """Publish a file from the version that its mark or --base names."""
    text = desk.read(path)
    if isinstance(text, Problems):
        return Refused(Report(path.stem, tuple(text)))
    base = asked.base if asked.base is not None else text.base
    if base is None:
        await _unmarked(desk, text, path)
    desk = await rehearsing(desk, path.parent)
    wish = Wish(text.name, text, base or 0, asked.note, asked.pin)
    return await desk.publishing.publish(desk.tenant, author(asked.author), wish)


async def _unmarked(desk: Desk, text: Written, path: Path) -> None:
    """A file that does not say what it was made from may only be the first of its name."""
    held = {one.document: one for one in await desk.publishing.in_force(desk.tenant)}
    now = held.get(text.name)
    if now is not None and now.digest != text.digest:
        raise InputError(
            "flow.base",
            f"{path} does not say which version of '{text.name}' it was made from; version "
            f"{now.version} by {now.author} is in force. Pull it (ratiba flow pull --tenant "
            f"{desk.tenant.slug}) and put yours in, or say --base {now.version} to replace it.",
        )


async def _publish_draft(desk: Desk, kept: Version, asked: Asked) -> Published | Refused:
    text = written(kept.source, f"{kept.document}.yaml", desk.tenant.slug)
    if isinstance(text, Problems):
        return Refused(Report(kept.document, tuple(text)))
    base = asked.base if asked.base is not None else kept.base
    wish = Wish(kept.document, text, base, asked.note, asked.pin)
    return await desk.publishing.publish(desk.tenant, author(asked.author), wish)


def rollback(slug: str, document: str, to: int, asked: Asked) -> int:
    """Publish an earlier version again, as a new one.

    Raises:
        InputError: there is no such document or version.
    """

    async def work(desk: Desk) -> Published | Refused:
        return await desk.publishing.rollback(
            desk.tenant, author(asked.author), document, to, note=asked.note, pin=asked.pin
        )

    return telling.outcome(at_desk(slug, work, json=asked.json, prove=True), json=asked.json)
