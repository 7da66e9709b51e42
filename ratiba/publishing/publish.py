"""What `ratiba flow draft | check | publish | rollback` do."""

from collections.abc import Sequence
from pathlib import Path

from engine.document.problem import Problems
from engine.errors import InputError
from ratiba.publishing import telling
from ratiba.publishing.asked import Asked
from ratiba.publishing.desk import Desk, at_desk, author
from ratiba.publishing.rehearsed import rehearsing
from ratiba.terminal.faults import GOOD
from ratiba.terminal.out import console, emit
from tools.publishing.records import Published, Refused, Report, Version, Wish
from tools.publishing.written import Written, written


def check(slug: str, paths: Sequence[Path], *, pin: bool, prove: bool, json: bool) -> int:
    """Say what keeps files from being published together."""

    async def work(desk: Desk) -> Report:
        texts = _read(desk, paths)
        if isinstance(texts, Report):
            return texts
        desk = await rehearsing(desk, *(path.parent for path in paths)) if prove else desk
        return await desk.publishing.check(desk.tenant, *texts, pin=pin, prove=prove)

    return telling.checked(at_desk(slug, work, json=json), json=json)


def draft(slug: str, path: Path, who: str, seen: str | None, *, json: bool) -> int:
    """Keep a file as the draft of its document, and say what is wrong with it as yet."""

    async def work(desk: Desk) -> tuple[Version, Report]:
        text = desk.read(path)
        if isinstance(text, Problems):
            raise InputError("flow.unreadable", f"No draft was kept. {text}")
        kept = await desk.publishing.draft(desk.tenant, author(who), text, seen)
        return kept, await desk.publishing.check(desk.tenant, text, prove=False)

    kept, report = at_desk(slug, work, json=json)
    if json:
        emit({"draft": kept.document, "digest": kept.digest, "base": kept.base})
    else:
        console().print(f"Kept the draft of '{kept.document}'; nothing has changed for customers.")
    telling.checked(report, json=json)
    return GOOD


def publish(slug: str, paths: Sequence[Path], asked: Asked) -> int:
    """Put files in force together; without any, every draft that is kept.

    Raises:
        InputError: there is nothing to publish, or one base is said of several files.
        ConflictError: somebody else was quicker.
    """
    if asked.base is not None and len(paths) != 1:
        raise InputError("flow.base", "--base is of one file. Name it, and publish it alone.")

    async def work(desk: Desk) -> Published | Refused:
        if paths:
            return await publish_files(desk, paths, asked)
        drafts = await desk.publishing.drafts(desk.tenant)
        if not drafts:
            raise InputError("flow.nothing", "No draft is kept. Name a file to publish.")
        return await _publish_drafts(await rehearsing(desk, Path(slug)), drafts, asked)

    return telling.outcome(at_desk(slug, work, json=asked.json), json=asked.json)


async def publish_files(desk: Desk, paths: Sequence[Path], asked: Asked) -> Published | Refused:
    """Publish files together, each from the version that its mark or --base names."""
    texts = _read(desk, paths)
    if isinstance(texts, Report):
        return Refused(texts)
    wishes: list[Wish] = []
    for path, text in zip(paths, texts, strict=True):
        base = asked.base if asked.base is not None else text.base
        if base is None:
            await _unmarked(desk, text, path)
        wishes.append(Wish(text.name, text, base or 0, asked.note, asked.pin))
    desk = await rehearsing(desk, *(path.parent for path in paths))
    return await desk.publishing.publish(desk.tenant, author(asked.author), *wishes)


def _read(desk: Desk, paths: Sequence[Path]) -> list[Written] | Report:
    """Read files, or tell all that keeps any of them from being read."""
    found = [desk.read(path) for path in paths]
    problems = tuple(one for text in found if isinstance(text, Problems) for one in text)
    names = ", ".join(path.stem for path in paths)
    return Report(names, problems) if problems else [t for t in found if isinstance(t, Written)]


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


async def _publish_drafts(
    desk: Desk, drafts: Sequence[Version], asked: Asked
) -> Published | Refused:
    found = {one: written(one.source, f"{one.document}.yaml", desk.tenant.slug) for one in drafts}
    problems = tuple(one for text in found.values() if isinstance(text, Problems) for one in text)
    if problems:
        return Refused(Report(", ".join(one.document for one in drafts), problems))
    wishes = [
        Wish(one.document, text, one.base, asked.note, asked.pin)
        for one, text in found.items()
        if isinstance(text, Written)
    ]
    return await desk.publishing.publish(desk.tenant, author(asked.author), *wishes)


def rollback(slug: str, document: str, to: int, asked: Asked) -> int:
    """Publish an earlier version again, as a new one.

    Raises:
        InputError: there is no such document or version.
    """

    async def work(desk: Desk) -> Published | Refused:
        return await desk.publishing.rollback(
            desk.tenant, author(asked.author), document, to, note=asked.note, pin=asked.pin
        )

    return telling.outcome(at_desk(slug, work, json=asked.json), json=asked.json)
