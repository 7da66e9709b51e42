"""What a check found in one layer, small enough to be kept, and all layers together."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.document.listing import within
from engine.document.problem import Problem
from engine.spec.report import Layer, Report, joined
from ratiba.checking.verdict import Checked


@dataclass(frozen=True, slots=True)
class Look:
    """One layer checked and proved.

    Attributes:
        layer: what its files say, without what they were compiled to.
        proved: what conversations come to and must not.
        situations: where conversations with it can rest; moves between them.
        proof: the hash of what the proof stands on; "": there is nothing to prove.
        tools: how many flows were held against.
        unproved: what it stands on is at fault, and told; with it, it would be as well.
        recorded: the proof is what a release says was proved; nobody here has made it.
    """

    layer: Layer
    proved: tuple[Problem, ...] = ()
    situations: int = 0
    moves: int = 0
    proof: str = ""
    tools: int = 0
    unproved: bool = False
    recorded: bool = False

    @property
    def sound(self) -> bool:
        """Whether there is nothing to be told of it."""
        return not (self.layer.problems or self.layer.warnings or self.proved or self.unproved)


def together(looks: Sequence[Look], wanted: Sequence[str], prove_ms: float = 0.0) -> Checked:
    """Bring layers together; a fault of several of them is told once.

    Args:
        looks: what is shipped first.
        wanted: files and folders of which alone problems are told; none: of all.
        prove_ms: how long the proofs took that were made for this.
    """
    report = joined([look.layer for look in looks], wanted)
    situations = max((look.situations for look in looks), default=0)
    tools = max((look.tools for look in looks), default=0)
    found = _problems(report, looks, wanted)
    unproved = tuple(look.layer.name for look in looks if look.unproved)
    return Checked(report, found, situations, prove_ms, tools, unproved)


def _problems(report: Report, looks: Sequence[Look], wanted: Sequence[str]) -> tuple[Problem, ...]:
    proved = [one for look in looks for one in look.proved]
    if not proved:
        return report.problems
    from engine.proof.causes import told_once  # the prover, which what is sound need not wait for

    found = told_once(report.problems, proved)
    return tuple(one for one in found if not wanted or within(one.file, wanted))
