"""Where a library reads what is shipped: the files of this release, or texts that were kept."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.document.files import read_file
from engine.document.listing import FLOWS, VERTICALS
from engine.document.problem import Problems
from engine.document.shelf import Shelf
from engine.document.tree import Document
from engine.spec.gathered import TYPES, read_brought, read_shelf
from engine.spec.language.names import NAME


class Source(Protocol):
    """Documents beneath those of businesses: `Files` here, or `engine.assembly.shipped.Shipped`."""

    def types(self) -> Document | Problems:
        """The kinds of answer that every flow may ask for."""
        ...

    def base(self) -> Shelf:
        """What every business has."""
        ...

    def vertical(self, name: str) -> Shelf:
        """What a vertical brings; an unknown one brings nothing."""
        ...


@dataclass(frozen=True, slots=True)
class Files:
    """The files below a folder."""

    root: Path

    def types(self) -> Document | Problems:
        """Read `flows/types.yaml`."""
        return read_file(self.root / FLOWS / TYPES, self.root)

    def base(self) -> Shelf:
        """Read `flows/` and `prompts/`."""
        return read_shelf(self.root, self.root)

    def vertical(self, name: str) -> Shelf:
        """Read `verticals/<name>/`, and what it is like beneath it."""
        folder = self.root / VERTICALS / name
        known = NAME.fits(name) and folder.is_dir()
        return read_brought(folder, self.root) if known else Shelf()
