"""A recorded conversation, run again on other flows: pure, without network, clock or chance."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import chain

from engine.journal.deeds import Deed, made_now
from engine.journal.entry import Entry, named
from engine.journal.memory import Memory
from engine.journal.recording import Recording
from engine.journal.shape import RUN
from engine.machine.step import state_name, step
from engine.model.event import Due, Event, Happened, Tap
from engine.model.flow import FlowSet
from engine.model.message import Inbound
from engine.model.session import Armed, Session
from engine.model.tool import Answer, Call

LATE = timedelta(seconds=60)
"""A timer this late had been overtaken by a message, and was not heard then either."""
MOST_RINGS = 50
"""Timers that ring after the last word; flows end long before."""


@dataclass(frozen=True, slots=True)
class Lived:
    """One event of the re-run.

    Attributes:
        turn: the turn of the record in which it falls; the silence after the last one is one more.
        effects: by name.
    """

    turn: int
    state: str
    effects: tuple[str, ...]
    deeds: tuple[Deed, ...]


@dataclass(slots=True)
class Rerun:
    """A conversation under way again.

    Attributes:
        prompts: the number that a question had then -> the number that it has now.
        turn: of the record, from 1: the one that is lived.
        turns: what has been lived so far.
    """

    flows: FlowSet
    recording: Recording
    session: Session
    calls: Sequence[tuple[Call, Answer]]
    prompts: dict[int, int] = field(default_factory=dict)
    turns: list[Lived] = field(default_factory=list)
    turn: int = 0

    @classmethod
    def of(cls, flows: FlowSet, recording: Recording) -> "Rerun":
        """Stand at the beginning of a recorded conversation."""
        calls = tuple(chain.from_iterable(entry.answers for entry in recording.entries))
        return cls(flows, recording, Session(recording.thread_id, locale=recording.locale), calls)

    def live(self, entry: Entry) -> None:
        """Live one recorded turn: what timers would have done before it, then its event.

        Raises:
            Broken: the flows break a promise of the language.
            Unrecorded: a tool is asked what it was not asked then.
        """
        self.turn += 1
        self._ring_until(entry.clock - LATE, entry)
        event = self._event(entry)
        if event is not None:
            self._step(event, entry, entry.clock)
        self._learn_prompt(entry)

    def live_out(self) -> None:
        """Let silence end what is still open, as it would after the customer's last word."""
        last = self.recording.entries[-1]
        self.turn += 1
        for _ in range(MOST_RINGS):
            if not self.session.timers:
                return
            self._ring(min(self.session.timers, key=_order), last)

    def _ring_until(self, limit: datetime, entry: Entry) -> None:
        for _ in range(MOST_RINGS):
            due = [timer for timer in self.session.timers if timer.due_at <= limit]
            if not due or isinstance(entry.event, Due):
                return
            self._ring(min(due, key=_order), entry)

    def _ring(self, timer: Armed, entry: Entry) -> None:
        self._step(Due(timer.frame, timer.step, timer.name), entry, timer.due_at)

    def _event(self, entry: Entry) -> Event | None:
        """What happened then, in the numbers of now; None if nothing here waits for it."""
        match entry.event:
            case Due(_, name, timer):
                armed = (t for t in self.session.timers if (t.step, t.name) == (name, timer))
                found = next(armed, None)
                return Due(found.frame, found.step, found.name) if found else None
            case Tap(prompt, value):
                return Tap(self.prompts.get(prompt, 0), value)
            case Happened(name) if self._unasked(name.partition(".")[0]):
                return None
            case event:
                return event

    def _unasked(self, tool: str) -> bool:
        """Whether a tool ran then and does not now: then its outcome does not come either."""
        run = f"{RUN}{tool}"
        then = any(deed.name == run for deed in self.recording.deeds if deed.turn < self.turn)
        return then and not any(run in one.effects for one in self.turns)

    def _step(self, event: Event, entry: Entry, now: datetime) -> None:
        session = _as_sent(self.session, entry)
        memory = Memory(entry.answers, self.calls, self.flows.tools)
        stepped = memory.run(step(self.flows, session, event, entry.facts, now))
        self.session = stepped.session
        effects, state = stepped.effects, state_name(stepped.session)
        self.turns.append(Lived(self.turn, state, named(effects), made_now(effects, self.turn)))

    def _learn_prompt(self, entry: Entry) -> None:
        buttons = [button for reply in entry.replies for button in reply.buttons]
        if buttons and self.session.prompt:
            then = buttons[-1].id.split("|")[1]
            self.prompts[int(then)] = self.session.prompt.id


def _as_sent(session: Session, entry: Entry) -> Session:
    """On the channel that the message came by."""
    if not isinstance(entry.input, Inbound):
        return session
    sender = entry.input.sender
    return replace(session, channel=sender.channel, address=sender.user_id)


def _order(timer: Armed) -> tuple[datetime, int, str]:
    return timer.due_at, timer.frame, timer.name
