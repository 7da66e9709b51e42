"""Who plays which role, what it is asked, and what that costs: data from `models/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.llm.prompt import Prompt
from engine.llm.tokens import Price
from engine.llm.wire import Effort

Provider: TypeAlias = Literal["openai", "anthropic"]
PROVIDERS: tuple[Provider, ...] = ("openai", "anthropic")
CLASSIFIER = "intent_classifier"
SUMMARIZER = "handoff_summarizer"
ROLES = (
    "intent_classifier",
    "answer_shaper",
    "handoff_summarizer",
    "reorientation",
    "nl_admin",
    "vision",
)
SHAPERS = ("answer_shaper", "reorientation")
"""Roles that say in other words what is said anyway."""
_SHAPED = frozenset({"business", "locale", "customer", "reply", "beside", "facts"})
GIVES: Mapping[str, frozenset[str]] = {
    "intent_classifier": frozenset({"catalogue", "today", "locale", "asked", "choices", "text"}),
    "answer_shaper": _SHAPED,
    "reorientation": _SHAPED,
    "handoff_summarizer": frozenset({"business", "card"}),
}
"""What the prompt of a role may tell of; roles that are not here are asked by nobody yet."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A model of a provider, with its price."""

    provider: Provider
    model: str
    price: Price


@dataclass(frozen=True, slots=True)
class Role:
    """How one role is played.

    Attributes:
        choices: the first that can be had is asked; the next where it cannot be reached.
        prompt: None: nobody asks in this role yet.
        try_s: seconds of one try. total_s: of everything.
        tries: of one model. max_tokens: of an answer.
        thinks: how much before it answers; None: as the model likes.
        phrases: of `SHAPERS`, those it may say otherwise; `inquiry.*`: all of a flow.
    """

    name: str
    choices: tuple[Choice, ...]
    prompt: Prompt | None
    try_s: float
    total_s: float
    tries: int
    max_tokens: int
    thinks: Effort | None = None
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Models:
    """Everything that `models/` says.

    Attributes:
        failures: in a row, of one model in one role, after which it is left alone.
        rest_s: for so many seconds.
    """

    roles: Mapping[str, Role]
    failures: int
    rest_s: float
