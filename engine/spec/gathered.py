"""The configuration files below a folder, read and sorted by what they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from engine.spec.files import read_file, shown, yaml_files
from engine.spec.place import top
from engine.spec.problem import Faults, Problems
from engine.spec.tree import Document

FLOWS, PROMPTS, VERTICALS, TYPES = "flows", "prompts", "verticals", "types.yaml"


@dataclass(frozen=True, slots=True)
class Gathered:
    """Documents by kind.

    Attributes:
        flows: by file; those given by hand stand for shipped ones of the same flow.
        unread: the probable names of flows whose files could not be read.
    """

    flows: tuple[Document, ...] = ()
    types: Document | None = None
    phrases: tuple[Document, ...] = ()
    verticals: tuple[Document, ...] = ()
    unread: frozenset[str] = field(default_factory=frozenset)
    files: int = 0


def gather(root: Path, paths: Sequence[Path], faults: Faults) -> Gathered:
    """Read every file; one that cannot be read is told and left out."""
    given = [path for path in paths if not path.resolve().is_relative_to(root.resolve())]
    strangers = list(_strangers(given))
    flow_paths = [p for p in yaml_files(root / FLOWS) if p.name != TYPES]
    flows = list(_documents(flow_paths, root, faults))
    own = list(_documents(strangers, root, faults))
    names = {flow_name(document) for document in own}
    phrases = list(_documents(yaml_files(root / PROMPTS), root, faults))
    verticals = list(_documents(sorted((root / VERTICALS).glob("*/vertical.yaml")), root, faults))
    types = list(_documents([root / FLOWS / TYPES], root, faults))
    kept = (document for document in flows if flow_name(document) not in names)
    read = {document.file for document in (*flows, *own)}
    return Gathered(
        flows=(*kept, *own),
        types=types[0] if types else None,
        phrases=tuple(phrases),
        verticals=tuple(verticals),
        unread=frozenset(
            path.stem for path in (*flow_paths, *strangers) if shown(path, root) not in read
        ),
        files=len(flow_paths) + len(own) + len(phrases) + len(verticals) + len(types),
    )


def flow_name(document: Document) -> str | None:
    """Return the name of the flow in a document, if it can be read."""
    place = top(document.root).get("flow")
    return place.text if place else None


def _strangers(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from yaml_files(path) if path.is_dir() else (path,)


def _documents(paths: Iterable[Path], root: Path, faults: Faults) -> Iterator[Document]:
    for path in paths:
        found = read_file(path, root)
        if isinstance(found, Problems):
            faults.take(found)
        else:
            yield found
