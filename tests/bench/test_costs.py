"""The figures are those of what was heard; how high they are is told by `make bench` alone."""

import subprocess
import sys

from bench.listener import listener
from bench.said import ENGLISH, MIXED, SAID, SWAHILI
from bench.samples import middles, percentile
from bench.understanding.run import measure
from engine.nlu.tokens import key


def test_every_utterance_is_counted_once_and_forgotten_before_it_is_first_heard() -> None:
    cost = measure(listener(), pairs=2)
    assert len(cost.first) == len(cost.again) == len(SAID)
    assert cost.bare > 0
    assert key.cache_info().misses > 0


def test_the_set_is_in_both_languages_and_mixed_and_says_nothing_twice() -> None:
    ours = listener()
    assert len({*SAID}) == len(SAID)
    for texts, labels in ((ENGLISH, {"en"}), (SWAHILI, {"sw"})):
        heard = [ours.hear(text).language.label for text in texts]
        assert sum(label in labels for label in heard) > len(texts) / 2
    assert len(MIXED) > 5


def test_shares_and_middles() -> None:
    assert percentile([3.0, 1.0, 2.0], 0.5) == 2.0
    assert percentile([3.0, 1.0, 2.0], 1.0) == 3.0
    assert middles([[1.0, 9.0], [2.0, 8.0], [30.0, 1.0]]) == [2.0, 8.0]


def test_memory_is_weighed_where_nothing_was_read_before() -> None:
    code = "from bench.understanding.memory import weighed; print(*weighed())"
    guarded = f"if __name__ == '__main__': exec({code!r})"
    told = subprocess.run(
        [sys.executable, "-c", guarded], check=True, capture_output=True, text=True
    )
    words, names, heard = map(int, told.stdout.split())
    assert words > names > 0
    assert heard > 0
