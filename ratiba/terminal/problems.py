"""A problem of a file, as a line that editors make clickable."""

from rich.text import Text

from engine.spec.document.problem import Problem


def line_of(problem: Problem) -> Text:
    """`file:line: key: fault. remedy.`, each part in its colour."""
    key = f" {problem.key}:" if problem.key else ""
    stop = "" if problem.remedy.endswith("...") else "."
    remedy = f" {problem.remedy}{stop}" if problem.remedy else ""
    where = (f"{problem.file}:{problem.line}:", "bold")
    return Text.assemble(where, (key, "cyan"), f" {problem.fault}.", (remedy, "green"))
