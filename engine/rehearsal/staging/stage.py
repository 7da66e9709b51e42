"""One conversation on the boards: events in, the session written and read back between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from engine.machine.step import state_name, step
from engine.model.effect import Effect, Emit, Move, Run, Say, Step, Undo
from engine.model.event import Due, Event, Tap, Unread, Words
from engine.model.flow import FlowSet, Kind
from engine.model.session import SHAPE, Armed, Session
from engine.model.tool import Answer, Call, Safety
from engine.model.value import Scalar
from engine.rehearsal.fixtures.fixture import Fixture
from engine.rehearsal.staging.host import Host
from engine.rehearsal.staging.world import World, fresh
from engine.store.shape import session_from_json, session_to_json


@dataclass(frozen=True, slots=True)
class Met:
    """One event and what the step made of it."""

    event: Event
    before: Session
    step: Step
    calls: tuple[tuple[Call, Answer], ...]


@dataclass(slots=True)
class Stage:
    """A thread of one customer.

    Attributes:
        old: the prompt before the open one: where an old chip is.
        pushes: prompts for money sent so far.
        quick: sessions are not written and read back: for searches.
    """

    world: World
    fixture: Fixture
    host: Host
    session: Session
    now: datetime
    threads: int = 1
    pushes: int = 0
    old: list[Session] = field(default_factory=list)
    quick: bool = False

    @classmethod
    def of(cls, world: World, fixture: Fixture) -> "Stage":
        """Begin a fixture's conversation."""
        world = world.turned(fixture.given.settings)
        host = Host.of(world, fixture.given)
        session = fresh(fixture, 1, fixture.locale)
        return cls(world, fixture, host, session, world.instant(fixture.now))

    def copy(self) -> "Stage":
        """The same conversation, to be gone on with in another way."""
        host = replace(self.host, asked=dict(self.host.asked), calls=[])
        return replace(self, host=host, old=list(self.old))

    def begin_anew(self) -> None:
        """A thread that is over is followed by a fresh one."""
        if self.session.ended and not self.session.frames:
            self.threads += 1
            self.session = fresh(self.fixture, self.threads, self.session.locale)

    def meet(self, event: Event) -> Met:
        """Let one thing happen.

        Raises:
            Broken: the flow breaks a promise of the language.
            RatibaError: a tool or phrase could not do what it was asked.
        """
        if isinstance(event, Words | Tap | Unread):
            self.begin_anew()
        before = self.session
        flows, facts = self.world.flows, self.host.known(self.now)
        stepped = self.host.run(step(flows, before, event, facts, self.now), before, self.now)
        if stepped.session.prompt != before.prompt and before.prompt is not None:
            self.old.append(before)
        self.session = stepped.session
        if not self.quick:
            self.session = session_from_json(session_to_json(stepped.session), SHAPE)
        if self.session != stepped.session:
            raise AssertionError("the session is not the same once it was written and read")
        self.pushes += sum(map(self._pushed, stepped.effects))
        return Met(event, before, stepped, tuple(self.host.calls))

    def meanwhile(self, facts: Mapping[str, Scalar]) -> None:
        """Let the business, or what is known of the customer, be otherwise from now on."""
        self.host = self.host.turned(facts)

    def wait(self, span: timedelta) -> Iterator[Met]:
        """Let time pass from timer to timer."""
        end = self.now + span
        while (armed := next_due(self.session)) is not None and armed.due_at <= end:
            self.now = max(self.now, armed.due_at)
            yield self.meet(Due(armed.frame, armed.step, armed.name))
            if armed in self.session.timers:
                break
        self.now = end

    def _pushed(self, effect: Effect) -> bool:
        """Whether this sends a prompt for money: what cannot be undone, and is answered later."""
        if not isinstance(effect, Run):
            return False
        tool = self.world.flows.tools[effect.call.tool]
        return tool.safety is Safety.IRREVERSIBLE and tool.late


def next_due(session: Session) -> Armed | None:
    """The timer that runs out first."""
    return min(session.timers, key=lambda armed: (armed.due_at, armed.frame, armed.name),
               default=None)  # fmt: skip


def effects_of(steps: Iterator[Step]) -> tuple[str, ...]:
    """Tools run or undone and events told, by name, in order."""
    return tuple(name for one in steps for effect in one.effects if (name := _named(effect)))


def _named(effect: Effect) -> str | None:
    match effect:
        case Run(call=call):
            return call.tool
        case Undo(tool=tool):
            return tool
        case Emit(event=event):
            return event
        case _:
            return None


def said_in(steps: Iterator[Step]) -> tuple[str, ...]:
    """Ids of the phrases said, in order."""
    return tuple(e.phrase for one in steps for e in one.effects if isinstance(e, Say))


def state_of(session: Session) -> str:
    """The state, in small letters."""
    return state_name(session).lower()


def moves_of(met: Met, flows: FlowSet) -> tuple[Move, ...]:
    """The moves of one event: branches by their rules, and timers that only speak among them."""
    said = said_in(iter((met.step,)))
    moves = tuple(_by_rule(move, flows, said) for move in met.step.moves)
    return (*_rung(met, flows), *moves)


def _by_rule(move: Move, flows: FlowSet, said: tuple[str, ...]) -> Move:
    """A move of a branch with its rule: of those that lead there the one whose phrase was said."""
    state = flows.flows[move.flow].states.get(move.source)
    if state is None or state.kind is not Kind.BRANCH:
        return move
    ways = [(name, way) for name, way in state.ways.items() if way.step == move.target]
    told = next((name for name, way in ways if way.say in said), None)
    silent = next((name for name, way in ways if way.say is None), None)
    name = told or silent
    main = state.main is not None and state.main.step == move.target and told is None
    return move if name is None or main else replace(move, trigger=name)


def _rung(met: Met, flows: FlowSet) -> tuple[Move, ...]:
    event = met.event
    if not isinstance(event, Due):
        return ()
    frame = next((f for f in met.before.frames if f.uid == event.frame), None)
    if frame is None or frame.step != event.step or event.name in frame.fired:
        return ()
    state = flows.flows[frame.flow].states[frame.step]
    stays = any(timer.name == event.name and timer.way.stays for timer in state.timers)
    return (Move(frame.flow, frame.step, event.name, frame.step),) if stays else ()
