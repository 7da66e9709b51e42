"""Every name with a dot that a rule or argument may write, and what it says."""

from collections.abc import Mapping

from engine.model import facts
from engine.model.builtin import ANSWERS, LANGUAGES

FACTS: Mapping[str, str] = {name: fact.says for name, fact in facts.FACTS.items()}
"""Single facts, with what each says."""
HEADS = frozenset(name.split(".")[0] for name in FACTS)
FAMILIES: Mapping[str, str] = {
    "card": "what the customer's card remembers, by slot: card.plate",
    "dials": "the personality settings of the business, by name",
}
"""Facts whose second word each business names itself."""
LISTS: Mapping[str, str] = {
    ANSWERS: "the answers given so far that can still be changed",
    LANGUAGES: "the languages in which every phrase is written",
}
"""Lists of facts: what `from` and `choices` may name."""
