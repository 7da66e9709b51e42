"""A flow, compiled: references resolved, defaults applied, no YAML left."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from engine.model.rule import Expression
from engine.model.thresholds import USUAL, Thresholds
from engine.model.tool import ToolDefinition
from engine.model.value import Scalar


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written; lines count from 1."""

    file: str
    line: int


class Kind(StrEnum):
    """The eight kinds of step."""

    ASK = "ask"
    CHOOSE = "choose"
    CONFIRM = "confirm"
    SAY = "say"
    DO = "do"
    BRANCH = "branch"
    CALL = "call"
    END = "end"


class End(StrEnum):
    """How a flow may end."""

    DONE = "done"
    LEFT = "left"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a way out leads.

    Attributes:
        step: a step of this flow, or None.
        flow: another flow, or None; `handoff` and its like come back, a task takes over.
        say: a phrase said in passing, full id (`booking.taken`).
        again: slots to empty; the step that asks the first of them comes next.
        stays: the conversation stays where it is (a timer that only speaks).
    """

    step: str | None = None
    flow: str | None = None
    say: str | None = None
    again: tuple[str, ...] = ()

    @property
    def stays(self) -> bool:
        """Whether this way leads nowhere."""
        return self.step is None and self.flow is None and not self.again


@dataclass(frozen=True, slots=True)
class Duration:
    """A span: seconds, or the name of a setting that holds one."""

    seconds: int | None = None
    setting: str | None = None


@dataclass(frozen=True, slots=True)
class Timer:
    """What silence does in a waiting step.

    Attributes:
        name: unique within its step: `timer_0`; the trigger in the machine.
        after: since the step began to wait.
        quiet: since the customer's last word. One of the two is set.
        way: where it leads (and what it says).
        do: a tool to call; its outcome leaves by the step's exits.
        channel: only on this channel.
    """

    name: str
    way: Way
    after: Duration | None = None
    quiet: Duration | None = None
    do: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What an operator turns without touching a step; `except_` maps rule names to values."""

    usually: Scalar | Duration
    except_: tuple[tuple[str, Scalar | Duration], ...] = ()


@dataclass(frozen=True, slots=True)
class SlotType:
    """A kind of answer and its everyday thresholds (seeds/003, 5.2).

    Attributes:
        name: `service`, `opening`, `phone`, `plate`, ...
        sure: confidence from which a heard value is taken.
        assume: confidence from which it is taken on trust and shown; None: never.
        lister: the read tool that lists choices, or None for free answers.
        like: the form of a vertical's own type ("KAA 999A"): A a letter, 9 a digit.
        example: shown to a customer who got the form wrong.
        options: the fixed choices of a `choice`.
        trusted: a wish may be taken for one on trust (`assume`).
    """

    name: str
    sure: float = 0.85
    assume: float | None = None
    lister: str | None = None
    like: str | None = None
    example: str | None = None
    options: tuple[str, ...] = ()
    trusted: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot of a flow: asked by one step, or made by tools and called flows.

    Attributes:
        step: the `ask` step, or None if only tools fill it.
        makers: the `do` and `call` steps that fill it.
        needs: slots it stands on: when one changes, this one is checked or made again.
        heard: no step asks for it and no tool makes it: filled at once by what is said.
        lasting: where nothing was said of it, what the flow beneath knows stands for it.
    """

    name: str
    type: SlotType
    step: str | None = None
    makers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    optional: bool = False
    only_one: bool = False
    remember: bool = False
    heard: bool = False
    lasting: bool = False
    refuse: tuple[tuple[str, str], ...] = ()
    """Rule and phrase that turns an answer down."""


@dataclass(frozen=True, slots=True)
class Argument:
    """A `with` entry: the name of a slot, setting, fact or rule, or a literal."""

    name: str | None = None
    literal: Scalar = None


@dataclass(frozen=True, slots=True)
class State:
    """A step, as the machine runs it.

    Attributes:
        id: the step's id; logged in upper case.
        what: the slot, phrase, tool, flow or kind of end that the step is about; "" for
            choose, confirm and branch.
        say: phrase id said when the step begins to wait (ask, choose, confirm, late do) or
            is passed (say, do, end); None: silent.
        main: the main way; None for choose and end.
        ways: the other ways by name, in file order: exits, buttons, or rules of a branch.
        uses: slots that a do or call takes, may take or gives: what a re-walk looks at.
        shown: slots that a confirm's phrase prints in every locale.
        waits: whether the conversation can rest here.
    """

    id: str
    kind: Kind
    what: str = ""
    say: str | None = None
    main: Way | None = None
    ways: Mapping[str, Way] = field(default_factory=dict)
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    timers: tuple[Timer, ...] = ()
    args: Mapping[str, Argument] = field(default_factory=dict)
    uses: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    then: str | None = None
    source: str | None = None
    """`from` of a choose: the list of facts its buttons come from."""
    waits: bool = False
    title: str = ""
    note: str = ""
    origin: Origin = Origin("", 1)


DUE = "due"
"""`<flow>.due`: the time of a flow that begins ahead of one has come."""


@dataclass(frozen=True, slots=True)
class Start:
    """What begins a flow; `called` flows begin only by a call.

    Attributes:
        intents: tasks a customer names (`book`).
        acts: conversational acts (`handoff`): the flow is an aside that comes back.
        events: `booking.booked` and its like.
        ahead: how long before `of` the flow begins by itself; several times: once at each.
    """

    intents: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    called: bool = False
    fallback: bool = False
    """The flow for a conversation that has named no task (`patterns/start`)."""
    ahead: tuple[Duration, ...] = ()
    of: str = ""
    """`ahead` of this time among the facts: `appointment.starts_at`."""
    when: tuple[str, ...] = ()
    """Rules that must all hold for the flow to begin by itself or by an intent."""


@dataclass(frozen=True, slots=True)
class Promise:
    """`never: {reach, before, when}`: no overlay above can break it."""

    reach: str
    before: tuple[str, ...]
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Possible:
    """`always: {possible: end}`: from every wait this end can still be reached."""

    end: str


@dataclass(frozen=True, slots=True)
class After:
    """`always: {after: event, end}`: once this has happened the flow ends so and not otherwise."""

    event: str
    end: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Where conversations of older versions go; what is not named keeps its name.

    Attributes:
        since: digests of the versions that this map speaks for (`from`).
        steps: old step -> new step.
        slots: old slot -> new slot; None: dropped.
    """

    since: frozenset[str] = frozenset()
    steps: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Flow:
    """One flow, known by the hash of its canonical form; compared by identity, to cache by it."""

    name: str
    title: str
    digest: str
    first: str
    states: Mapping[str, State]
    slots: Mapping[str, Slot]
    start: Start = field(default_factory=Start)
    settings: Mapping[str, Setting] = field(default_factory=dict)
    rules: Mapping[str, Expression] = field(default_factory=dict)
    anytime: Mapping[str, Way] = field(default_factory=dict)
    never: tuple[Promise, ...] = ()
    always: tuple[Possible | After, ...] = ()
    moved: Moved | None = None
    told: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Phrase -> the settings that it names, each with its kind (`engine.model.facts`)."""
    pattern: bool = False
    """An aside of the language itself (handoff, correct, start): comes back to the question."""


@dataclass(frozen=True, slots=True)
class FlowSet:
    """Every flow that one tenant's conversations can meet, with the tools they name."""

    flows: Mapping[str, Flow]
    tools: Mapping[str, ToolDefinition]
    intents: Mapping[str, str] = field(default_factory=dict)
    """Intent or act -> the flow it starts."""
    fallback: str | None = None
    thresholds: Thresholds = USUAL
    """Of acts, languages and clarifications; those of answers are in their types."""
