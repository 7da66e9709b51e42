"""A set summed up: shares, confusion, the worst examples, how long it took."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil

from ratiba.evaluating.verdict import Scored, Verdict

ORDER = tuple(reversed(Verdict))
"""The worst first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many records came out which way."""

    n: int
    counts: Mapping[Verdict, int]

    @property
    def right(self) -> int:
        """How many were right."""
        return self.counts.get(Verdict.RIGHT, 0)

    def share(self, *verdicts: Verdict) -> float:
        """The share of these verdicts, 0 to 1; of no records 0."""
        return sum(self.counts.get(one, 0) for one in verdicts) / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """One set, scored.

    Attributes:
        name: of its file.
        kind: what sort of set it is.
        unit: what the times are of: "utterance", "conversation".
        more: further figures of this kind of set, by what they are called.
        alone: the same set by rules alone; None: no model was wished for.
    """

    name: str
    kind: str
    unit: str
    scored: tuple[Scored, ...]
    more: Mapping[str, float] = field(default_factory=dict)
    alone: "Report | None" = None

    @property
    def whole(self) -> Figures:
        """Of all records."""
        return figures(self.scored)

    def groups(self) -> Iterator[tuple[str, Figures]]:
        """The figures of each group, as they come first in the set."""
        names = dict.fromkeys(one.judged.group for one in self.scored)
        for name in names:
            yield name, figures([one for one in self.scored if one.judged.group == name])

    def confusion(self, most: int) -> Sequence[tuple[str, str, int]]:
        """What came in the place of what was wanted, the most frequent first."""
        missed = (one.judged for one in self.scored if one.judged.verdict is not Verdict.RIGHT)
        pairs = Counter((one.wanted, one.came) for one in missed)
        return [(wanted, came, n) for (wanted, came), n in pairs.most_common(most)]

    def worst(self, most: int) -> Sequence[Scored]:
        """Examples of what is not right: the silent ones first, of each confusion one.

        Sets are long and their faults come in swarms: one of each is worth more than ten alike.
        """
        seen: Counter[tuple[str, str]] = Counter()
        ranked: list[tuple[int, int, Scored]] = []
        for one in self.scored:
            if one.judged.verdict is not Verdict.RIGHT:
                pair = (one.judged.wanted, one.judged.came)
                ranked.append((ORDER.index(one.judged.verdict), seen[pair], one))
                seen[pair] += 1
        return [one for *_, one in sorted(ranked, key=lambda row: row[:2])][:most]

    def percentile(self, share: float) -> float:
        """The time within which that share of the records was done, in ms; of none 0."""
        times = sorted(one.ms for one in self.scored)
        return times[max(0, ceil(share * len(times)) - 1)] if times else 0.0


def figures(scored: Sequence[Scored]) -> Figures:
    """Count verdicts."""
    return Figures(len(scored), Counter(one.judged.verdict for one in scored))
