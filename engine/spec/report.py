"""What a check of files says; no problems: everything may be published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.document.listing import within
from engine.document.problem import Problem

if TYPE_CHECKING:
    from engine.spec.compose import Composed
    from engine.spec.phrases.spoken import Book

SHIPPED, GIVEN = "shipped", "given"
"""The layers beside those of verticals: the lowest, and what was given by hand."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What was looked at."""

    files: int
    flows: int
    steps: int
    phrases: int
    verticals: int
    overlays: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        """Of two that have nothing in common."""
        return Counts(
            self.files + other.files,
            self.flows + other.flows,
            self.steps + other.steps,
            self.phrases + other.phrases,
            self.verticals + other.verticals,
            self.overlays + other.overlays,
        )


@dataclass(frozen=True, slots=True)
class Layer:
    """What was found in one layer; the same whichever others are looked at.

    Attributes:
        name: `SHIPPED`, `GIVEN`, or the folder of a vertical below the root.
        counts: of what it brings; phrases are counted in what is shipped alone.
        phrases: the ids of those that are not shipped: several verticals may share them.
        world: what came of it on what is shipped, as far as conversations can be had with it;
            None: it brings no words and no steps, or cannot be compiled.
    """

    name: str
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    counts: Counts
    phrases: frozenset[str]
    world: "Composed[Book] | None" = None


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a check.

    Attributes:
        warnings: what is no fault and may surprise.
        worlds: what came of the layers, as far as conversations can be had with it: what is
            shipped, then under each vertical that brings something of its own, then under what
            was given by hand.
    """

    problems: tuple[Problem, ...]
    counts: Counts
    warnings: tuple[Problem, ...] = ()
    worlds: "tuple[Composed[Book], ...]" = ()


def joined(layers: Sequence[Layer], wanted: Sequence[str] = ()) -> Report:
    """Bring the layers together; one problem of several of them counts once.

    Args:
        layers: what is shipped first.
        wanted: files and folders, as messages name them, of which alone problems are told;
            none: of all.
    """

    def asked(problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(one for one in problems if not wanted or within(one.file, wanted))

    counted = sum((one.counts for one in layers), Counts(0, 0, 0, 0, 0))
    phrases = frozenset[str]().union(*(one.phrases for one in layers))
    problems = dict.fromkeys(problem for one in layers for problem in one.problems)
    warnings = (warning for one in layers for warning in one.warnings)
    worlds = tuple(one.world for one in layers if one.world is not None)
    counts = replace(counted, phrases=counted.phrases + len(phrases))
    return Report(asked(sorted(problems)), counts, asked(warnings), worlds)
