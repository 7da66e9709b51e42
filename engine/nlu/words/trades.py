"""Nouns of other trades and of other machines; a business's own catalogue goes before them."""

from engine.nlu.said.table import HERE, word_classes
from engine.nlu.words.lists import word_set

_TRADES = word_classes(HERE / "both" / "other_trades.yaml")
FOREIGN = frozenset(word for words in _TRADES.values() for word in words)
VEHICLES = frozenset(_TRADES["vehicles"])
"""What other businesses take bookings for."""
TRANSLATING = word_set(
    "translate translation meaning mean means spell neno maana tafsiri linamaanisha"
)
"""Beside the name of a language: about its words, and no wish to speak it."""
