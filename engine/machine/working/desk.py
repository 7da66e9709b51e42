"""The working copy of a session during one event: frames on the stack, slots, what was said."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from engine.machine.working import cursor, rules
from engine.machine.working.altered import altered
from engine.machine.working.errors import Broken
from engine.model.effect import Effect, Move, Say
from engine.model.flow import Duration, Flow, FlowSet, Kind, Slot, State, Way
from engine.model.session import Chip, Frame, How, Session
from engine.model.understanding import Understanding
from engine.model.value import Scalar, SlotValue, Status, Value

EMPTY = SlotValue(Value("", None), Status.EMPTY)
BUSINESS = "tenant."
"""Begins the names of facts of the business itself."""
MAX_FRAMES = 8
"""Digressions on digressions: deeper than any conversation means to go."""


@dataclass(slots=True)
class Desk:
    """Everything one event may change; frozen again when the step is done.

    Attributes:
        facts: the registry's facts by dotted name (`tenant.mpesa_enabled`).
        before: the session as it was, for what a lost race must restore.
        reask: the open question is to be said again though nothing moved.
        chips: the choices of the question a frame waits at, by frame uid.
        parked: asides above the frame that an event or timer moved.
        dirty: frames (by uid) that must walk again from the top.
        then: a flow to begin once the walk has come to rest, and what it may hear.
        asked_anew: answers (by frame uid and slot) emptied to be asked: no only choice fills them.
        unheard: values that the next task is to hear as it begins.
        in_mind: a flow that only waited, and fell as the customer spoke.
        hints: what was said of a thing without naming it, by frame uid and input of its list.
        greets: nothing is open after what the customer said: the greeting is due.
        waits: the customer asked for a moment.
        silent: a timer rang: what ends now ends because nobody spoke.
        clarified: this turn asked the customer to say it differently.
        lost: this turn could make nothing of what was said, or found nothing called so.
    """

    flows: FlowSet
    before: Session
    facts: Mapping[str, Scalar]
    now: datetime
    frames: list[Frame]
    session: Session
    effects: list[Effect] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    chips: dict[int, tuple[Chip, ...]] = field(default_factory=dict)
    parked: list[Frame] = field(default_factory=list)
    reask: bool = False
    rung: int = 0
    changed: list[str] = field(default_factory=list)
    dirty: set[int] = field(default_factory=set)
    clarified: bool = False
    lost: bool = False
    then: tuple[str, Understanding] | None = None
    asked_anew: set[tuple[int, str]] = field(default_factory=set)
    unheard: Understanding | None = None
    in_mind: Frame | None = None
    hints: dict[int, dict[str, SlotValue]] = field(default_factory=dict)
    greets: bool = False
    silent: bool = False
    waits: bool = False

    # --- where we are -------------------------------------------------------------------

    def flow(self, index: int) -> Flow:
        """The flow of the frame at `index`."""
        return self.flows.flows[self.frames[index].flow]

    def state(self, index: int) -> State:
        """The step at which the frame at `index` stands."""
        return self.flow(index).states[self.frames[index].step]

    @property
    def top(self) -> int:
        """Index of the topmost frame; -1 on an empty stack."""
        return len(self.frames) - 1

    def change(self, index: int, **fields: object) -> Frame:
        """Replace fields of the frame at `index`."""
        self.frames[index] = altered(self.frames[index], **fields)
        return self.frames[index]

    def serial(self) -> int:
        """A number never given before in this thread."""
        self.session = altered(self.session, serial=self.session.serial + 1)
        return self.session.serial

    # --- slots: own frame first, then the callers' ---------------------------------------

    def chain(self, index: int) -> Iterator[int]:
        """The frame at `index` and, while it was called, its callers."""
        while index >= 0:
            yield index
            if self.frames[index].how is not How.CALLED:
                return
            index -= 1

    def owner(self, index: int, name: str) -> int:
        """The frame that holds slot `name` as seen from `index`; `index` itself if none does."""
        at = index
        while at >= 0:
            frame = self.frames[at]
            if name in frame.slots:
                return at
            if frame.how is not How.CALLED:
                break
            at -= 1
        return index

    def get(self, index: int, name: str) -> SlotValue:
        """The content of a slot as seen from the frame at `index`."""
        return self.frames[self.owner(index, name)].slots.get(name, EMPTY)

    def put(self, index: int, name: str, content: SlotValue) -> None:
        """Set a slot of the frame at `index` itself."""
        self.change(index, slots={**self.frames[index].slots, name: content})

    def slot(self, index: int, name: str) -> Slot | None:
        """The declaration of a slot in the frame's own flow."""
        return self.flow(index).slots.get(name)

    def values(self, index: int | None = None) -> dict[str, Value]:
        """All values in sight, callers' first, so that the nearest wins."""
        seen: dict[str, Value] = {}
        chain = list(self.chain(self.top if index is None else index))
        for i in reversed(chain):
            seen |= {
                name: content.value
                for name, content in self.frames[i].slots.items()
                if content.value.value is not None
            }
        return seen

    # --- moving --------------------------------------------------------------------------

    def fire(self, index: int, trigger: str, **changes: object) -> bool:
        """Let `trigger` move the frame, with other `changes` of it; False if nothing listens."""
        frame, flow = self.frames[index], self.flow(index)
        target = cursor.fire(flow, frame.step, trigger, Scope(self, index).rule)
        if target is None:
            return False
        self.moves.append(Move(frame.flow, frame.step, trigger, target))
        fired = frame.fired if target == frame.step else ()
        self.change(index, step=target, fired=fired, **changes)
        return True

    def pass_on(self, index: int, trigger: str, **changes: object) -> None:
        """Leave a silent step by `trigger` and remember it for a walk from the top."""
        frame = self.frames[index]
        memo = {**frame.memo, frame.step: trigger}
        if not self.fire(index, trigger, memo=memo, **changes):
            raise Broken(f"has no way '{trigger}'", at=(frame.flow, frame.step))

    def push(self, flow: str, how: How, settings: Mapping[str, Scalar] | None = None) -> int:
        """Begin `flow` on top of the stack; its index."""
        if len(self.frames) >= MAX_FRAMES:
            raise Broken(f"more than {MAX_FRAMES} flows are open at once")
        if not self.frames and not self.parked:
            self.session = altered(self.session, terms={})
        found = self.flows.flows[flow]
        frame = Frame(self.serial(), flow, found.digest, found.first, how, settings=settings or {})
        self.frames.append(frame)
        self.moves.append(Move(flow, "", "start", found.first))
        return self.top

    def fact(self, name: str) -> Scalar:
        """A fact of the registry; one of the business stays as it was first read here.

        A yes stands on it: what an owner turns meanwhile is for conversations that begin later.
        """
        if not name.startswith(BUSINESS):
            return self.facts.get(name)
        if name not in self.session.terms:
            terms = {**self.session.terms, name: self.facts.get(name)}
            self.session = altered(self.session, terms=terms)
        return self.session.terms[name]

    def holds(self, index: int, rule: str) -> bool:
        """Whether a rule of the frame's flow holds now."""
        return Scope(self, index).rule(rule)

    # --- saying --------------------------------------------------------------------------

    def say(self, phrase: str, **said: Scalar) -> None:
        """Say a phrase with everything in sight."""
        self.effects.append(Say(phrase, self.values(), said, settings=self.settings(phrase)))

    def say_again(self, phrase: str, rung: int, values: Mapping[str, Value] | None = None) -> None:
        """Say a phrase in its wording for the `rung`-th time."""
        seen = {**self.values(), **(values or {})}
        self.effects.append(Say(phrase, seen, rung=rung, settings=self.settings(phrase)))

    def say_of(
        self, phrase: str, values: Mapping[str, Value], *, rung: int = 0, **said: Scalar
    ) -> None:
        """Say a phrase about other values than those in the slots, as told the `rung`-th time."""
        self.effects.append(Say(phrase, {**self.values(), **values}, said, rung=rung))

    def way_says(self, index: int, way: Way) -> None:
        """Say what a way out of the frame at `index` says in passing, with what is in its sight."""
        if way.say:
            told = self.settings(way.say, index)
            self.effects.append(Say(way.say, self.values(index), settings=told))

    def settings(self, phrase: str, index: int | None = None) -> dict[str, Value]:
        """The settings that a phrase names, as they stand in the nearest frame of its flow."""
        name = phrase.partition(".")[0]
        flow = self.flows.flows.get(name)
        named = flow.told.get(phrase) if flow else None
        at = self.top if index is None else index
        while named and at >= 0:
            if self.frames[at].flow == name:
                scope = Scope(self, at)
                return {one: Value(kind, scope.setting(one)) for one, kind in named.items()}
            at -= 1
        return {}


@dataclass(slots=True)
class Scope:
    """What names in rules, settings and arguments mean in one frame."""

    desk: Desk
    index: int
    depth: int = 0

    def rule(self, name: str) -> bool:
        """Whether the rule `name` of this flow holds."""
        return bool(self.scalar(name))

    def scalar(self, name: str) -> Scalar:
        """A slot, setting, rule or fact by name; None if there is none."""
        flow = self.desk.flow(self.index)
        if name in flow.rules:
            return rules.value(flow.rules[name], self)
        if name in flow.settings:
            return self.setting(name)
        if "." in name:
            return self._dotted(name)
        return self.desk.get(self.index, name).value.value

    def setting(self, name: str) -> Scalar:
        """A setting's value: the call's argument, else the first exception that holds."""
        given = self.desk.frames[self.index].settings
        if name in given:
            return given[name]
        setting = self.desk.flow(self.index).settings[name]
        for rule, exception in setting.except_:
            if self.rule(rule):
                return _plain(exception)
        return _plain(setting.usually)

    def seconds(self, duration: Duration) -> int:
        """A duration in seconds, through its setting if it names one."""
        if duration.seconds is not None:
            return duration.seconds
        found = self.setting(duration.setting or "")
        return int(found) if isinstance(found, int | float) else 0

    def is_empty(self, name: str) -> bool:
        """Nothing heard and nothing known."""
        if "." in name:
            return self._dotted(name) in {None, ""}
        return self.desk.get(self.index, name).status is Status.EMPTY

    def is_filled(self, name: str) -> bool:
        """Checked, or made by a tool."""
        if "." in name:
            return not self.is_empty(name)
        return self.desk.get(self.index, name).status not in {Status.EMPTY, Status.WISH}

    def _dotted(self, name: str) -> Scalar:
        if name == "conversation.turns":
            return self.desk.session.turns
        if name == "conversation.interrupted":
            return self.index > 0
        if name == "channel.kind":
            return self.desk.session.channel
        slot, _, fact = name.partition(".")
        content = self.desk.get(self.index, slot)
        if content.status is not Status.EMPTY:
            return content.value.facts.get(fact)
        return self.desk.fact(name)


def _plain(value: "Scalar | Duration") -> Scalar:
    return value.seconds if isinstance(value, Duration) else value


def silent(kind: Kind) -> bool:
    """Kinds that a walk from the top passes the way they were left before."""
    return kind in {Kind.DO, Kind.CALL, Kind.SAY, Kind.CHOOSE}
