"""The sets of a file or folder."""

from dataclasses import dataclass
from pathlib import Path

from engine.errors import InputError
from engine.spec.document.problem import Problem
from ratiba.evaluating.sets import KINDS, EvalSet, read_set

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Found:
    """The sets there are, files that are none, and every fault of the others."""

    sets: tuple[EvalSet, ...]
    passed_over: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find(path: Path) -> Found:
    """Read every set of a file, or of a folder and those below it.

    Raises:
        InputError: there is no such path, or no set in it.
    """
    if not path.exists():
        raise InputError("eval.path", f"There is no {path}. Name a file or a folder of sets.")
    files = sorted(path.rglob(f"*{SUFFIX}")) if path.is_dir() else [path]
    read = [(file, read_set(file)) for file in files]
    sets = tuple(one for _, one in read if isinstance(one, EvalSet))
    problems = tuple(each for _, one in read if not isinstance(one, EvalSet | None) for each in one)
    if not sets and not problems:
        kinds = ", ".join(kind.name for kind in KINDS)
        raise InputError("eval.kind", f"No set is in {path}. One record a line, of {kinds}.")
    return Found(sets, tuple(file for file, one in read if one is None), problems)
