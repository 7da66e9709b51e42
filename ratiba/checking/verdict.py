"""The outcome of a check: what is written wrongly, and what conversations would come of it."""

from dataclasses import dataclass

from engine.proof.result import Fault
from engine.spec.check import Report


@dataclass(frozen=True, slots=True)
class Checked:
    """Files checked, and if they are sound, proved.

    Attributes:
        faults: of conversations; looked for where everything that is named is there.
        situations: proved, the same one of several verticals once.
        prove_ms: of the time taken, that of the proof.
    """

    report: Report
    faults: tuple[Fault, ...] = ()
    situations: int = 0
    prove_ms: float = 0.0

    @property
    def problems(self) -> int:
        """How many there are of either kind."""
        return len(self.report.problems) + len(self.faults)
