"""What may stand in `verticals/<name>/vertical.yaml`."""

from engine.spec.language.fields import THRESHOLDS
from engine.spec.language.names import DURATION, NAME, PERCENT, Form
from engine.spec.language.shape import (
    AnyScalar,
    Either,
    Exactly,
    Field,
    Fields,
    ListOf,
    MapOf,
    Number,
    OneOf,
    Shape,
    Text,
    Word,
)

CLOCK = "(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)"
HOURS = Form(f"{CLOCK}-{CLOCK}", 'hours such as "09:00-18:00"')
DAY = Form("daily|mon|tue|wed|thu|fri|sat|sun", "daily, or a day such as mon")
DATE = Form("[0-9]{4}-[0-9]{2}-[0-9]{2}", 'a date such as "2026-12-25"')

SPAN = Word(HOURS)
WEEK = MapOf(DAY, Either(SPAN, ListOf(SPAN, 6, "a list of hours")), 7, "hours by day")
WORDS = ListOf(Text(60), 60, "a list of words")
NAMES = ListOf(Word(NAME), 200, "a list of names")


def both(most: int) -> Fields:
    """Words in both languages."""
    return Fields(
        "a text in both languages",
        {
            "en": Field("English", "In English.", Text(most), needed=True),
            "sw": Field("Swahili", "In Swahili.", Text(most), needed=True),
        },
    )


BOOKING = Fields(
    "the booking terms",
    {
        "interval": Field("Every", "Time between two starts.", Word(DURATION)),
        "notice": Field("Notice", "Time that must lie before a start.", Word(DURATION)),
        "horizon": Field("Ahead", "How far ahead can be booked.", Word(DURATION)),
        "bundle_discount": Field("Bundle", "Off two services booked together.", Word(PERCENT)),
    },
)
BRANCH = Fields(
    "a branch",
    {
        "name": Field("Name", "As customers know it.", Text(60), needed=True),
        "hours": Field("Hours", "When it is open.", WEEK),
    },
)
RESOURCE = Fields(
    "a kind of resource",
    {
        "en": Field("English", "Its name in English.", Text(60), needed=True),
        "sw": Field("Swahili", "Its name in Swahili.", Text(60), needed=True),
        "count": Field("How many", "How many there are.", Number(1, 200), needed=True),
        "branch": Field("Branch", "Where they are.", Word(NAME)),
    },
)
SERVICE = Fields(
    "a service",
    {
        "name": Field("Name", "As customers know it.", both(60), needed=True),
        "words": Field("Other words", "What customers call it, in any language.", WORDS),
        "category": Field("Category", "Rules ask for it: is_hair.", Word(NAME), needed=True),
        "price": Field("Price", "Whole shillings; 0: on request.", Number(0, 10**7), needed=True),
        "minutes": Field("Minutes", "How long it takes.", Number(1, 720), needed=True),
        "before": Field("Before", "Minutes that stay free before it.", Number(0, 240)),
        "after": Field("After", "Minutes that stay free after it.", Number(0, 240)),
        "needs": Field("Needs", "Kinds of resource that it takes.", NAMES),
        "deposit": Field("Deposit", "Share due at booking, 0 to 1.", Number(0, 1)),
        "goes_with": Field("Goes with", "Services or categories to offer beside it.", NAMES),
    },
)
ENTRY = Fields(
    "an entry of a list",
    {
        "en": Field("English", "In English.", Text(24), needed=True),
        "sw": Field("Swahili", "In Swahili.", Text(24), needed=True),
        "words": Field("Other words", "What customers call it, in any language.", WORDS),
    },
)
MARK = Form("needs_[a-z0-9_]{1,34}", "a name that begins with needs_, such as needs_preauth")
PERSON = Fields(
    "a person",
    {
        "name": Field("Name", "As customers know them.", Text(60), needed=True),
        "aka": Field("Other names", "Nicknames.", WORDS),
        "services": Field("Offers", "Ids of services.", NAMES, needed=True),
        "works": Field("Works", "Hours by day.", WEEK, needed=True),
        "branch": Field("Branch", "Where they work.", Word(NAME)),
    },
)
KNOWLEDGE = Fields(
    "a fact",
    {
        "category": Field("About", "parking, payment, ...", Word(NAME), needed=True),
        "words": Field("Words", "Other words of questions that it answers, any language.", WORDS),
        "en": Field("English", "In English.", Text(600), needed=True),
        "sw": Field("Swahili", "In Swahili.", Text(600), needed=True),
    },
)
VERTICAL: Shape = Fields(
    "a vertical",
    {
        "ratiba": Field("Format", "Of this file.", Exactly(1), needed=True),
        "vertical": Field("Id", "Like its folder.", Word(NAME), needed=True),
        "title": Field("Title", "What kind of business it is.", both(60), needed=True),
        "like": Field("Like", "A vertical whose flows and phrases lie beneath.", Word(NAME)),
        "locale": Field(
            "Language", "If a customer's is not known.", OneOf({"en": "English", "sw": "Swahili"})
        ),
        "dials": Field("Dials", "Personality.", MapOf(Word(NAME).form, AnyScalar(), 40, "dials")),
        "booking": Field("Terms", "How bookings are taken.", BOOKING),
        "thresholds": Field("Thresholds", "How sure is sure enough.", THRESHOLDS),
        "hours": Field("Hours", "Of every branch that states none.", WEEK),
        "branches": Field("Branches", "If there are several.", MapOf(NAME, BRANCH, 50, "branches")),
        "resources": Field("Resources", "Rooms, bays.", MapOf(NAME, RESOURCE, 20, "resources")),
        "services": Field(
            "Services", "By id.", MapOf(NAME, SERVICE, 200, "services by id"), needed=True
        ),
        "words": Field(
            "Words for several", "The customer is asked which.",
            MapOf(Form("[^|]{1,60}", "a word"), NAMES, 200, "words"),
        ),
        "goes_with": Field(
            "Goes with", "What to offer beside a category, best first.",
            MapOf(NAME, NAMES, 100, "lists by category"),
        ),
        "lists": Field(
            "Lists", "Answers of its own to choose from, such as insurers.",
            MapOf(NAME, MapOf(NAME, ENTRY, 60, "entries by id"), 20, "lists by name"),
        ),
        "marks": Field(
            "Marks", "What rules ask of services: service.needs_preauth.",
            MapOf(MARK, NAMES, 20, "lists of services by mark"),
        ),
        "staff": Field("Staff", "By id.", MapOf(NAME, PERSON, 200, "people by id"), needed=True),
        "closures": Field("Closures", "Days.", ListOf(Word(DATE), 100, "a list of dates")),
        "knowledge": Field("Facts", "For questions.", ListOf(KNOWLEDGE, 60, "a list of facts")),
    },
)  # fmt: skip
DIALS_FILE: Shape = Fields(
    "a file of dials",
    {
        "ratiba": Field("Format", "Of this file.", Exactly(1), needed=True),
        "dials": Field(
            "Dials", "By name.",
            MapOf(NAME, Fields("a dial", {
                "says": Field("Says", "What it does, for operators.", Text(200), needed=True),
                "unset": Field("Unset", "As what it counts where none is set.", Number(0, 1)),
            }), 40, "dials by name"),
            needed=True,
        ),
    },
)  # fmt: skip
"""`verticals/dials.yaml`."""
KNOWLEDGE_FILE: Shape = Fields(
    "a file of facts",
    {
        "ratiba": Field("Format", "Of this file.", Exactly(1), needed=True),
        "knowledge": Field(
            "Facts", "For questions.", ListOf(KNOWLEDGE, 60, "a list of facts"), needed=True
        ),
    },
)
"""`verticals/<name>/knowledge.yaml`."""
