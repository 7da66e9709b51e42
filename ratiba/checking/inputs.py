"""What the outcome of a check hangs on: the bytes of files, hashed layer by layer.

Nothing is parsed and hardly anything imported here: where every layer comes to a hash that is
known, a check has nothing else to do.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path

from engine.document.listing import (
    FLOWS,
    PROMPTS,
    VERTICALS,
    given_files,
    vertical_folders,
    yaml_files,
)
from engine.proof.code import code, digest, modules
from engine.spec.report import GIVEN, SHIPPED

OURS = Path(__file__).resolve().parents[2]
JUDGES = (
    "ratiba/checking",
    "tools/definitions.py",
    "tools/problems.py",
    "tools/catalog",
    "tools/tenants",
    "engine/nlu",
)
"""What finds faults beside the prover: in definitions of tools, in what verticals set and say."""
TABLES = (
    "engine/**/*.yaml",
    "tools/*/*.yaml",
    "tools/*.json",
    "tools/*/*/definition.json",
)
"""What it reads: cues and word classes, topics, definitions of tools."""
LIKE = re.compile(rb"like|\\")
"""How a vertical may say that it is like another; an escape may spell anything."""


def layer_keys(root: Path, paths: Sequence[Path]) -> dict[str, str]:
    """The hash of all that goes into each layer's outcome, the same on every machine.

    Args:
        root: the folder that holds `flows/`, `prompts/` and `verticals/`.
        paths: files and folders that were named; those from elsewhere stand in every layer.

    Returns:
        By the name of the layer, the lowest first; nothing if a file cannot be read twice, such
        as a pipe.
    """
    given = given_files(paths, root)
    if not all(path.is_file() for path in given):
        return {}
    base = [*yaml_files(root / FLOWS), *yaml_files(root / PROMPTS)]
    base += (root / VERTICALS).glob("*.yaml")  # what all verticals are held against
    beneath = digest(root, base, _judged(), *map(_named, given))
    folders = vertical_folders(root)
    own = {folder.name: digest(root, yaml_files(folder)) for folder in folders}
    keys = {SHIPPED: beneath}
    for folder in folders:
        keys[f"{VERTICALS}/{folder.name}"] = _hash(beneath, folder.name, *_family(folder, own))
    return {**keys, GIVEN: _hash(beneath, GIVEN)} if given else keys


def here() -> str:
    """The libraries that it is judged with on this machine: another of them may judge otherwise."""
    found = {path for entry in sys.path if entry for path in Path(entry).glob("*.dist-info")}
    return _hash(sys.version, *sorted(path.name for path in found))


def judges(ours: Path = OURS) -> list[Path]:
    """The code that checks, the tables it reads, the tools and keys flows are held against.

    Args:
        ours: the folder that holds `engine/`, `tools/` and `ratiba/`.
    """
    found = modules(*(ours / name for name in JUDGES))
    return [*found, *(path for table in TABLES for path in ours.glob(table))]


@cache
def _judged() -> str:
    return digest(OURS, judges(), code())


def _family(folder: Path, own: Mapping[str, str]) -> Iterator[str]:
    """What a vertical brings, and whatever other it may be like: it would have to name that."""
    yield own[folder.name]
    file = folder / "vertical.yaml"
    content = file.read_bytes() if file.is_file() else b""
    if not LIKE.search(content):
        return
    for name, hashed in own.items():
        yield name
        if name.encode() in content or b"\\" in content:
            yield hashed


def _named(path: Path) -> str:
    with path.open("rb") as source:
        return f"{path.as_posix()} {file_digest(source, 'sha256').hexdigest()}"


def _hash(*parts: str) -> str:
    return sha256("\0".join(parts).encode()).hexdigest()
