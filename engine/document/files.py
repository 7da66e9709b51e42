"""The one module of this room that opens files."""

from pathlib import Path

from engine.document.listing import shown
from engine.document.problem import Faults, Problems
from engine.document.reader import MAX_BYTES, read
from engine.document.tree import Document
from engine.model.flow import Origin


def read_file(path: Path, root: Path) -> Document | Problems:
    """Read one YAML file; messages name it relative to `root`."""
    name = shown(path, root)
    try:
        with path.open("rb") as source:
            content = source.read(MAX_BYTES + 1)
    except OSError as error:
        faults = Faults()
        reason = error.strerror or type(error).__name__
        faults.add(Origin(name, 1), "", f"cannot be opened ({reason})", "Give its right name")
        return faults.problems()
    return read(content, name)
