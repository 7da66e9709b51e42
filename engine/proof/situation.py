"""Where a conversation stands, without the values: what two conversations must share to be one.

Kept: the stack of steps, how certain each slot is, what a walk from the top would pass, yes-es
spent, switches thrown. Left out: values, numbers of frames and prompts, the rungs of the ladder
(the same everywhere), timers that have rung (they may ring again), and who exactly gave an
answer where nothing can tell.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from engine.machine.hearing.hours import is_set_aside
from engine.model.flow import FlowSet, Kind
from engine.model.reading import names
from engine.model.session import Frame, How, Session
from engine.model.value import ANYONE, SlotValue, Source, Status, Value
from engine.proof.deeds import deeds, done
from engine.proof.felt import read_empty
from engine.proof.kept import Kept
from engine.proof.liveness import Liveness
from engine.proof.oracle import Known, Oracle, Switch, plainly
from engine.proof.switches import MANY, TURNS, passing, read_facts
from engine.proof.ways import alike, passed

Key: TypeAlias = tuple[object, ...]
END, ASIDE = "end", "aside"


class Abstraction:
    """Makes situations of sessions; one for an exploration.

    Attributes:
        exact: told apart is also what at most hides that something is allowed: whether the
            channel vouches for an answer, a yes that is spent where a new one may come first.
    """

    def __init__(self, flows: FlowSet, oracle: Oracle, *, exact: bool = True) -> None:
        self.exact = exact
        self._root = oracle.root
        self._flows = flows.flows
        self.watched = frozenset(oracle.domains)
        self._empties = read_empty(flows)
        self.facts = read_facts(flows)
        self._made = {
            name: frozenset(slot.name for slot in flow.slots.values() if slot.makers)
            for name, flow in self._flows.items()
        }
        self._passed = {name: frozenset(passed(flow)) for name, flow in self._flows.items()}
        rules = (rule for flow in self._flows.values() for rule in flow.rules.values())
        self._counts = any(TURNS in names(rule) for rule in rules)
        self.liveness = Liveness(flows)
        self._may = {name: frozenset(tool.may) for name, tool in flows.tools.items()}
        self._alike = {name: {} if exact else alike(flow) for name, flow in self._flows.items()}
        self._confirms = {
            name: [one.shown for one in flow.states.values() if one.kind is Kind.CONFIRM]
            for name, flow in self._flows.items()
        }
        self._deeds = deeds(flows)
        self._frames: dict[int, tuple[Frame, Key]] = {}

    def key(self, session: Session, kept: Kept) -> Key:
        """The situation of a session."""
        frames = session.frames
        if not frames:
            return (END, session.ended, kept.standing, kept.marks)
        if self.resting_aside(session):
            return (ASIDE, frames[-1].flow, frames[0].step, kept.standing, kept.marks)
        prompt = session.prompt
        asked = tuple(prompt is not None and prompt.at(f.uid, f.step) is not None for f in frames)
        return (
            self.frames(session),
            (asked, self._counts and session.turns == 0),
            self.spent(frames, self._used(session)),
            frozenset(one.partition(" ")[0] for one in session.final),
            kept.standing,
            kept.marks,
            frozenset(self._switches(frames, kept.switches)) if kept.switches else frozenset(),
        )

    def spent(self, frames: tuple[Frame, ...], tools: tuple[str, ...]) -> frozenset[str]:
        """The tools that have used their yes, as far as it matters."""
        return frozenset(one for one in tools if self._spent(frames, one))

    def _used(self, session: Session) -> tuple[str, ...]:
        """The tools that have used their yes; one that did its deed, or may yet, is held to have.

        A newer yes to it is left out of account, which only ever refuses more.
        """
        if self.exact:
            return session.spent
        return tuple(sorted({*session.spent, *done(session, self._deeds)}))

    def _spent(self, frames: tuple[Frame, ...], tool: str) -> bool:
        """Whether it matters that a tool has used its yes: not where a new yes must come first."""
        if len(frames) > 1:
            return True
        frame = frames[0]
        statuses = {self._status(frame, name, one.status) for name, one in frame.slots.items()}
        if statuses & {Status.CONFIRMED, Status.SEALED}:
            return True
        none: frozenset[str] = frozenset()
        absent = none if self.exact else self._may[tool].difference(frame.slots)
        return self.liveness.unrenewed(frame.flow, frame.step, tool, absent)

    def resting_aside(self, session: Session) -> bool:
        """Whether an aside of the language lies on top that comes back to what is beneath.

        It is proved on its own: what comes after it is what comes where it was begun.
        """
        return self.aside(session.frames[-1])

    def aside(self, top: Frame) -> bool:
        """Whether a frame on top is an aside of the language, of another exploration."""
        return top.how is How.ASIDE and top.flow != self._root and self._flows[top.flow].pattern

    def _switches(
        self, frames: tuple[Frame, ...], switches: Mapping[Switch, bool]
    ) -> Iterator[tuple[str, str, bool]]:
        owners = {
            content.value.facts.token: f"{place}.{name}"
            for place, frame in enumerate(frames)
            for name, content in frame.slots.items()
            if isinstance(content.value.facts, Known)
        }
        for (token, name), on in switches.items():
            if not token:
                yield "", name, on
            elif token in owners:
                yield owners[token], name, on

    def _frame(self, frame: Frame) -> Key:
        found = self._frames.get(id(frame))
        if found is not None:
            return found[1]
        key = (
            frame.flow,
            frame.step,
            str(frame.how),
            tuple(
                sorted(
                    (name, *self._slot(frame, name, one))
                    for name, one in frame.slots.items()
                    if not self._idle(frame, name, one)
                )
            ),
            *self.ways(frame),
            tuple(sorted((name, str(value)) for name, value in frame.settings.items())),
        )
        self._frames[id(frame)] = (frame, key)
        return key

    def ways(self, frame: Frame) -> tuple[object, object]:
        """How silent steps were left, and those ahead that are passed without a word."""
        walked, same = self._passed[frame.flow], self._alike[frame.flow]
        left = {**frame.skip, **frame.memo}
        return (
            frozenset(same.get(one, one) for one in left.items() if one[0] in walked),
            frozenset(
                one
                for one in frame.skip
                if one in walked and self.liveness.ahead(frame.flow, frame.step, one)
            ),
        )

    def _slot(self, frame: Frame, name: str, content: SlotValue) -> tuple[str, str, str, str]:
        value = content.value
        form = ""
        if content.status is Status.WISH:
            partial = value.value is None or value.facts.get("grain") == "day"
            known = isinstance(value.facts, Known) and name in self.facts
            form = "part" if partial else "known" if known else "heard"
            form = "several" if content.candidates else form
        shown = plainly(value.value) if name in self.watched else ""
        status = self._status(frame, name, content.status)
        return str(status), self._source(frame.flow, name, content.source), form, shown

    def _status(self, frame: Frame, name: str, status: Status) -> Status:
        """A yes that covers a question no longer, as something else that it shows was changed."""
        if status is not Status.CONFIRMED:
            return status
        confirms = [shown for shown in self._confirms[frame.flow] if name in shown]
        state = self._flows[frame.flow].states[frame.step]
        asked = state.what if state.kind is Kind.ASK else ""
        stale = all(asked in shown or self._changed(frame, shown) for shown in confirms)
        return Status.FILLED if confirms and stale else status

    def _changed(self, frame: Frame, shown: frozenset[str]) -> bool:
        held = (frame.slots.get(name) for name in shown)
        return any(one is not None and one.status is Status.FILLED for one in held)

    def _idle(self, frame: Frame, name: str, content: SlotValue) -> bool:
        """A wish for what is not asked now: it comes to the same as saying it when it is asked.

        So does one that was not to be had, and counts again for somebody else.
        """
        if content.status is not Status.WISH or name in self._empties:
            return content.status is Status.EMPTY
        if is_set_aside(content):
            return True
        state = self._flows[frame.flow].states[frame.step]
        return not (state.kind is Kind.ASK and state.what == name)

    def _source(self, flow: str, name: str, source: Source) -> str:
        """Who gave it, as far as it matters: what a step asks and no tool makes is an answer."""
        if source is Source.CARD:
            return str(Source.CUSTOMER)
        found = self._flows[flow]
        asked = name in found.slots and found.slots[name].step is not None
        if source is Source.CHANNEL:
            return str(Source.CUSTOMER if self.vouched(flow, name) else source)
        answer = asked and name not in self._made[flow] and not found.start.called
        return str(Source.CUSTOMER) if source is Source.TOOL and answer else str(source)

    def vouched(self, flow: str, name: str) -> bool:
        """Whether an answer that the channel vouches for counts as the customer's own.

        Nothing is allowed to that one which is not allowed to the other: a yes must have shown it.
        """
        slot = self._flows[flow].slots.get(name)
        return not self.exact and slot is not None and slot.step is not None

    def frames(self, session: Session) -> tuple[Key, ...]:
        """The frames of a session, as far as they are told apart."""
        return tuple(map(self._frame, session.frames))

    def settle(self, session: Session, oracle: Oracle) -> Session:
        """The conversation that stands for all of its situation."""
        frames = tuple(self._settled(frame, oracle) for frame in session.frames)
        return replace(
            session,
            frames=frames,
            spent=self._used(session),
            turns=min(session.turns, MANY),
            rungs=0,
            lost=0,
            clarifying=False,
        )

    def _settled(self, frame: Frame, oracle: Oracle) -> Frame:
        slots = {
            n: self._content(frame, n, one, oracle)
            for n, one in frame.slots.items()
            if not self._idle(frame, n, one)
        }
        return replace(frame, slots=slots, fired=(), corrected=())

    def _content(self, frame: Frame, name: str, content: SlotValue, oracle: Oracle) -> SlotValue:
        source = Source(self._source(frame.flow, name, content.source))
        status = self._status(frame, name, content.status)
        value = content.value
        if value.value == ANYONE and content.status is not Status.WISH:
            token = oracle.token(value.type)
            value = Value(value.type, token, {"": token}, Known(oracle, token, {}))
        return replace(content, source=source, value=value, status=status)

    def adopted(self, session: Session, oracle: Oracle) -> Session:
        """A conversation of another exploration, whose values ask this oracle from now on."""
        frames = tuple(
            replace(frame, slots={name: _asks(one, oracle) for name, one in frame.slots.items()})
            for frame in session.frames
        )
        return replace(session, frames=frames)

    def live(self, session: Session, switches: Mapping[Switch, bool]) -> dict[Switch, bool]:
        """The switches of what still stands: not what may turn by itself, as the hour does."""
        tokens = {
            content.value.facts.token
            for frame in session.frames
            for content in frame.slots.values()
            if isinstance(content.value.facts, Known)
        }
        return {
            one: on
            for one, on in switches.items()
            if (not one[0] or one[0] in tokens)
            and not passing(one[1])
            and self.liveness.matters(session.frames, one[1])
        }


def _asks(content: SlotValue, oracle: Oracle) -> SlotValue:
    facts = content.value.facts
    if not isinstance(facts, Known):
        return content
    known = Known(oracle, facts.token, dict(facts))
    return replace(content, value=replace(content.value, facts=known))
