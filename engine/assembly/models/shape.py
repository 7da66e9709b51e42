"""What may stand in the files below `models/`."""

from engine.llm.config import ROLES
from engine.spec.language.names import Form
from engine.spec.language.shape import (
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

MODEL = Form(
    "(?:openai|anthropic)/[A-Za-z0-9._:/-]{1,80}",
    "a provider and its model, such as openai/gpt-6-luna or anthropic/claude-haiku-5-5",
)
PROMPT = Form("[a-z][a-z_]{0,39}/[1-9][0-9]{0,3}", "a prompt and its version: intent_classifier/1")
PHRASES = Form(
    r"[a-z][a-z0-9_]*\.(?:\*|[a-z][a-z0-9_.]*)",
    "a phrase such as talk.no_match, or inquiry.* for all of a flow",
)
_FORMAT = Field("Format", "Of this file.", Exactly(1), needed=True)
_SECONDS = Number(0.1, 120)
_USD = Number(0, 1000)
_EFFORTS = {"none": "at once", "low": "little", "medium": "some", "high": "much"}

_ROLE = Fields(
    "a role",
    {
        "models": Field(
            "Models", "Who is asked; the next where one cannot be reached.",
            ListOf(Word(MODEL), 5, "a list of models"), needed=True,
        ),
        "prompt": Field("Prompt", "What is asked; without one the role is off.", Word(PROMPT)),
        "try_s": Field("A try", "Seconds of one try.", _SECONDS, needed=True),
        "total_s": Field("In all", "Seconds of all tries together.", _SECONDS, needed=True),
        "tries": Field("Tries", "Of one model.", Number(1, 5, whole=True), needed=True),
        "max_tokens": Field("Tokens", "Of an answer.", Number(16, 32_000, whole=True), needed=True),
        "phrases": Field(
            "Phrases", "Which it may say otherwise.",
            ListOf(Word(PHRASES), 60, "a list of phrases"),
        ),
        "thinks": Field("Thinks", "How much before it answers.", OneOf(_EFFORTS)),
    },
)  # fmt: skip
_BREAKER = Fields(
    "a breaker",
    {
        "failures": Field(
            "Failures", "In a row that open it.", Number(1, 100, whole=True), needed=True
        ),
        "rest_s": Field("Rest", "Seconds that it stays open.", Number(1, 3600), needed=True),
    },
)
ROLES_FILE: Shape = Fields(
    "the roles",
    {
        "ratiba": _FORMAT,
        "breaker": Field("Breaker", "When a model is left alone.", _BREAKER, needed=True),
        "roles": Field(
            "Roles", "Who plays which.",
            Fields("roles", {name: Field(name, "The role.", _ROLE) for name in ROLES}),
            needed=True,
        ),
    },
)  # fmt: skip
"""`models/roles.yaml`."""
_PRICE = Fields(
    "a price",
    {
        "input": Field("Input", "USD a million tokens read.", _USD, needed=True),
        "cached": Field("Cached", "Of those, from the cache.", _USD, needed=True),
        "written": Field("Written", "Put into the cache; left out: as input.", _USD),
        "output": Field("Output", "Answered.", _USD, needed=True),
    },
)
PRICES_FILE: Shape = Fields(
    "the prices",
    {
        "ratiba": _FORMAT,
        "prices": Field(
            "Prices", "By model.", MapOf(MODEL, _PRICE, 200, "prices by model"), needed=True
        ),
    },
)
"""`models/prices.yaml`."""
PROMPT_FILE: Shape = Fields(
    "a prompt",
    {
        "ratiba": _FORMAT,
        "system": Field("System", "The same for everybody.", Text(20_000), needed=True),
        "business": Field("Business", "The same for one business.", Text(8_000), needed=True),
        "message": Field("Message", "This one message.", Text(8_000), needed=True),
    },
)
"""`models/prompts/<name>/<version>.yaml`."""
