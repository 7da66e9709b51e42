"""The host of the prover: it has every answer, and takes each in turn.

One run of the engine's step follows a script: which answer to take at each choice; beyond the
script the first. Values are tokens; what rules would read of them are switches, thrown when
first read and kept as long as the value stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.explore.waits import comes_to, other_ends
from engine.model.flow import FlowSet, Kind
from engine.model.tool import Answer, Call, ToolDefinition
from engine.model.value import Scalar, Value
from engine.proof.lookup import Lookup
from engine.proof.switches import FRESH, HAS, MARK, domains
from engine.spec.language.facts import LISTS

Script = tuple[int, ...]
Switch = tuple[str, str]
"""The token of a value ("" for the conversation), and the switch's name."""

SEVERAL, NONE, ONE, EXACT = "several", "none", "one", "exact"


def plainly(value: Scalar) -> str:
    """What is known of a value itself: nothing of one that was made up."""
    return "" if isinstance(value, str) and _TOKEN.fullmatch(value) else str(value)


_TOKEN = re.compile(r"v\d+|203[01]-[\dT-]+")


class Ring(Exception):
    """The same call came out the same way again and again in one turn."""

    def __init__(self, flow: str, step: str) -> None:
        super().__init__(f"{flow}.{step}")
        self.flow, self.step = flow, step


class Unknown(Exception):
    """A switch was read that has not been thrown, where none may be."""


MOST_ALIKE = 4
"""Times that one call may come out one way in one turn."""


class Known(Lookup):
    """The facts of a token: switches, and what is plainly known."""

    __slots__ = ("oracle", "token")

    def __init__(self, oracle: "Oracle", token: str, plain: Mapping[str, Scalar]) -> None:
        super().__init__(plain)
        self.oracle, self.token = oracle, token

    def fact(self, name: str) -> Scalar:
        """A switch of this value, or a plain fact."""
        return self.oracle.switch(self.token, name) if name.startswith(MARK) else super().fact(name)


class Registry(Lookup):
    """The registry's facts, each present or not as the oracle decides once."""

    def __init__(self, oracle: "Oracle") -> None:
        super().__init__()
        self._oracle = oracle

    def fact(self, name: str) -> Scalar:
        """A switch of the conversation; False for one of a slot that is empty."""
        head, _, rest = name.partition(".")
        if rest.startswith(MARK):
            return self._oracle.switch("", rest) if head == "oracle" else False
        if not rest or name in LISTS:
            return "en,sw" if rest else None
        if head == "card":  # what is remembered grows while the conversation goes on
            return "x" if self._oracle.pick(2) == 0 else None
        return "x" if self._oracle.switch("", HAS + name) else None


@dataclass(slots=True)
class Oracle:
    """Answers for one exploration; `begin` starts each run."""

    flows: FlowSet
    root: str = ""
    script: Script = ()
    taken: list[tuple[int, int]] = field(default_factory=list)
    switches: dict[Switch, bool] = field(default_factory=dict)
    answers: list[tuple[str, str]] = field(default_factory=list)
    told: dict[tuple[str, str], int] = field(default_factory=dict)
    peeking: bool = False
    tokens: int = 0
    facts: Registry = field(init=False)
    domains: Mapping[str, tuple[Scalar, ...]] = field(init=False)
    asks: dict[tuple[str, str], tuple[str, bool]] = field(init=False)
    _own: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self.facts = Registry(self)
        self.domains = domains(self.flows)
        mine = self.flows.flows[self.root].states.values() if self.root else ()
        self._own = frozenset(state.what for state in mine if state.kind is Kind.DO)
        self.asks = {
            (flow.name, state.id): (state.what, flow.slots[state.what].only_one)
            for flow in self.flows.flows.values()
            for state in flow.states.values()
            if state.kind is Kind.ASK
        }

    def begin(
        self,
        script: Script,
        switches: Mapping[Switch, bool],
        told: Mapping[tuple[str, str], int] | None = None,
    ) -> None:
        """Start a run, or a piece of one in which some calls were answered already."""
        self.script, self.taken, self.answers = script, [], []
        self.switches, self.told = dict(switches), dict(told or {})

    def played(self) -> Script:
        """Every choice of this run, to play it again."""
        return tuple(choice for choice, _ in self.taken)

    def others(self) -> Iterator[Script]:
        """The scripts that this run, beyond its own, has found to exist."""
        made = tuple(choice for choice, _ in self.taken)
        for place in range(len(self.script), len(self.taken)):
            for other in range(1, self.taken[place][1]):
                yield (*made[:place], other)

    def pick(self, ways: int) -> int:
        """One of several, by the script."""
        place = len(self.taken)
        choice = self.script[place] if place < len(self.script) else 0
        self.taken.append((choice, ways))
        return choice

    def switch(self, token: str, name: str) -> bool:
        """A switch, thrown when first read.

        Raises:
            Unknown: while peeking, at one that has not been thrown.
        """
        if name.startswith(FRESH):
            return self.pick(2) == 0
        key = (token, name)
        if key not in self.switches:
            if self.peeking:
                raise Unknown(name)
            self.switches[key] = self.pick(2) == 0
        return self.switches[key]

    def token(self, kind: str) -> str:
        """A value never seen before; of a time one that has a day."""
        self.tokens += 1
        return f"2030-01-01T{self.tokens}" if kind == "opening" else f"v{self.tokens}"

    def value(self, kind: str, slot: str = "", plain: Mapping[str, Scalar] | None = None) -> Value:
        """A value with switches for facts; of a slot that rules look at, each that they know."""
        token = self.token(kind)
        known = self.domains.get(slot, ())
        choice = self.pick(len(known) + 1) if known else 0
        content: Scalar = known[choice - 1] if choice else token
        return Value(kind, content, {"": token}, Known(self, token, plain or {}))

    def answer(self, call: Call, flow: str) -> Answer:
        """What the tool answers in this run.

        Args:
            call: of the engine; its key names a frame and a step.
            flow: of that frame.

        Raises:
            Ring: it has answered the same too often.
        """
        tool = self.flows.tools[call.tool]
        found, word = self._listed(tool, call, flow) if tool.lists else self._done(tool)
        self.answers.append((tool.name, word))
        alike = (call.key.rpartition(".")[0] if not tool.lists else call.key, word)
        self.told[alike] = self.told.get(alike, 0) + 1
        if self.told[alike] > (MOST_ALIKE if tool.lists else 1):
            raise Ring(flow, call.key.split(".")[1])
        return found

    def _listed(self, tool: ToolDefinition, call: Call, flow: str) -> tuple[Answer, str]:
        own = call.args.get("list")
        kind = own if isinstance(own, str) else tool.lists or ""
        slot, only_one = self.asks.get((flow, call.key.partition(".")[2]), ("", False))
        wish = call.args.get("wish")
        heard = isinstance(wish, Value)
        whole = isinstance(wish, Value) and wish.value is not None and "T?" not in str(wish.value)
        partial = isinstance(wish, Value) and wish.facts.get("grain") == "day"
        if heard and whole and not partial:
            ways: tuple[str, ...] = (EXACT, SEVERAL, NONE)
        else:
            ways = (SEVERAL, NONE, ONE) if only_one and not heard else (SEVERAL, NONE)
        word = ways[self.pick(len(ways))]
        if word == NONE:
            return Answer(tool.main), word
        exact = self.value(kind, slot) if word in {EXACT, ONE} else None
        if word == ONE and exact:
            return Answer(tool.main, options=(exact,)), word
        rest = (self._plain(kind), self._plain(kind)) if exact is None else (exact,)
        return Answer(tool.main, options=rest, exact=exact), word

    def _plain(self, kind: str) -> Value:
        token = self.token(kind)
        return Value(kind, token, {"": token}, Known(self, token, {}))

    def _done(self, tool: ToolDefinition) -> tuple[Answer, str]:
        if tool.takes_over and tool.name not in self._own:
            return Answer(""), ""  # whether a person can be had is looked at in that flow itself
        outcomes = ("", *other_ends(tool)) if tool.late else comes_to(tool)
        word = outcomes[self.pick(len(outcomes))]
        if word not in {"", tool.main}:
            return Answer(word), word
        return Answer(word, self.gifts(tool)), word

    def gifts(self, tool: ToolDefinition, *, full: bool | None = None) -> dict[str, Value]:
        """What a tool gives; what may be missing is there or not."""
        return {
            name: self.value(kind, name, {"verified": name in tool.verified})
            for name, kind in tool.gives.items()
            if name not in tool.maybe or (self.pick(2) == 0 if full is None else full)
        }
