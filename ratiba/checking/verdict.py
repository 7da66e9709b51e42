"""The outcome of a check: what is written wrongly, and what conversations would come of it."""

from dataclasses import dataclass

from engine.document.problem import Problem
from engine.spec.report import Report


@dataclass(frozen=True, slots=True)
class Checked:
    """Files checked, and as far as conversations can be had with them, proved.

    Attributes:
        report: of the files alone.
        problems: of the files and of conversations, one a cause.
        situations: proved, the same one of several verticals once.
        prove_ms: of the time taken, that of what was not known before.
        tools: how many there are.
        unproved: layers that stand on what is at fault: to be proved once that is mended.
    """

    report: Report
    problems: tuple[Problem, ...] = ()
    situations: int = 0
    prove_ms: float = 0.0
    tools: int = 0
    unproved: tuple[str, ...] = ()
