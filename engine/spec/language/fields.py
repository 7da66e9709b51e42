"""The shapes that several kinds of step, or the flow itself, have in common."""

from engine.model.thresholds import BOUNDS
from engine.model.understanding import ACTS, CLARIFY_FLOOR, INTENTS
from engine.spec.language.names import (
    EVENT,
    FACT,
    HASH,
    LIKE,
    LOCALE,
    NAME,
    PHRASE,
    SPAN,
    STEP,
    TARGET,
    one_of,
)
from engine.spec.language.shape import (
    AnyScalar,
    Either,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    OrNothing,
    Switch,
    Text,
    Word,
)

MAX_NAMES = 20
MAX_RULE = 200
"""Characters of one rule."""

NAMED = Named("name", Word(NAME))
PHRASED = Named("phrase", Word(PHRASE))
TARGETED = Named("target", Word(TARGET))
NAME_LIST = ListOf(NAMED, MAX_NAMES, "a list of names, such as [service, staff]")
NAMES = Named("names", Either(NAMED, ListOf(NAMED, MAX_NAMES, "a list of names")))

_SAID = Field("Says", "A phrase, said on the way.", PHRASED)
_GOES = Field("Goes to", "A step, a flow, handoff, or next for the main way.", TARGETED)
WAY = Named(
    "way",
    Either(
        TARGETED,
        Fields(
            "a way out",
            {
                "say": _SAID,
                "go": _GOES,
                "again": Field(
                    "Asks again", "Slots: they are emptied, and the first is asked.", NAME_LIST
                ),
            },
            one_of=("go", "again"),
        ),
    ),
)
EXITS = Named("ways", MapOf(NAME, WAY, 30, "{name: where to}"))

TIMERS = Named(
    "timers",
    ListOf(
        Named(
            "timer",
            Fields(
                "a timer",
                {
                    "after": Field(
                        "After", "Since the question: a time (8m) or a setting.", Word(SPAN)
                    ),
                    "quiet": Field("Quiet for", "Since the customer's last word.", Word(SPAN)),
                    "say": _SAID,
                    "do": Field("Does", "A tool; it leaves by the step's ways out.", NAMED),
                    "go": _GOES,
                    "channel": Field("Only on", "A channel, such as voice.", NAMED),
                },
                one_of=("after", "quiet"),
                any_of=("say", "do", "go"),
            ),
        ),
        10,
        "a list of timers, such as [{after: 8m, say: nudge}]",
        unique=False,
    ),
)

VALUE = Named("value", AnyScalar())
WITH = Named("with", MapOf(NAME, VALUE, 20, "{input: name or value}"))
CHOICES = Either(Word(FACT), ListOf(NAMED, 10, "a list of up to 10 names"))

START = Named(
    "start",
    Either(
        OneOf(
            {
                "called": "only another flow's `call` begins it, or its end if it only waits",
                "anything": "it begins when no task is named",
            }
        ),
        Fields(
            "a start",
            {
                "intents": Field(
                    "Intents",
                    "What the customer wants.",
                    ListOf(OneOf(dict.fromkeys(INTENTS, "")), 10, "a list such as [book]"),
                ),
                "acts": Field(
                    "Acts",
                    "What the customer does; the flow is an aside and comes back.",
                    ListOf(OneOf(dict.fromkeys(ACTS, "")), 10, "a list such as [handoff]"),
                ),
                "events": Field(
                    "Events", "What happened.", ListOf(Word(EVENT), 10, "a list of events")
                ),
                "event": Field("Event", "The one that happened.", Word(EVENT)),
                "ahead": Field(
                    "Ahead",
                    "How long before `of`; a list: once at each.",
                    Either(Word(SPAN), ListOf(Word(SPAN), 5, "a list of times such as [1d, 2h]")),
                ),
                "of": Field("Of", "A time among the facts.", Word(FACT)),
                "when": Field("Only when", "Rules that must all hold for it to begin.", NAMES),
            },
            any_of=("intents", "acts", "events", "event", "ahead"),
        ),
    ),
)
SETTINGS = Named(
    "settings",
    MapOf(
        NAME,
        Either(
            VALUE,
            Fields(
                "a setting",
                {
                    "usually": Field("Usually", "Its everyday value.", VALUE, needed=True),
                    "except": Field(
                        "Except",
                        "Rule: value. The first rule that holds decides.",
                        MapOf(NAME, VALUE, 20, "{rule: value}"),
                        needed=True,
                    ),
                },
            ),
        ),
        60,
        "{name: value}",
    ),
)
RULES = Named("rules", MapOf(NAME, Text(MAX_RULE, "a rule in one line"), 60, "{name: rule}"))
THRESHOLDS = Named(
    "thresholds",
    Fields(
        "thresholds",
        {
            "act": Field("Acts", "Confidence from which one decides.", Number(*BOUNDS["act"])),
            "language": Field(
                "Languages",
                "Confidence from which a message's is that of the reply.",
                Number(*BOUNDS["language"]),
            ),
            "clarifications": Field(
                "Clarifications",
                "Of one attempt, after which a person takes over.",
                Number(*BOUNDS["clarifications"], whole=True),
            ),
        },
    ),
)
_SURE = Number(CLARIFY_FLOOR, 1)
TYPES = Named(
    "types",
    MapOf(
        NAME,
        Fields(
            "a type",
            {
                "like": Field(
                    "Form", "KAA 999A: A is a letter, 9 a digit, the rest itself.", Word(LIKE)
                ),
                "example": Field(
                    "Example", "Shown to a customer who got the form wrong.", Text(60)
                ),
                "options": Field("Options", "The answers there are.",
                                 ListOf(NAMED, 10, "a list of up to 10 names")),
                "listed": Field(
                    "Listed", "The business has a list of them, of this name.", Switch()
                ),
                "sure": Field("Sure enough at", "Confidence from which it is taken.", _SURE),
                "assume": Field(
                    "Assumed at",
                    "Taken on trust from here on and shown (service and staff only).",
                    _SURE,
                ),
            },
        ),
        40,
        "{type: what it is like}",
    ),
)  # fmt: skip
_HEARD = one_of(
    tuple(act for act in (*ACTS, *INTENTS) if act not in {"affirm", "deny"}),
    "what a customer does at any time, such as stop",
)
"""A yes or a no means something only beside its question."""
ANYTIME = Named("anytime", MapOf(_HEARD, WAY, 20, "{act: where to}"))
NEVER = Named(
    "never",
    ListOf(
        Fields(
            "a promise",
            {
                "reach": Field("Reaches", "A step.", NAMED, needed=True),
                "before": Field(
                    "Before", "Steps, one of which must have been passed.", NAMES, needed=True
                ),
                "when": Field("When", "A rule: the promise holds only then.", NAMED),
            },
        ),
        40,
        "a list of promises, such as [{reach: book, before: hold}]",
        unique=False,
    ),
)
ALWAYS = Named(
    "always",
    ListOf(
        Fields(
            "a promise",
            {
                "possible": Field(
                    "Stays possible", "An end: from every wait a way leads there.", NAMED
                ),
                "after": Field(
                    "After", "An event: once it has happened, `end` is the only end.", Word(EVENT)
                ),
                "end": Field("Ends", "The end that `after` leads to.", NAMED),
            },
            one_of=("possible", "after"),
        ),
        40,
        "a list of promises, such as [{possible: booked}]",
        unique=False,
    ),
)
MOVED = Named(
    "moved",
    Fields(
        "a map for conversations of older versions",
        {
            "from": Field(
                "From",
                "Hashes of the versions that it speaks for. Left out: every older one.",
                ListOf(Word(HASH), 100, "a list of hashes"),
            ),
            "steps": Field(
                "Steps", "Old step: new step.", MapOf(STEP, NAMED, 200, "{old step: new step}")
            ),
            "slots": Field(
                "Slots",
                "Old slot: new slot, or null: it is dropped.",
                MapOf(NAME, OrNothing(NAMED), 100, "{old slot: new slot}"),
            ),
        },
        any_of=("steps", "slots"),
    ),
)
PHRASES = Named(
    "phrases",
    MapOf(
        PHRASE,
        MapOf(LOCALE, Text(2000), 10, "language: words"),
        200,
        "{phrase: {en: words, sw: words}}",
    ),
)
