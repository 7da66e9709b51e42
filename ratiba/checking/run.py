"""Every file that an operator writes, checked at once, and every conversation proved."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

from engine.assembly.library import ROOT, Repertoire
from engine.errors import InputError
from engine.proof.causes import told_once
from engine.render.book import PhraseBook
from engine.spec.check import check_files
from engine.spec.document.listing import shown
from engine.spec.document.problem import Problem, Problems
from engine.spec.document.tree import Document
from engine.spec.report import Report
from ratiba.checking.proofs import Proofs, Told, problem
from ratiba.checking.telling import to_people, to_programs
from ratiba.checking.verdict import Checked
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console
from tools.definitions import load_definitions
from tools.tenants.verticals import read_vertical


def run(paths: tuple[Path, ...], *, json: bool) -> int:
    """Print every problem and a summary.

    Raises:
        InputError: a path does not exist.
        DefinitionError: the tools themselves do not hold together.
    """
    for path in paths:
        if not path.exists():
            raise InputError("check.path", f"There is no {path}. Name a file or a folder.")
    began = perf_counter()
    with _progress(shown=not json) as told:
        found = proved(checked(paths), paths, told)
    ms = (perf_counter() - began) * 1000
    tell = to_programs if json else to_people
    tell(found, len(load_definitions()), ms)
    return FINDINGS if found.problems else GOOD


def checked(paths: tuple[Path, ...]) -> Report:
    """Check everything that is shipped, or what is given.

    Raises:
        DefinitionError: the tools themselves do not hold together.
    """
    return check_files(ROOT, load_definitions(), PhraseBook.from_texts, _vertical, paths)


def proved(report: Report, paths: tuple[Path, ...], told: Told = lambda words: None) -> Checked:
    """Prove all with which conversations can be had; one that is misspelt has its own problem."""
    began = perf_counter()
    worlds = [
        Repertoire(world.flows, world.book)
        for world in report.worlds
        if isinstance(world.book, PhraseBook)
    ]
    verdicts = Proofs(home(), told).verdicts(worlds)
    found = told_once(
        report.problems, [problem(fault) for verdict in verdicts for fault in verdict.faults]
    )
    wanted = [shown(path.resolve(), ROOT.resolve()) for path in paths]
    asked = [one for one in found if not wanted or any(_within(one.file, w) for w in wanted)]
    ms = (perf_counter() - began) * 1000
    situations = max((verdict.situations for verdict in verdicts), default=0)
    return Checked(report, tuple(asked), situations, ms)


def home() -> Path:
    """The folder of ours where proofs are kept."""
    return Path(os.environ.get("RATIBA_HOME") or ROOT / ".ratiba")


def _within(file: str, wanted: str) -> bool:
    return wanted in {".", file} or file.startswith(f"{wanted.rstrip('/')}/")


@contextmanager
def _progress(*, shown: bool) -> Iterator[Told]:
    """A line that tells which flow is being proved, where a person looks on."""
    out = console() if shown else None
    if out is None or not out.is_terminal:
        yield lambda words: None
        return
    with out.status("Checking") as status:
        yield lambda words: status.update(f"Proving {words}")


def _vertical(document: Document) -> Iterable[Problem]:
    found = read_vertical(ROOT / document.file, ROOT)
    return found if isinstance(found, Problems) else ()
