"""What a bench found: figures, and what they are held to."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must reach.

    Attributes:
        target: what it is to be. gate: what `make bench` lets pass; None: it is printed only.
        most: a figure above these misses them; otherwise one below does.
    """

    target: float
    gate: float | None = None
    most: bool = False

    def misses(self, value: float, bound: float) -> bool:
        """Whether a value does not reach a bound."""
        return value > bound if self.most else value < bound

    def shown(self, bound: float | None) -> str:
        """A bound in words."""
        return "" if bound is None else f"{'≤' if self.most else '≥'} {bound:g}"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number.

    Attributes:
        name: what it is: "CPU a turn against LangGraph, sync".
        unit: `x` for a ratio.
        bar: None: it is for reading only.
    """

    name: str
    value: float
    unit: str = "x"
    bar: Bar | None = None

    @property
    def missed(self) -> bool:
        """Whether the gate is missed."""
        gate = self.bar.gate if self.bar else None
        return gate is not None and self.bar is not None and self.bar.misses(self.value, gate)

    @property
    def verdict(self) -> str:
        """How it stands to its bar."""
        if self.bar is None:
            return ""
        if self.missed:
            return "misses the gate"
        return "below target" if self.bar.misses(self.value, self.bar.target) else "reached"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows side by side, for reading."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Findings:
    """Of one part of the bench.

    Attributes:
        part: its name: `turns`, `scaling`, ...
        bars: what its chart shows: (who, value) in `chart_unit`.
    """

    part: str
    tables: Sequence[Table]
    figures: Sequence[Figure]
    bars: Sequence[tuple[str, float]] = field(default_factory=tuple)
    chart_unit: str = ""
