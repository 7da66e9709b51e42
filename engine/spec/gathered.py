"""The configuration files below a folder, read and sorted by what they are."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.document.files import read_file
from engine.document.listing import (
    FIXTURES,
    FLOWS,
    PROMPTS,
    given_files,
    shown,
    vertical_folders,
    yaml_files,
)
from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.document.shelf import Shelf
from engine.document.tree import Document
from engine.spec.layers.layers import is_overlay

TYPES = "types.yaml"
VERTICAL_FILE = "vertical.yaml"


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents by layer.

    Attributes:
        base: what is shipped; flows given by hand stand for shipped ones of the same name.
        own: overlays given by hand.
        shelves: vertical -> what it brings.
        verticals: `verticals/*/vertical.yaml`.
    """

    base: Shelf
    own: Shelf = field(default_factory=Shelf)
    types: Document | None = None
    shelves: Mapping[str, Shelf] = field(default_factory=dict)
    verticals: tuple[Document, ...] = ()
    files: int = 0


def gather(
    root: Path, paths: Sequence[Path], faults: Faults, only: Container[str] | None = None
) -> Gathered:
    """Read every file; one that cannot be read is told and left out.

    Args:
        root: the folder that holds `flows/`, `prompts/` and `verticals/`.
        paths: files and folders, of which those from elsewhere are read too.
        faults: hears of files that cannot be read.
        only: the verticals that are read; None: all of them.
    """
    base = read_shelf(root, root)
    own = _shelf(given_files(paths, root), (), root)
    folders = [one for one in vertical_folders(root) if only is None or one.name in only]
    files = (folder / VERTICAL_FILE for folder in folders)
    verticals = list(_documents([one for one in files if one.exists()], root, faults))
    types = list(_documents([root / FLOWS / TYPES], root, faults))
    shelves = {folder.name: shelf for folder in folders if (shelf := read_brought(folder, root))}
    read = sum(len(one.flows) + len(one.phrases) for one in (base, own, *shelves.values()))
    return Gathered(
        base=_replaced(base, own),
        own=Shelf(tuple(one for one in own.flows if is_overlay(one)), unread=own.unread),
        types=types[0] if types else None,
        shelves=shelves,
        verticals=tuple(verticals),
        files=read + len(verticals) + len(types),
    )


def read_shelf(folder: Path, root: Path) -> Shelf:
    """Read `flows/` and `prompts/` below a folder: what is shipped, or one vertical's."""
    return _shelf(list(flow_paths(folder)), tuple(yaml_files(folder / PROMPTS)), root)


def read_brought(folder: Path, root: Path) -> Shelf:
    """Read what a vertical brings: what the one that it is `like` brings, and its own over that."""
    own, like = read_shelf(folder, root), like_of(folder, root)
    if like is None:
        return own
    family = read_shelf(folder.parent / like, root)
    flows, phrases = (*family.flows, *own.flows), (*family.phrases, *own.phrases)
    return Shelf(flows, phrases, family.unread | own.unread, own.problems)


def like_of(folder: Path, root: Path) -> str | None:
    """Name the vertical whose flows and phrases lie beneath those of another; None: nobody's."""
    file = folder / VERTICAL_FILE
    document = read_file(file, root) if file.is_file() else None
    if document is None or isinstance(document, Problems):
        return None
    place = top(document.root).get("like")
    known = place is not None and place.text and (folder.parent / place.text).is_dir()
    return place.text if place is not None and known and place.text != folder.name else None


def flow_paths(folder: Path) -> Iterator[Path]:
    """Yield the files with flows and overlays below a folder."""
    below = folder / FLOWS / FIXTURES
    for path in yaml_files(folder / FLOWS):
        if path.name != TYPES and not path.is_relative_to(below):
            yield path


def flow_name(document: Document) -> str | None:
    """Return the name of the flow in a document, if it can be read."""
    place = top(document.root).get("flow")
    return place.text if place else None


def _shelf(flows: Sequence[Path], phrases: Sequence[Path], root: Path) -> Shelf:
    faults = Faults()
    documents = tuple(_documents(flows, root, faults))
    said = tuple(_documents(phrases, root, faults))
    read = {document.file for document in documents}
    unread = frozenset(path.stem for path in flows if shown(path, root) not in read)
    return Shelf(documents, said, unread, faults.problems().items)


def _replaced(base: Shelf, own: Shelf) -> Shelf:
    """What is shipped, with flows given by hand in the place of those of their names."""
    flows = [one for one in own.flows if not is_overlay(one)]
    names = {flow_name(one) for one in flows}
    kept = (one for one in base.flows if flow_name(one) not in names)
    problems = (*base.problems, *own.problems)
    return Shelf((*kept, *flows), base.phrases, base.unread | own.unread, problems)


def _documents(paths: Iterable[Path], root: Path, faults: Faults) -> Iterator[Document]:
    for path in paths:
        found = read_file(path, root)
        if isinstance(found, Problems):
            faults.take(found)
        else:
            yield found
