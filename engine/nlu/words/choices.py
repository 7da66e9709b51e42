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
    "both": ("both", "both of them", "all", "all of them", "zote", "zote mbili", "mbili zote"),
    "one": ("only one", "just one", "only this", "just this", "only", "just", "hii tu", "hiyo tu",
            "moja tu", "moja pekee", "pekee"),
    "never_mind": ("never mind", "acha tu", "basi"),
    "change": ("change", "badilisha"),
    "go_on": ("go on", "continue", "endelea", "tuendelee", "sawa endelea"),
    "service": ("service", "the service", "treatment", "huduma", "aina ya huduma"),
    "staff": ("who", "the person", "stylist", "therapist", "mhudumu", "nani"),
    "time": ("time", "the time", "day", "date", "hour", "saa", "siku", "muda", "wakati", "tarehe"),
    "phone": ("number", "the number", "phone", "simu", "namba", "nambari"),
}  # fmt: skip
"""By name of a way out or of a picked answer: what people call it, beside its own label."""
