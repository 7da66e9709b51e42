"""What `ratiba flow pull | push` do: a business's documents as files, and back."""

from pathlib import Path

from engine.document.problem import Problems
from engine.document.tree import digest
from engine.errors import InputError
from ratiba.publishing import telling
from ratiba.publishing.asked import Asked
from ratiba.publishing.desk import Desk, at_desk, text_of
from ratiba.publishing.publish import publish_files
from ratiba.terminal.faults import FINDINGS, GOOD, say_fault
from ratiba.terminal.out import console, emit
from tools.publishing.records import Published, Refused, Version
from tools.publishing.written import Written, marked, written


def pull(slug: str, folder: Path | None, *, force: bool, json: bool) -> int:
    """Write what is in force to files, each with a first line that says which version it is.

    A file that was edited since it was pulled is left alone.
    """
    into = folder or Path(slug)

    async def work(desk: Desk) -> list[tuple[Version, Path, bool]]:
        found = await desk.publishing.in_force(desk.tenant)
        into.mkdir(parents=True, exist_ok=True)
        return [await _pulled(desk, one, into, force=force) for one in found]

    done = at_desk(slug, work, json=json)
    for version, path, wrote in done:
        if json:
            emit({**telling.record(version), "file": str(path), "written": wrote})
        elif wrote:
            console().print(f"{path}: '{version.document}' version {version.version}")
        else:
            say_fault(f"{path} was edited and is left as it is. --force replaces it.")
    if not done and not json:
        console().print(f"'{slug}' has published nothing of its own.")
    return GOOD if all(wrote for _, _, wrote in done) else FINDINGS


async def _pulled(
    desk: Desk, one: Version, into: Path, *, force: bool
) -> tuple[Version, Path, bool]:
    path = into / f"{one.document}.yaml"
    if path.exists() and not force and await _edited(desk, one, path):
        return one, path, False
    path.write_text(marked(one.source, one.document, one.version, desk.tenant.slug), "utf-8")
    return one, path, True


async def _edited(desk: Desk, one: Version, path: Path) -> bool:
    """Whether a file says something else than the version that its mark names."""
    text = written(text_of(path), str(path), desk.tenant.slug)
    if isinstance(text, Problems):
        return True
    if text.base is None:
        return text.digest != one.digest
    try:
        held = await desk.publishing.version(desk.tenant, one.document, text.base)
    except InputError:
        return True
    return digest(text.document.root) != held.digest


def push(slug: str, path: Path | None, asked: Asked) -> int:
    """Publish every file of a folder that says something new, together.

    Each is published from the version that it names; all of them, or none.

    Raises:
        ConflictError: somebody else was quicker with one of them.
    """
    files = _files(path or Path(slug))

    async def work(desk: Desk) -> Published | Refused:
        result = await publish_files(desk, files, asked)
        if isinstance(result, Published):
            for file in files:
                _mark(desk, file, result)
        return result

    return telling.outcome(at_desk(slug, work, json=asked.json), json=asked.json)


def _mark(desk: Desk, file: Path, result: Published) -> None:
    """The file is what is in force now: its first line says so."""
    text = desk.read(file)
    now = {one.document: one.version for one in result.versions}
    if isinstance(text, Written) and text.name in now:
        line = marked(text.source, text.name, now[text.name], desk.tenant.slug)
        file.write_text(line, "utf-8")


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    found = sorted(path.glob("*.yaml")) if path.is_dir() else []
    if not found:
        raise InputError("flow.files", f"No file to push in {path}. Pull first, or name a file.")
    return found
