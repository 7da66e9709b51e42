"""Every key of a fixture, once: the checks and the JSON Schema read this table."""

from engine.model.understanding import ACTS, INTENTS
from engine.spec.language.names import DURATION, EVENT, FACT, NAME, PHRASE, Form
from engine.spec.language.shape import (
    AnyScalar,
    Either,
    Exactly,
    Field,
    Fields,
    ListOf,
    MapOf,
    Named,
    Number,
    OneOf,
    Text,
    Word,
)

INSTANT = Form(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", "a local minute such as 2026-06-01T15:00"
)
WHEN = Form(f"{INSTANT.pattern}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}", "a day or a local minute")
TITLE = Form(r"[a-z][a-z0-9_]{0,79}", "a name: small letters, digits and _, at most 80")
STATE = Form(r"[a-z][a-z0-9_]{0,39}", "the id of a step, in small letters")
HEARD = Form(r"[a-z][a-z0-9_]{0,39}", "a kind of answer, such as service")
EFFECT = Form(
    r"[a-z][a-z0-9_]{0,39}(?:\.[a-z][a-z0-9_]{0,39})?", "a tool, or an event such as booking.booked"
)
TABLE = Form(r"[a-z][a-z0-9_]{0,62}", "the name of a table")
MOST_TURNS, MOST_FIXTURES = 60, 400

_NAMED = Named("name", Word(NAME))
_VALUE = Named(
    "value_given",
    Either(
        AnyScalar(),
        MapOf(
            Form(r"is|[a-z][a-z0-9_]{0,39}", "is, or the name of a fact"),
            AnyScalar(),
            40,
            "{is: value, fact: ...}",
        ),
    ),
)
_NOTHING = OneOf({"nothing": "none at all"})
_GIVES = Named("gives", MapOf(NAME, _VALUE, 20, "{slot: value}"))
_OUTCOME = Named(
    "outcome",
    Either(
        Word(NAME),
        Fields(
            "an outcome",
            {
                "comes_to": Field("Comes to", "The outcome's name.", Word(NAME), needed=True),
                "gives": Field("Gives", "Values of slots.", _GIVES),
            },
        ),
    ),
)
_TEXTS = Either(Text(400), ListOf(Text(400), 20, "a list of texts"))
_PHRASES = ListOf(Named("phrase", Word(PHRASE)), 20, "a list of phrases", unique=False)

MEANS = Named(
    "means",
    MapOf(
        HEARD,
        Either(AnyScalar(), ListOf(AnyScalar(), 10, "a list of values")),
        20,
        "what is understood, such as {act: book, service: haircut}",
    ),
)
"""`act`, `time`, `after`, `before`, `sure`, `language`; kinds of answer (`not_staff`: unwanted).

A list is several acts, or several readings of one answer.
"""

EXPECT = Fields(
    "an expectation",
    {
        "state": Field("State", "The step it stands in, or the one it ended in.", Word(STATE)),
        "flow": Field("Flow", "Of that step.", _NAMED),
        "said": Field("Said", "Phrases, all of them, in order; or nothing.",
                      Either(_NOTHING, _PHRASES)),
        "text": Field("Text", "Parts of the words that the customer reads.", _TEXTS),
        "slots": Field("Slots", "What these hold, or nothing.",
                       MapOf(NAME, AnyScalar(), 30, "{slot: value}")),
        "effects": Field("Effects", "Tools run or undone, events told; among others.",
                         ListOf(Word(EFFECT), 20, "a list of tools and events")),
        "chips": Field("Chips", "Chips of the open question; among others.",
                       ListOf(Text(80), 20, "a list of chips")),
    },
    any_of=("state", "flow", "said", "text", "slots", "effects", "chips"),
)  # fmt: skip
TURN = Named(
    "turn",
    Fields(
        "a turn",
        {
            "says": Field("Says", "The customer's words.", Text(4096)),
            "means": Field("Means", "Left out: what is really understood.", MEANS),
            "tap": Field("Taps", "A chip: its words, its value, or the end of it.", Text(200)),
            "old_tap": Field("Taps an old chip", "One of an earlier question.", Text(200)),
            "sends": Field("Sends", "What is not read, such as image.", _NAMED),
            "event": Field("Event", "What happens outside.", Word(EVENT)),
            "gives": Field("Gives", "What the event brings.", _GIVES),
            "wait": Field("Waits", "Time that passes: 8m.", Word(DURATION)),
            "expect": Field("Expects", "What comes of it.", EXPECT),
            "note": Field("Note", "To colleagues.", Text(1000)),
        },
        one_of=("says", "tap", "old_tap", "sends", "event", "wait"),
    ),
)
GIVEN = Fields(
    "a world",
    {
        "facts": Field("Facts", "Over those of the business; or nothing.",
                       MapOf(FACT, AnyScalar(), 40, "{tenant.mpesa_enabled: true}")),
        "settings": Field("Settings", "Over those that flows are written with.",
                          MapOf(EVENT, AnyScalar(), 40, "{cancel.ask_reason: false}")),
        "busy": Field("Busy", "What is taken by somebody else.",
                      ListOf(Fields("a busy time", {
                          "who": Field("Who", "A person or a room.", Text(60), needed=True),
                          "from": Field("From", "", Word(INSTANT), needed=True),
                          "to": Field("To", "", Word(INSTANT), needed=True),
                      }), 100, "a list such as [{who: anna, from: ..., to: ...}]", unique=False)),
        "tools": Field("Outcomes", "Of a tool's calls, in turn; then it does as it would.",
                       MapOf(NAME, ListOf(_OUTCOME, 40, "a list of outcomes", unique=False), 40,
                             "{tool: [outcome]}")),
        "lists": Field("Choices", "What a lister offers.",
                       MapOf(NAME, Either(_NOTHING, ListOf(_VALUE, 20, "a list of values")),
                             20, "{tool: [value]}")),
    },
    any_of=("facts", "settings", "busy", "tools", "lists"),
)  # fmt: skip
END = Fields(
    "an end",
    {
        "state": Field("State", "The step that ended it.", Word(STATE)),
        "pushes": Field("Pushes", "Payment prompts in all.", Number(0, 20)),
        "rows": Field(
            "Rows",
            "Of real stores: {appointments: {confirmed: 1}}.",
            MapOf(
                TABLE,
                Either(Number(0, 10_000), MapOf(NAME, Number(0, 10_000), 20, "{status: rows}")),
                10,
                "{table: {status: rows}}",
            ),
        ),
    },
    any_of=("state", "pushes", "rows"),
)
_ONE = {
    "fixture": Field("Fixture", "Its name.", Word(TITLE), needed=True),
    "note": Field("Note", "To colleagues.", Text(1000)),
    "flow": Field("Flow", "What it is about.", _NAMED, needed=True),
    "vertical": Field("Kind of business", "Left out: spa, or the folder's.", _NAMED),
    "tenant": Field("Business", "Whose own flows are played.", _NAMED),
    "locale": Field("Language", "Left out: en.", OneOf({"en": "English", "sw": "Swahili"})),
    "channel": Field("Channel", "Left out: whatsapp.", _NAMED),
    "now": Field("Now", "The local time it begins at.", Word(INSTANT)),
    "given": Field("Given", "The world it plays in.", GIVEN),
    "turns": Field(
        "Turns", "In order.", ListOf(TURN, MOST_TURNS, "a list of turns", unique=False), needed=True
    ),
    "end": Field("End", "How it ends.", END),
}
_FORMAT = Field("Format", "The number of this format.", Exactly(1), needed=True)
FIXTURE = Fields("a fixture", {"ratiba": _FORMAT, **_ONE})
FIXTURES = Fields(
    "a file of fixtures",
    {
        "ratiba": _FORMAT,
        "note": Field("Note", "To colleagues.", Text(1000)),
        "fixtures": Field(
            "Fixtures",
            "One after the other.",
            ListOf(
                Named("fixture", Fields("a fixture", _ONE)),
                MOST_FIXTURES,
                "a list of fixtures",
                unique=False,
            ),
            needed=True,
        ),
    },
)
SPOKEN = (*ACTS, *INTENTS)
