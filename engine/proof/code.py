"""The engine's own code, as hashes: another engine, another proof."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOMS = ("document", "explore", "model", "machine", "proof", "render", "spec", "errors.py")
"""All that a proof runs; rooms beside them carry and tell, and judge nothing."""
WALKED = (
    "explore", "model", "machine", "proof", "errors.py",
    "spec/graph.py", "spec/language/facts.py", "document/line.py",
)  # fmt: skip
"""All that an exploration runs: it renders nothing, and meets flows as they are compiled."""
_ENGINE = Path(__file__).parents[1]


@cache
def code() -> str:
    """The hash of all that a proof runs, the same on every machine."""
    return digest(_ENGINE, modules(*(_ENGINE / name for name in ROOMS)))


@cache
def walking() -> str:
    """The hash of all that an exploration runs."""
    return digest(_ENGINE, modules(*(_ENGINE / name for name in WALKED)))


def modules(*places: Path) -> Iterator[Path]:
    """Modules, and those below folders."""
    for place in places:
        yield from place.rglob("*.py") if place.is_dir() else (place,)


def digest(root: Path, files: Iterable[Path], *more: str) -> str:
    """The hash of the bytes of files, and of where they are below a folder.

    Args:
        root: the folder.
        files: below it, in any order.
        more: what else is hashed.
    """
    found = hashlib.sha256("\0".join(more).encode())
    named = ((path.relative_to(root).as_posix(), path) for path in files)
    for name, path in sorted(named):
        content = path.read_bytes()
        found.update(f"\0{name}\0{len(content)}\0".encode() + content)
    return found.hexdigest()
