"""The engine's own code, as one hash: another engine, another proof."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOMS = ("explore", "model", "machine", "proof", "render", "spec")
"""All that a proof runs; rooms beside them carry and tell, and judge nothing."""
_ENGINE = Path(__file__).parents[1]


@cache
def code() -> str:
    """The hash of these rooms, the same on every machine."""
    rooms = modules(*(_ENGINE / room for room in ROOMS))
    return digest(_ENGINE, (_ENGINE / "errors.py", *rooms))


def modules(*folders: Path) -> Iterator[Path]:
    """The modules below folders."""
    for folder in folders:
        yield from folder.rglob("*.py")


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
