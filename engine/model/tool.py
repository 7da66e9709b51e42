"""What the language knows of a tool; the handler lives in the `tools` package."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engine.model.value import Scalar, Value

NOTE = "note."
"""Before the name of an answer that a tool keeps without taking it as an input."""
OWN = "entry"
"""What a lister lists that serves every list of a business's own; it is told which one."""
FAILED = "failed"
"""The outcome that every tool has: something broke, a person takes over unless said otherwise."""


class Safety(StrEnum):
    """What a call leaves behind."""

    READ = "read"
    REVERSIBLE = "reversible"
    IRREVERSIBLE = "irreversible"


@dataclass(frozen=True, slots=True)
class ToolDefinition:
    """A tool as a flow sees it.

    Attributes:
        name: the name in flows.
        description: one sentence for operators and models.
        safety: read, reversible or irreversible.
        takes: inputs without which it cannot run; names of slots.
        may: inputs given when known; a list is narrowed by them, heard or only wished for.
        inputs: the slot type of each input that has one.
        gives: slots that its main outcome fills, by name, with their type.
        examples: what stands for a fact where one is made up, if any of its kind will not do.
        values: all that one of `gives` can be, where its definition says so (`enum`).
        verified: those of `gives` that the channel itself vouches for: they need no yes.
        maybe: those of `gives` that may stay empty all the same (a phone, a receipt).
        heard: inputs that no step need ask for, with their type: where none does, what the
            customer says of that type fills them at once ("how much is a massage?").
        beneath: those of `heard` that an aside, where it heard none, takes from the flow beneath.
        outcomes: the ways out; the first is the main one.
        late: its outcome comes later, as the event `<tool>.<outcome>`; the step waits.
        undo: the tool that takes back what this one did.
        prolong: the tool that keeps what this one made while a later step waits; its outcomes are
            its own main one, and those of this tool that say that it is gone.
        asks_team: late, and a person of the team answers: one handler serves all of these.
        title: in two or three plain words.
        shown: inputs that a customer's yes must have shown (irreversible only).
        lists: the slot type whose choices it lists (read only).
        trusted: a wish that is not quite certain may be taken for what it lists: it is shown,
            and put right before anything is done.
        takes_over: while its outcome is awaited the customer's words are for whoever
            answers: the engine says nothing.
        keeps_notes: it is also given, each under `note.<slot>`, the flow's own answers that it
            does not take: a vertical's party or plate stays with what is booked.
        facts: what the values it gives or lists can be asked for, by the slot it gives or the
            type it lists, each with its kind; `is_*` stands for every name that begins so.
    """

    name: str
    description: str
    safety: Safety
    takes: tuple[str, ...] = ()
    may: tuple[str, ...] = ()
    gives: Mapping[str, str] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ("done",)
    late: bool = False
    undo: str | None = None
    prolong: str | None = None
    asks_team: bool = False
    title: str = ""
    shown: tuple[str, ...] = ()
    lists: str | None = None
    takes_over: bool = False
    keeps_notes: bool = False
    facts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    examples: Mapping[str, Scalar] = field(default_factory=dict)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    maybe: tuple[str, ...] = ()
    heard: Mapping[str, str] = field(default_factory=dict)
    beneath: tuple[str, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)
    verified: frozenset[str] = frozenset()
    trusted: bool = False

    @property
    def main(self) -> str:
        """The outcome that leads on."""
        return self.outcomes[0]


@dataclass(frozen=True, slots=True)
class Call:
    """A question of the step to its host: run this tool, or list choices.

    Attributes:
        tool: the tool's name.
        args: its inputs by name; a list tool also finds `wish` here, the value heard.
        key: the same for the same call in a re-run of the turn: `<frame uid>.<step>.<n>`.
    """

    tool: str
    args: Mapping[str, Value | Scalar]
    key: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a tool answered.

    Attributes:
        outcome: one of the tool's outcomes; "" while a late tool's outcome is still to come.
        gives: values for the slots it fills.
        options: choices, best first (list tools).
        exact: the option that the wish named, if it is to be had.
        said: facts for phrases that are no slots (an answer's text, a reason).
    """

    outcome: str
    gives: Mapping[str, Value] = field(default_factory=dict)
    options: tuple[Value, ...] = ()
    exact: Value | None = None
    said: Mapping[str, Scalar] = field(default_factory=dict)
