"""Words of sentences that do nothing but agree or disagree, in every language we speak."""

from engine.nlu.said.lists import lists

_ENGLISH, _SWAHILI = lists("en/assent"), lists("sw/assent")


def _all(*names: str) -> frozenset[str]:
    """The words of both; English has every list, Swahili those that it has words for."""
    ours = (_SWAHILI.words(name) for name in names if name in _SWAHILI.lists)
    return frozenset[str]().union(*(_ENGLISH.words(name) for name in names), *ours)


AGREES, DISAGREES = _all("agrees"), _all("disagrees")
SURE = _all("sure")
"""They agree; turned round they do neither."""
TRUE, UNTRUE = _all("judges"), _all("judges_against")
OPENING = _all("opening")
"""Of the words that judge those that do so by themselves: "false, for sure"."""
DISPUTES = _all("disputes")
"""They agree where they are turned round, and are something else where not."""
TURNS, MORE, LESS = _all("turns"), _all("stronger"), _all("weaker")
FIRM, LIGHT = _all("firm"), _all("light")
COUNTED = _all("counted")
EVERY = _all(*_ENGLISH.lists)
CARRIED = _all("around", "light", "firm", "turns", "weaker")
"""Words that such a sentence may hold beside those that decide it."""
BESIDE = AGREES | SURE | FIRM | _all("beside")
"""Beside a yes to what cannot be undone, with the words known to others."""
