"""Words of sentences that do nothing but agree or disagree, in every language we speak."""

from engine.nlu.said.table import HERE, word_classes

_SAID = tuple(word_classes(HERE / name / "assent.yaml") for name in ("en", "sw"))


def _all(*names: str) -> frozenset[str]:
    return frozenset(word for said in _SAID for name in names for word in said.get(name, ()))


AGREES, DISAGREES = _all("agrees"), _all("disagrees")
SURE = _all("sure")
"""They agree; turned round they do neither."""
TRUE, UNTRUE = _all("judges"), _all("judges_against")
OPENING = _all("opening")
"""Of the words that judge those that do so by themselves: "false, for sure"."""
DISPUTES = _all("disputes")
"""They agree where they are turned round, and are something else where not."""
TURNS, MORE, LESS = _all("turns"), _all("more"), _all("less")
FIRM, LIGHT = _all("firm"), _all("light")
COUNTED = _all("counted")
EVERY = frozenset(word for said in _SAID for words in said.values() for word in words)
CARRIED = _all("around", "light", "firm", "turns", "less")
"""Words that such a sentence may hold beside those that decide it."""
