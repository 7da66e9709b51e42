"""Every key of the language, once: the checks, the JSON Schema and the forms read this table."""

from collections.abc import Mapping

from engine.model.flow import End, Kind
from engine.spec.language.fields import (
    ALWAYS,
    ANYTIME,
    CHOICES,
    EXITS,
    MOVED,
    NAME_LIST,
    NAMED,
    NAMES,
    NEVER,
    PHRASED,
    PHRASES,
    RULES,
    SETTINGS,
    START,
    TARGETED,
    THRESHOLDS,
    TIMERS,
    TYPES,
    WITH,
)
from engine.spec.language.names import FACT, LOOKED_AT, NAME, NEXT, PHRASE, STEP
from engine.spec.language.shape import (
    ByKind,
    Either,
    Exactly,
    Field,
    Fields,
    MapOf,
    Named,
    Number,
    OneOf,
    Switch,
    Text,
    Word,
)

MAX_STEPS = 200

TITLE = Field("Name on the map", "Plain words. Left out: the id, spelled out.", Text(60))
NOTE = Field("Note to colleagues", "Never shown to customers.", Text(1000), everyday=False)
WHEN = Field(
    "Only when", "Rules that must all hold. If not, the step is passed over by its main way.", NAMES
)
UNLESS = Field("But not when", "Rules of which none may hold.", NAMES)
THEN = Field("Then", "The main way out. Left out: the step below.", TARGETED)
SAY = Field("Says", "A phrase. Left out: the phrase named like the step.", PHRASED)
LEADS_ON: Mapping[str, Field] = {"when": WHEN, "unless": UNLESS, NEXT: THEN}
LABELS: Mapping[str, Field] = {"title": TITLE, "note": NOTE}
SLOW = Field("If it takes long", "What silence does; one with `go` replaces the flow's.", TIMERS)

ASK: Mapping[str, Field] = {
    "ask": Field(
        "Fills", "The slot this step asks for. Filled already: passed over.", NAMED, needed=True
    ),
    "say": SAY,
    "type": Field("Kind of answer", "Left out: the type named like the slot.", NAMED),
    "choices": Field("Choices", "What to tap: a list of facts, or up to 10 names.", CHOICES),
    "needs": Field("Stands on", "Slots: when one changes, this one is checked again.", NAME_LIST),
    "optional": Field("May stay empty", "'Anyone' and 'skip' are answers.", Switch()),
    "only_one": Field(
        "If there is only one",
        "Whether a single choice is taken without asking.",
        OneOf({"take": "fill it without asking", "ask": "ask all the same"}),
    ),
    "remember": Field("Keep for next time", "On the customer's card.", Switch(), everyday=False),
    "sure": Field(
        "Sure enough at",
        "Confidence from which a heard answer is taken. Left out: the type's.",
        Number(0.4, 1),
        everyday=False,
    ),
    "assume": Field(
        "Assumed at",
        "Confidence from which it is taken on trust and shown (service and staff only).",
        Number(0.4, 1),
        everyday=False,
    ),
    "refuse": Field(
        "Turns down",
        "Rule: phrase. The first that holds turns the answer down; such a choice is not offered.",
        MapOf(NAME, PHRASED, 20, "{rule: phrase}"),
        everyday=False,
    ),
    "exits": Field("Ways out", "none: nothing to offer. unavailable: named, not free.", EXITS),
    "timers": SLOW,
    **LEADS_ON,
    **LABELS,
}
CHOOSE: Mapping[str, Field] = {
    "choose": Field(
        "Buttons", "Button: where to. The customer picks the road.", EXITS, needed=True
    ),
    "say": SAY,
    "from": Field(
        "Buttons from",
        "A list of facts; picking one leaves by `picked`.",
        Word(FACT),
        everyday=False,
    ),
    "timers": SLOW,
    "when": WHEN,
    "unless": UNLESS,
    **LABELS,
}
CONFIRM: Mapping[str, Field] = {
    "confirm": Field(
        "If not yes",
        "Button: where to, `declined` at least. Yes is the main way, change is always there."
        " The only door to what cannot be undone.",
        EXITS,
        needed=True,
    ),
    "say": SAY,
    "timers": SLOW,
    **LEADS_ON,
    **LABELS,
}
SAYING: Mapping[str, Field] = {
    "say": Field("Says", "A phrase; then the conversation goes on.", PHRASED, needed=True),
    **LEADS_ON,
    **LABELS,
}
DO: Mapping[str, Field] = {
    "do": Field(
        "Does",
        "A tool. Its first outcome is the main way, the others are ways out.",
        NAMED,
        needed=True,
    ),
    "with": Field("With", "Input: name of a slot, setting, fact or rule, or a value.", WITH),
    "say": Field("Says meanwhile", "A phrase.", PHRASED),
    "exits": Field("Ways out", "Outcome: where to. Left out `failed`: a person takes over.", EXITS),
    "timers": SLOW,
    **LEADS_ON,
    **LABELS,
}
BRANCH: Mapping[str, Field] = {
    "branch": Field(
        "Looks at",
        "Rule: where to. The first that holds; none: the main way. With `of`, value: where to.",
        EXITS,
        needed=True,
    ),
    "of": Field(
        "Of",
        "A slot, setting or fact: the keys of `branch` are its values. Any other value: the main"
        " way.",
        Word(LOOKED_AT),
    ),
    NEXT: THEN,
    **LABELS,
}
CALL: Mapping[str, Field] = {
    "call": Field(
        "Uses flow", "Runs another flow and comes back. Any `done` end is the main way.", NAMED,
        needed=True,
    ),
    "with": Field("With", "The called flow's settings: name or value.", WITH),
    "exits": Field("Ways out", "End of that flow: where to; all that are not `done`.", EXITS),
    **LEADS_ON,
    **LABELS,
}  # fmt: skip
END: Mapping[str, Field] = {
    "end": Field(
        "How it ends",
        "What the end means.",
        OneOf(
            {
                End.DONE: "the goal is reached",
                End.LEFT: "the customer left: what is not final is undone",
                End.FAILED: "it could not be done: what is not final is undone",
            }
        ),
        needed=True,
    ),
    "say": Field("Says last", "A phrase.", PHRASED),
    "then": Field("And starts", "The flow that begins next.", NAMED, everyday=False),
    **LABELS,
}

KINDS: Mapping[Kind, Fields] = {
    Kind.ASK: Fields("an ask", ASK),
    Kind.CHOOSE: Fields("a choose", CHOOSE),
    Kind.CONFIRM: Fields("a confirm", CONFIRM),
    Kind.DO: Fields("a do", DO),
    Kind.BRANCH: Fields("a branch", BRANCH),
    Kind.CALL: Fields("a call", CALL),
    Kind.END: Fields("an end", END),
    # `say` is a field of other kinds as well: it is the kind only where no other key is
    Kind.SAY: Fields("a say", SAYING),
}
"""The kinds, in the order in which a step's own is found."""

STEPS = MapOf(STEP, Named("step", ByKind(KINDS)), MAX_STEPS, "{step: its kind and fields}")
FORMAT = Field("Format", "The number of this format.", Exactly(1), needed=True)
FLOW = Fields(
    "a flow",
    {
        "ratiba": FORMAT,
        "flow": Field("Flow", "Its name: small letters, digits and _.", NAMED, needed=True),
        "title": Field("Title", "What the flow is for, in plain words.", Text(80), needed=True),
        "note": NOTE,
        "start": Field("Starts", "What begins the flow.", START, needed=True),
        "settings": Field(
            "Settings",
            "What is turned without touching a step; a called flow's parameters.",
            SETTINGS,
        ),
        "rules": Field("Rules", "Name: a question with yes or no as its answer.", RULES),
        "types": Field("Kinds of answer", "The flow's own.", TYPES),
        "timers": Field("If it takes long", "What silence does in every waiting step.", TIMERS),
        "anytime": Field("At any time", "What the customer may say anywhere: where to.", ANYTIME),
        "never": Field("Never", "Promises that no overlay above can break.", NEVER),
        "always": Field("Always", "What stays true whatever an overlay above adds.", ALWAYS),
        "moved": Field(
            "Moved", "Where conversations of older versions go; other names stay.", MOVED
        ),
        "phrases": Field("Phrases", "The flow's own words by language.", PHRASES),
        "steps": Field("Steps", "In order; the first is where it starts.", STEPS, needed=True),
    },
)
TYPES_FILE = Fields(
    "a file of types",
    {
        "ratiba": FORMAT,
        "types": Field("Kinds of answer", "Those that every flow may ask for.", TYPES, needed=True),
        "thresholds": Field("Thresholds", "How sure is sure enough.", THRESHOLDS),
        "timers": Field("If it takes long", "What silence does in every question.", TIMERS),
    },
)

PHRASE_FILE = MapOf(
    PHRASE,
    Either(
        Text(4000, "words in quotes"),
        Fields(
            "a phrase",
            {
                "text": Field("Text", "For eyes, and for ears without a voice.", Text(4000), True),
                "voice": Field("Voice", "For ears: sentences without marks.", Text(4000)),
            },
        ),
    ),
    500,
    "{phrase: words}",
)
"""`prompts/<language>/<flow>.yaml`."""
