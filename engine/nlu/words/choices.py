"""Words with which people pick from a row."""

NUMBER_WORDS = frozenset(
    {"number", "no", "option", "choice", "num", "nambari", "namba", "chaguo", "#"}
)
PLACED_BY = NUMBER_WORDS - {"no", "#"}
"""Before a number they count places off, whatever else is said: "no 3" may be an hour."""
BEFORE_ORDINAL = frozenset({"ya", "wa", "cha", "la"})
ARTICLES = frozenset({"the", "a", "an", "my", "your", "that", "this", "hiyo", "hii"})
LAST = frozenset({"last"})
ONES = frozenset({"one", "option", "choice", "slot", "ones", "1"})
