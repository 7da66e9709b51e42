"""What each dial does, in words for operators: `verticals/dials.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from engine.document.files import read_file
from engine.document.place import top
from engine.document.problem import Faults, Problems
from engine.document.tree import plain
from engine.errors import ConfigError
from engine.spec.language.conform import conform
from tools.tenants.dials import ROOT
from tools.tenants.shape import DIALS_FILE

FILE = Path("verticals") / "dials.yaml"


@dataclass(frozen=True, slots=True)
class Dial:
    """One dial.

    Attributes:
        unset: as what it counts where none is set.
    """

    says: str
    unset: float = 0


@cache
def described(root: Path = ROOT) -> Mapping[str, Dial]:
    """The dials by name.

    Raises:
        ConfigError: the file is faulty.
    """
    found = read_dials(root)
    if isinstance(found, Problems):
        raise ConfigError("dials.invalid", str(found))
    return found


def read_dials(root: Path) -> Mapping[str, Dial] | Problems:
    """Read the file; gives the dials, or everything that is wrong with it."""
    document = read_file(root / FILE, root)
    if isinstance(document, Problems):
        return document
    faults = Faults()
    conform(top(document.root), DIALS_FILE, faults)
    if len(faults):
        return faults.problems()
    raw: Any = plain(document.root)
    return {name: Dial(one["says"], one.get("unset", 0)) for name, one in raw["dials"].items()}
