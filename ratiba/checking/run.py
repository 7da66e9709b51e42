"""Every file that an operator writes, checked at once."""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from time import perf_counter

from rich.text import Text

from engine.assembly.library import ROOT
from engine.errors import InputError
from engine.render.book import PhraseBook
from engine.spec.check import Report, check_files
from engine.spec.problem import Problem, Problems
from engine.spec.tree import Document
from ratiba.terminal.faults import FINDINGS, GOOD
from ratiba.terminal.out import console, emit
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
    report = checked(paths)
    ms = (perf_counter() - began) * 1000
    tell = _tell_programs if json else _tell_people
    tell(report, len(load_definitions()), ms)
    return FINDINGS if report.problems else GOOD


def checked(paths: tuple[Path, ...]) -> Report:
    """Check everything that is shipped, or what is given.

    Raises:
        DefinitionError: the tools themselves do not hold together.
    """
    return check_files(ROOT, load_definitions(), PhraseBook.from_texts, _vertical, paths)


def _vertical(document: Document) -> Iterable[Problem]:
    found = read_vertical(ROOT / document.file, ROOT)
    return found if isinstance(found, Problems) else ()


def _tell_programs(report: Report, tools: int, ms: float) -> None:
    for problem in report.problems:
        emit(asdict(problem))
    summary = {"problems": len(report.problems), **asdict(report.counts), "tools": tools}
    emit({**summary, "ms": round(ms, 1)})


def _tell_people(report: Report, tools: int, ms: float) -> None:
    out = console()
    for problem in report.problems:
        out.print(_line(problem), soft_wrap=True)
    counts = report.counts
    looked = (
        f"{counts.files} files: {counts.flows} flows, {counts.steps} steps, "
        f"{counts.phrases} phrases, {counts.verticals} verticals, {tools} tools; {ms:.0f} ms"
    )
    found = len(report.problems)
    if found:
        verdict = (f"{found} problem{'s' * (found > 1)}", "bold red")
    else:
        verdict = ("No problem", "green")
    out.print(Text.assemble(verdict, f" in {looked}"), soft_wrap=True)


def _line(problem: Problem) -> Text:
    key = f" {problem.key}:" if problem.key else ""
    remedy = f" {problem.remedy}." if problem.remedy else ""
    where = (f"{problem.file}:{problem.line}:", "bold")
    return Text.assemble(where, (key, "cyan"), f" {problem.fault}.", (remedy, "green"))
