"""One event in, a new session and effects out. No I/O, no clock, no chance."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, assert_never

from engine.machine.acting.greeting import greet, unread
from engine.machine.acting.picking import never_put
from engine.machine.acting.taps import tapped
from engine.machine.acting.then import begin_then
from engine.machine.acting.words import said
from engine.machine.walking.beginning import begin, taken_over
from engine.machine.walking.builtins import of_beneath
from engine.machine.walking.delivery import due, happened
from engine.machine.walking.holding_on import hold_on
from engine.machine.walking.prompting import prompt
from engine.machine.walking.silent import broken_silence
from engine.machine.walking.walk import WALK_LIMIT, settle, walked
from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.resting import QUESTIONS
from engine.machine.working.timers import arm
from engine.machine.working.vain import in_vain
from engine.model.builtin import HANDOFF
from engine.model.effect import Effect, Say, Step
from engine.model.event import Due, Event, Happened, Tap, Unread, Words
from engine.model.flow import FlowSet
from engine.model.session import How, Session
from engine.model.tool import Answer, Call
from engine.model.value import Scalar

MAX_TURNS = 400
"""Turns in one conversation at which a person is called, and again at each multiple of it."""

Stage: TypeAlias = Generator[Call, Answer, bool]
"""A part of a turn; whether a walk is to follow it."""


def step(
    flows: FlowSet, session: Session, event: Event, facts: Mapping[str, Scalar], now: datetime
) -> Generator[Call, Answer, Step]:
    """Apply one event to a conversation.

    Args:
        flows: every flow of the tenant, compiled.
        session: where the thread stands; not modified.
        event: what happened.
        facts: the registry's facts by dotted name.
        now: UTC, of the injected clock.

    Yields:
        Each tool call the walk makes; the host sends its answer back. A tool that writes is
        answered with what it will give, and carried out by the commit.

    Returns:
        The new session, and the effects in the order in which they were made.

    Raises:
        Broken: the flow breaks a promise of the language; nothing may be committed.
    """
    turn = begun(flows, session, event, facts, now)
    while not (yield from advance(turn)):
        pass
    return finished(turn)


@dataclass(slots=True)
class Turn:
    """One event on its way: between any two pieces of it everything lies here.

    Attributes:
        rested_at: the frame and step on top before the event.
        stage: how many of `_STAGES` are over.
        left: steps that the walk under way may still take; 0: it has come to rest.
    """

    desk: Desk
    event: Event
    rested_at: tuple[int, str] | None
    stage: int = 0
    left: int = 0


def begun(
    flows: FlowSet, session: Session, event: Event, facts: Mapping[str, Scalar], now: datetime
) -> Turn:
    """A turn of which nothing has happened yet; arguments as of `step`."""
    desk = _desk(flows, session, event, facts, now)
    broken_silence(desk, event)
    return Turn(desk, event, _position(desk))


def advance(turn: Turn) -> Generator[Call, Answer, bool]:
    """Do the next piece of a turn: a stage of it, or one step of a walk.

    Returns:
        Whether nothing is left to do but `finished`.
    """
    if turn.left:
        if (yield from walked(turn.desk, turn.left)):
            turn.left -= 1
        else:
            turn.left = 0
    elif turn.stage < len(_STAGES):
        stage = _STAGES[turn.stage]
        turn.stage += 1
        walks = yield from stage(turn)
        turn.left = WALK_LIMIT if walks else 0
    else:
        return True
    return False


def finished(turn: Turn) -> Step:
    """The end of a turn whose every piece is done: its question, and what is kept."""
    _answer(turn.desk, turn.event)
    prompt(turn.desk, turn.rested_at)
    return _frozen(turn.desk, turn.event)


def _take(turn: Turn) -> Stage:
    """What happened, where the conversation stands.

    A yes answers what was read: not a question to which a publish has led meanwhile.
    """
    elsewhere = yield from settle(turn.desk)
    if (elsewhere or never_put(turn.desk)) and _only_agrees(turn.event):
        turn.desk.reask = True
    else:
        yield from _apply(turn.desk, turn.event)
    return True


def _go_on(turn: Turn) -> Stage:
    """A flow that was to begin once the walk had come to rest."""
    yield from ()  # calls no tool
    if turn.desk.then is None:
        return False
    begin_then(turn.desk, *turn.desk.then)
    return True


def _welcome(turn: Turn) -> Stage:
    """What was parked comes back; where nothing is left open, the greeting comes."""
    yield from ()  # calls no tool
    desk = turn.desk
    _unpark(desk)
    if not (desk.greets and not desk.frames and isinstance(turn.event, Words | Tap)):
        return False
    greet(desk)
    return True


def state_name(session: Session) -> str:
    """The state as logs, monitors and `chat` print it: the step's id in upper case."""
    if session.clarifying and session.frames:
        return "CLARIFICATION"
    if session.frames:
        return session.frames[-1].step.upper()
    return (session.ended or session.last or "idle").upper()


def _desk(
    flows: FlowSet, session: Session, event: Event, facts: Mapping[str, Scalar], now: datetime
) -> Desk:
    turns = session.turns + isinstance(event, Words | Tap | Unread)
    terms = session.terms if session.frames else {}
    cost = session.total_token_cost_usd
    if isinstance(event, Words):
        cost += event.understanding.cost_usd
    fresh = altered(session, turns=turns, terms=terms, total_token_cost_usd=cost)
    return Desk(flows, session, facts, now, list(session.frames), fresh)


def _position(desk: Desk) -> tuple[int, str] | None:
    return (desk.frames[-1].uid, desk.frames[-1].step) if desk.frames else None


def _only_agrees(event: Event) -> bool:
    """A bare yes or no, which was to a question that is no longer the open one."""
    if not isinstance(event, Words):
        return False
    heard = event.understanding
    return heard.intent.name in {"affirm", "deny"} and not (heard.mentions or heard.time)


def _apply(desk: Desk, event: Event) -> Generator[Call, Answer, None]:
    match event:
        case Words(understanding):
            said(desk, understanding)
            yield from hold_on(desk)
        case Tap():
            tapped(desk, event)
        case Unread(kind):
            unread(desk, kind)
        case Happened():
            happened(desk, event)
        case Due():
            yield from due(desk, event)
        case _:
            assert_never(event)


def _ladder(turn: Turn) -> Stage:
    """The clarification budget: the last rung brings a person (seeds/003, 5.4)."""
    yield from ()  # calls no tool
    desk = turn.desk
    if taken_over(desk):
        desk.session = altered(desk.session, rungs=0, lost=0, clarifying=False)
        return False
    rungs = desk.session.rungs + desk.rung if desk.frames else 0
    desk.session = altered(desk.session, rungs=rungs, lost=_lost(turn), clarifying=desk.rung > 0)
    most = desk.flows.thresholds.clarifications
    lost = (desk.rung > 0 and rungs >= most) or (desk.lost and desk.session.lost >= most)
    endless = desk.session.turns > desk.before.turns and desk.session.turns % MAX_TURNS == 0
    if not ((lost or endless) and desk.frames and HANDOFF in desk.flows.flows):
        return False
    desk.session = altered(desk.session, rungs=0, lost=0, clarifying=False)
    desk.effects = [effect for effect in desk.effects if not _asks_again(effect)]
    desk.clarified, desk.rung, desk.lost = False, 0, False
    begin(desk, HANDOFF, "not_understood" if lost else "too_long")
    return True


def _lost(turn: Turn) -> int:
    """How many messages in a row came to nothing; silence is none."""
    desk = turn.desk
    if not (desk.frames and isinstance(turn.event, Words | Tap)):
        return desk.session.lost if desk.frames else 0
    return in_vain(desk) if desk.lost else 0


def _asks_again(effect: Effect) -> bool:
    """A "say it differently" that a person makes needless."""
    return isinstance(effect, Say) and effect.phrase in {
        "talk.no_match",
        "talk.wrong_form",
        "talk.which",
        "talk.unavailable",
    }


def _answer(desk: Desk, event: Event) -> None:
    """Whoever speaks is answered, and what is asked stays in sight: no reply is a dead end.

    Only a person who has taken over, and messages that say nothing, are met with silence.
    """
    spoke = isinstance(event, Words | Tap) and not taken_over(desk)
    said = any(isinstance(effect, Say) for effect in desk.effects)
    if spoke and (not said or (desk.frames and desk.state(desk.top).kind in QUESTIONS)):
        desk.reask = True


def _unpark(desk: Desk) -> None:
    """Asides that waited above the frame that moved come back, in silence.

    Where that has ended, what works on the answers beneath ("which one shall I change?") is over.
    """
    if not desk.frames:
        desk.parked = [one for one in desk.parked if not of_beneath(desk.flows.flows[one.flow])]
    if not desk.parked:
        return
    if desk.frames:
        desk.frames.extend(desk.parked)
    else:
        desk.frames = [altered(desk.parked[0], how=How.TASK), *desk.parked[1:]]


def _frozen(desk: Desk, event: Event) -> Step:
    heard = isinstance(event, Words | Tap | Unread)
    last = desk.moves[-1].target if desk.moves else desk.session.last
    session = altered(
        desk.session,
        frames=tuple(desk.frames),
        timers=arm(desk, heard=heard),
        ended=desk.session.ended if not desk.frames else None,
        last=last,
    )
    return Step(session, tuple(desk.effects), tuple(desk.moves))


_STAGES: tuple[Callable[[Turn], Stage], ...] = (_take, _go_on, _ladder, _welcome)
"""What a turn consists of; whatever a stage sets going walks until it rests."""
