"""What models were asked for a set: how often, in vain, at what cost; what it changed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.model.model_call import Came, ModelCall
from ratiba.evaluating.verdict import Scored, Verdict


@dataclass(frozen=True, slots=True)
class Asked:
    """Calls summed up.

    Attributes:
        came: calls by what became of them.
        tokens_in: read, those from a cache included. tokens_cached: of those. tokens_out: answered.
        cost_usd: by our list of prices.
    """

    came: Mapping[Came, int]
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    cost_usd: float

    @property
    def calls(self) -> int:
        """All of them."""
        return sum(self.came.values())

    @property
    def unanswered(self) -> int:
        """Those without a usable answer."""
        return self.calls - self.came.get("ok", 0)


def asked(scored: Sequence[Scored]) -> Asked:
    """Sum up the calls of a set."""
    calls: list[ModelCall] = [call for one in scored for call in one.calls]
    return Asked(
        Counter(one.came for one in calls),
        sum(one.tokens_in for one in calls),
        sum(one.tokens_cached for one in calls),
        sum(one.tokens_out for one in calls),
        sum(one.cost_usd for one in calls),
    )


def moved(scored: Sequence[Scored]) -> Sequence[tuple[Verdict, Verdict, int]]:
    """What became otherwise with a model: by rules alone, with it, how many; most first."""
    pairs = Counter((one.alone.verdict, one.judged.verdict) for one in scored if one.alone)
    return [(was, now, n) for (was, now), n in pairs.most_common() if was is not now]
