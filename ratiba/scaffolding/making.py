"""A new vertical, written from files: the plain ones here, or those of a vertical it is like."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.document.problem import suggest
from engine.errors import InputError
from engine.spec.language.names import NAME
from tools.tenants.verticals import list_verticals

FILES = Path(__file__).with_name("files")
OWN = "__NAME__"
MADE = frozenset({"generated", "found"})
"""Folders of fixtures that Ratiba wrote itself: the new vertical writes its own."""
MOST = 60
"""Characters of a title."""
TITLE = re.compile(r"^title:.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A vertical to make: its name, its title in both languages, and what it begins as."""

    name: str
    english: str
    swahili: str
    like: str | None = None


def make(wanted: Wanted, root: Path) -> tuple[Path, ...]:
    """Write the folder of a new vertical below `root`; nothing that is there is touched.

    Returns:
        The files, as they lie below `root`.

    Raises:
        InputError: the name or a title is none, the vertical exists, or `like` does not.
    """
    _refuse(wanted, root)
    folder = root / "verticals" / wanted.name
    texts = {folder / path: text for path, text in _texts(wanted, root)}
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tuple(sorted(path.relative_to(root) for path in texts))


def _refuse(wanted: Wanted, root: Path) -> None:
    if not NAME.fits(wanted.name):
        raise InputError(
            "vertical.name", f"'{wanted.name}' is no name of a vertical. Write {NAME.wanted}."
        )
    if (root / "verticals" / wanted.name).exists():
        fault = f"There is a vertical '{wanted.name}'. Take another name, or edit its files."
        raise InputError("vertical.exists", fault)
    for option, title in (("--title", wanted.english), ("--title-sw", wanted.swahili)):
        if not title.strip() or len(title) > MOST or not title.isprintable():
            fault = f"{option}: is no title. Write one line of up to {MOST} characters."
            raise InputError("vertical.title", fault)
    known = list_verticals(root)
    if wanted.like is not None and wanted.like not in known:
        fault = f"No vertical '{wanted.like}' to begin from. {suggest(wanted.like, known)}."
        raise InputError("vertical.unknown", fault)


def _texts(wanted: Wanted, root: Path) -> Iterator[tuple[str, str]]:
    """Each file of the new folder: its path within it, and what it says."""
    if wanted.like is None:
        source, old = FILES, OWN
    else:
        source, old = root / "verticals" / wanted.like, wanted.like
    for path in sorted(source.rglob("*.yaml")):
        within = path.relative_to(source)
        if MADE.isdisjoint(within.parts):
            text = path.read_text("utf-8")
            yield within.as_posix().replace(old, wanted.name), _renamed(text, old, wanted, within)


def _renamed(text: str, old: str, wanted: Wanted, within: Path) -> str:
    says_its_name = rf"^([ -]*(?:vertical|fixture): ){old}"
    named = re.sub(says_its_name, rf"\g<1>{wanted.name}", text, flags=re.M)
    if within.name != "vertical.yaml" or len(within.parts) > 1:
        return named
    english, swahili = (
        json.dumps(one, ensure_ascii=False) for one in (wanted.english, wanted.swahili)
    )
    return TITLE.sub(lambda _: f"title: {{en: {english}, sw: {swahili}}}", named, count=1)
