"""Whether words that a model gives as the customer's really are."""

from rapidfuzz.distance import OSA

from engine.nlu.tokens import read

LONG = 5
"""From so many letters on one slip may be mended: "kehso"; shorter words lie too close."""


def grounded(words: str, text: str) -> bool:
    """Whether the message holds these words, in their order; other words may stand between.

    Args:
        words: what a model copied; nothing is not in any message.
        text: the customer's.
    """
    said = iter(_keys(text))
    wanted = _keys(words)
    return bool(wanted) and all(any(_same(one, word) for word in said) for one in wanted)


def _keys(text: str) -> list[str]:
    return [token.key for token in read(text).tokens if token.word or token.number is not None]


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    long = min(len(one), len(other)) >= LONG and one.isalpha() and other.isalpha()
    return long and OSA.distance(one, other, score_cutoff=1) <= 1
