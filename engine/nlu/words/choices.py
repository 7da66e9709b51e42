"""Words with which people pick from a row."""

NUMBER_WORDS = frozenset(
    {"number", "no", "option", "choice", "num", "nambari", "namba", "chaguo", "#"}
)
BEFORE_ORDINAL = frozenset({"ya", "wa", "cha", "la"})
ARTICLES = frozenset({"the", "a", "an", "my", "your", "that", "this", "hiyo", "hii"})
LAST = frozenset({"last"})
ONES = frozenset({"one", "option", "choice", "slot", "ones", "1"})

WAYS: dict[str, tuple[str, ...]] = {
    "another_day": ("another day", "different day", "other day", "siku nyingine", "siku ingine",
                    "some other day"),
    "another_person": ("another person", "someone else", "somebody else", "different person",
                       "mtu mwingine", "mwingine"),
    "another_time": ("another time", "different time", "saa nyingine", "wakati mwingine"),
    "person": ("a person", "talk to a person", "human", "mtu", "ongea na mtu"),
    "book": ("book", "book an appointment", "weka nafasi", "hifadhi", "booking"),
    "stop": ("stop", "leave it", "acha", "basi"),
    "declined": ("no", "hapana"),
    "never_mind": ("never mind", "acha tu", "basi"),
    "change": ("change", "badilisha"),
}  # fmt: skip
"""By name of the way out: what its button commonly says, where the phrases do not tell."""
