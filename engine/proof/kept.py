"""What the prover keeps of a conversation beside its session."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.proof.oracle import Switch


@dataclass(frozen=True, slots=True)
class Kept:
    """What the prover keeps beside the session.

    Attributes:
        standing: tools whose deed could still be taken back, and has not been.
        marks: events that promises wait upon, and choices that promises ask for.
        switches: thrown, and still of consequence.
    """

    standing: frozenset[str] = frozenset()
    marks: frozenset[tuple[str, str]] = frozenset()
    switches: Mapping[Switch, bool] = field(default_factory=dict)
