"""The sets of a file or folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.document.problem import Problem
from engine.errors import InputError
from ratiba.evaluating.fixtures import SUFFIX as FIXTURE
from ratiba.evaluating.fixtures import fixtures_below, problems_of
from ratiba.evaluating.sets import KINDS, EvalSet, read_set
from ratiba.testing.found import Found as FoundFixtures

SUFFIX = ".jsonl"


@dataclass(frozen=True, slots=True)
class Found:
    """The sets there are, files that are none, and every fault of the others."""

    sets: tuple[EvalSet, ...]
    passed_over: tuple[Path, ...]
    problems: tuple[Problem, ...]
    fixtures: FoundFixtures | None = None


def find(path: Path) -> Found:
    """Read every set of a file, or of a folder and those below it.

    Raises:
        InputError: there is no such path, or no set in it.
    """
    if not path.exists():
        raise InputError("eval.path", f"There is no {path}. Name a file or a folder of sets.")
    fixtures = fixtures_below(path)
    read = [(file, read_set(file)) for file in _files(path)]
    sets = tuple(one for _, one in read if isinstance(one, EvalSet))
    wrong = [each for _, one in read if not isinstance(one, EvalSet | None) for each in one]
    problems = (*wrong, *problems_of(fixtures))
    if not sets and not problems and fixtures is None:
        kinds = ", ".join(kind.name for kind in KINDS)
        raise InputError(
            "eval.kind", f"No set is in {path}. One record a line, of {kinds}; or fixtures."
        )
    passed_over = tuple(file for file, one in read if one is None)
    return Found(sets, passed_over, problems, fixtures)


def _files(path: Path) -> Sequence[Path]:
    if path.is_dir():
        return sorted(path.rglob(f"*{SUFFIX}"))
    return () if path.suffix == FIXTURE else (path,)
