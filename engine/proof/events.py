"""What can happen in a situation, and the engine's own event for it.

Values come one at a time: several at once reach nothing that these do not reach one after the
other. Asides are begun elsewhere, over situations that stand for all (see `roots`).
"""

from collections.abc import Iterator
from dataclasses import replace

from engine.explore.waits import said_anytime, taken_over
from engine.model.builtin import PICKED
from engine.model.event import Due, Event, Happened, Tap, Words
from engine.model.flow import FlowSet, Kind, Slot, State, Way
from engine.model.session import Frame, Session
from engine.model.tool import Safety, ToolDefinition
from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import SlotValue, Status, Value
from engine.proof.felt import read_empty
from engine.proof.happening import Happening, Sort
from engine.proof.onward import NOTHING_ELSE
from engine.proof.oracle import Oracle

SURE, UNSURE = 0.99, 0.45
OPENING = "opening"
LANGUAGES = ("en", "sw")
"""What a list of facts holds for the oracle."""
_EMPTY = {Status.EMPTY, Status.WISH}
_ENGLISH = Language("en", 0.9, "en")


class Events:
    """The happenings of one set of flows."""

    def __init__(self, flows: FlowSet, oracle: Oracle) -> None:
        self._flows = flows
        self._oracle = oracle
        self._empties = read_empty(flows)
        self._chosen = frozenset(
            state.what
            for flow in flows.flows.values()
            for state in flow.states.values()
            if state.kind is Kind.ASK and state.source
        )

    def of(self, session: Session) -> list[Happening]:
        """Everything that can happen to a conversation at rest."""
        found: dict[Happening, None] = {}
        frames = session.frames
        if not self.taken_over(session):
            found.update(dict.fromkeys(self._acts(frames)))
            found.update(dict.fromkeys(self._values(frames)))
            found.update(dict.fromkeys(_chips(session)))
        found.update(dict.fromkeys(self._late(session)))
        found.update(dict.fromkeys(self._timers(frames)))
        return list(found)

    def taken_over(self, session: Session) -> bool:
        """Whether a person has the conversation."""
        return taken_over(self._flows, self.state(session.frames[-1]))

    def state(self, frame: Frame) -> State:
        """The step at which a frame stands."""
        return self._flows.flows[frame.flow].states[frame.step]

    def _acts(self, frames: tuple[Frame, ...]) -> Iterator[Happening]:
        top, state = len(frames) - 1, self.state(frames[-1])
        if state.kind is Kind.CONFIRM:
            yield Happening(Sort.ACT, "affirm", frame=top)
        if state.kind in {Kind.CONFIRM, Kind.CHOOSE}:
            for name, way in state.ways.items():
                if name != PICKED and not self.aside(frames, way):
                    yield Happening(Sort.ACT, name, frame=top)
        if state.kind is Kind.ASK and self._flows.flows[frames[-1].flow].slots[state.what].optional:
            yield Happening(Sort.ACT, "skip", frame=top)
        heard = set(state.ways) if state.kind in {Kind.CONFIRM, Kind.CHOOSE} else set[str]()
        for index, name, way in said_anytime([self._flows.flows[frame.flow] for frame in frames]):
            if name not in heard and not self.aside(frames, way):
                yield Happening(Sort.ACT, name, frame=index)

    def aside(self, frames: tuple[Frame, ...], way: Way) -> bool:
        """Whether a way only lays a flow over what is open, which comes back to it."""
        if way.flow is None or way.again or way.step:
            return False
        pattern = self._flows.flows[way.flow].pattern
        return pattern or not self._flows.flows[frames[-1].flow].pattern

    def _values(self, frames: tuple[Frame, ...]) -> Iterator[Happening]:
        asked = self.state(frames[-1])
        told: set[str] = set()
        for index in range(len(frames) - 1, -1, -1):
            for slot in self._flows.flows[frames[index].flow].slots.values():
                if slot.step is not None and slot.name not in told:
                    told.add(slot.name)
                    yield from self._of_slot(frames, index, slot, asked)

    def _of_slot(
        self, frames: tuple[Frame, ...], index: int, slot: Slot, asked: State
    ) -> Iterator[Happening]:
        held = frames[index].slots.get(slot.name)
        status = held.status if held else Status.EMPTY
        asked_now = index == len(frames) - 1 and asked.kind is Kind.ASK and asked.what == slot.name
        names = (slot.name,)
        if status in _EMPTY and not asked_now and slot.name not in self._empties:
            return
        for choice in range(self.choices(slot)):
            if not self._holds(held, slot, choice):
                yield Happening(Sort.GIVES, slot.name, names, index, choice)
        if asked_now:
            yield Happening(Sort.UNSURE, slot.name, names, index)
            if slot.type.name == OPENING:
                yield Happening(Sort.ROUGHLY, slot.name, names, index)
        free = slot.type.lister is None
        if free and status in {Status.FILLED, Status.CONFIRMED}:
            yield Happening(Sort.UNSAYS, slot.name, names, index)

    def choices(self, slot: Slot) -> int:
        """How many values of a free slot are to be told apart."""
        if options := self._options(slot):
            return len(options)
        return 1 if slot.type.lister else len(self._oracle.domains.get(slot.name, ())) + 1

    def _options(self, slot: Slot) -> tuple[str, ...]:
        """The choices written in the step, or a list of facts that it names."""
        return slot.type.options or (LANGUAGES if slot.name in self._chosen else ())

    def _holds(self, held: SlotValue | None, slot: Slot, choice: int) -> bool:
        """The same again is not news."""
        return (
            held is not None
            and held.status not in _EMPTY
            and bool(self._options(slot))
            and held.value.value == self._options(slot)[choice]
        )

    def _late(self, session: Session) -> Iterator[Happening]:
        for index in range(len(session.frames) - 1, -1, -1):
            frame = session.frames[index]
            for state in self._flows.flows[frame.flow].states.values():
                if state.kind is not Kind.DO or not self._flows.tools[state.what].late:
                    continue
                tool = self._flows.tools[state.what]
                here = frame.step == state.id or tool.safety is Safety.IRREVERSIBLE
                waits = here and frame.memo.get(state.id) == ""
                for outcome in tool.outcomes if waits else (tool.main,) * (state.id in frame.memo):
                    name = f"{tool.name}.{outcome}"
                    if not any(one.partition(" ")[0] == name for one in session.final):
                        yield Happening(Sort.EVENT, name, frame=index)
                        if tool.maybe and outcome == tool.main:
                            yield Happening(Sort.EVENT, name, frame=index, full=False)

    def _timers(self, frames: tuple[Frame, ...]) -> Iterator[Happening]:
        for index, frame in enumerate(frames):
            state = self.state(frame)
            for timer in state.timers if state.waits else ():
                if timer.quiet is None or index == len(frames) - 1:
                    yield Happening(Sort.SILENCE, timer.name, frame=index)

    # --- the engine's event --------------------------------------------------------------

    def event(self, happening: Happening, session: Session) -> Event:
        """The happening as the engine meets it."""
        match happening.sort:
            case Sort.EVENT:
                return self._outside(happening, session)
            case Sort.ONWARD:
                return Happened(NOTHING_ELSE)
            case Sort.SILENCE:
                frame = session.frames[happening.frame]
                return Due(frame.uid, frame.step, happening.name)
            case Sort.TAPS:
                return Tap(session.prompt.id if session.prompt else 0, happening.name)
            case Sort.ACT:
                acts = (Act(happening.name, SURE),)
                return Words(self._heard(happening, session, acts))
            case _:
                return Words(self._heard(happening, session, ()))

    def _outside(self, happening: Happening, session: Session) -> Event:
        tool = self._flows.tools.get(happening.name.rpartition(".")[0])
        if tool is not None and not happening.slots:
            return Happened(happening.name, self._news(tool, happening, session))
        flow = next(f for f in self._flows.flows.values() if happening.name in f.start.events)
        slots = (flow.slots.get(name) for name in happening.slots)
        kinds = [(slot.name, slot.type.name) for slot in slots if slot]
        return Happened(happening.name, {n: self._oracle.value(kind, n) for n, kind in kinds})

    def _news(
        self, tool: ToolDefinition, happening: Happening, session: Session
    ) -> dict[str, Value]:
        """What is told of the thing that the flow waits for: the same thing, with other facts."""
        gives = self._oracle.gifts(tool, full=happening.full)
        slots = session.frames[happening.frame].slots if session.frames else {}
        same = {name: slots[name].value.value for name in gives if name in slots}
        return {
            name: replace(one, value=same[name]) if name in same else one
            for name, one in gives.items()
        }

    def _heard(
        self, happening: Happening, session: Session, acts: tuple[Act, ...]
    ) -> Understanding:
        """Words with the values named in them."""
        mentions: list[Mention] = []
        time: TimeHeard | None = None
        for name in happening.slots:
            slot, held = self._slot(happening, session, name)
            if slot.type.name == OPENING and happening.sort is not Sort.UNSAYS:
                time = self._time(happening.sort)
            else:
                mentions.append(self._mention(happening, slot, held))
        return Understanding(acts, tuple(mentions), time, _ENGLISH)

    def _slot(
        self, happening: Happening, session: Session, name: str
    ) -> tuple[Slot, SlotValue | None]:
        if session.frames:
            frame = session.frames[happening.frame]
            return self._flows.flows[frame.flow].slots[name], frame.slots.get(name)
        flow = self._flows.flows[self._flows.intents[happening.name]]
        return flow.slots[name], None

    def _mention(self, happening: Happening, slot: Slot, held: SlotValue | None) -> Mention:
        if happening.sort is Sort.UNSAYS and held is not None:
            return Mention(slot.type.name, held.value.value, SURE, excluded=True)
        sure = UNSURE if happening.sort is Sort.UNSURE else SURE
        if options := self._options(slot):
            return Mention(slot.type.name, options[happening.choice], sure)
        if happening.choice:
            known = self._oracle.domains[slot.name][happening.choice - 1]
            return Mention(slot.type.name, known, sure)
        return Mention(slot.type.name, self._oracle.token(slot.type.name), sure)

    def _time(self, sort: Sort) -> TimeHeard:
        self._oracle.tokens += 1
        if sort is Sort.ROUGHLY:
            return TimeHeard(TimeAction.RESOLVE, f"2031-{self._oracle.tokens}", "day")
        at = f"2031-01-01T{self._oracle.tokens}"
        if sort is Sort.UNSURE:
            return TimeHeard(TimeAction.ASK, None, "minute", (at, at))
        return TimeHeard(TimeAction.RESOLVE, at, "minute", confidence=SURE)


def _chips(session: Session) -> Iterator[Happening]:
    """Chips that pick from a list of facts: nothing said could mean them for sure."""
    for chip in session.prompt.chips if session.prompt else ():
        if chip.value.startswith(f"{PICKED}="):
            yield Happening(Sort.TAPS, chip.value, frame=len(session.frames) - 1)
