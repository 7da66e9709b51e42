"""A fixture played from its first turn to its end, each turn held against what is expected."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from engine.errors import RatibaError
from engine.machine.working.errors import Broken
from engine.machine.working.resting import only_waits
from engine.model.effect import Effect, Move
from engine.model.event import Words
from engine.model.facts import fact_kinds
from engine.model.flow import FlowSet
from engine.model.message import Button, Outbound
from engine.model.session import Session
from engine.model.value import Scalar, Status
from engine.rehearsal.fixtures.fixture import Fixture, Meanwhile, Taps, Turn, Waits
from engine.rehearsal.playing.compare import ended, missed
from engine.rehearsal.playing.promises import Watch
from engine.rehearsal.playing.report import Exchange, Fault, Played
from engine.rehearsal.staging.acting import event_of
from engine.rehearsal.staging.stage import Met, Stage, effects_of, moves_of, said_in, state_of
from engine.rehearsal.staging.world import CUSTOMER, World, about
from engine.render.context import RenderContext
from engine.render.replies import render


@dataclass(slots=True)
class _Scene:
    """What has been seen so far."""

    stage: Stage
    watch: Watch
    moves: set[Move] = field(default_factory=set)
    exchanges: list[Exchange] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    shown: list[tuple[Button, ...]] = field(default_factory=list)
    slots: dict[str, Scalar] = field(default_factory=dict)
    last: str = ""
    ended: str = ""


def play(world: World, fixture: Fixture) -> Played:
    """Play a fixture; a turn that cannot be played ends it."""
    began = perf_counter()
    stage = Stage.of(world, fixture)
    scene = _Scene(stage, Watch(stage.world.flows))
    whole = all(_turn(scene, turn) for turn in fixture.turns)
    if whole:
        scene.faults += ended(fixture, scene.ended, scene.stage.pushes)
    return Played(
        fixture=fixture,
        exchanges=tuple(scene.exchanges),
        faults=tuple(scene.faults),
        moves=frozenset(scene.moves),
        ended=scene.ended,
        pushes=scene.stage.pushes,
        ms=(perf_counter() - began) * 1000,
    )


def _turn(scene: _Scene, turn: Turn) -> bool:
    """Play one turn; False if it broke off."""
    try:
        met = tuple(_meet(scene, turn))
        exchange = _exchange(scene, turn, met)
    except (Broken, RatibaError, AssertionError) as error:
        scene.exchanges.append(Exchange(turn.act, turn.at))
        scene.faults.append(Fault(turn.at, "", "", " ".join(str(error).split())))
        return False
    scene.exchanges.append(exchange)
    scene.faults += missed(turn, exchange)
    broken = (word for one in met for word in scene.watch.broken(one))
    scene.faults += [Fault(turn.at, "promise", "always kept", word) for word in broken]
    return True


def _meet(scene: _Scene, turn: Turn) -> Iterator[Met]:
    stage = scene.stage
    if isinstance(turn.act, Meanwhile):
        stage.meanwhile(turn.act.facts)
        return
    if isinstance(turn.act, Waits):
        yield from stage.wait(turn.act.span)
        return
    old = isinstance(turn.act, Taps) and turn.act.old
    shown = scene.shown[-1 - old :][:1] if len(scene.shown) > old else []
    yield stage.meet(event_of(stage, turn.act, shown[0] if shown else ()))


def _exchange(scene: _Scene, turn: Turn, met: tuple[Met, ...]) -> Exchange:
    flows = scene.stage.world.flows
    for one in met:
        scene.moves.update(moves_of(one, flows))
        scene.last = one.step.moves[-1].flow if one.step.moves else scene.last
        scene.ended = one.step.session.ended or _kept_in_mind(flows, one) or scene.ended
    session = scene.stage.session
    if session.frames:
        scene.slots = dict(_slots(session))
    replies = [said for one in met for said in spoken(scene.stage, session, one.step.effects)]
    buttons = next((reply.buttons for reply in reversed(replies) if reply.buttons), ())
    if buttons:
        scene.shown.append(buttons)
    return Exchange(
        act=turn.act,
        at=turn.at,
        state=state_of(session),
        flow=session.frames[-1].flow if session.frames else scene.last,
        said=said_in(one.step for one in met),
        effects=effects_of(one.step for one in met),
        slots=tuple(scene.slots.items()),
        replies=tuple(reply.text for reply in replies),
        buttons=buttons,
        heard=_heard(met),
    )


def _kept_in_mind(flows: FlowSet, met: Met) -> str:
    """Where nothing is left open but what was let go: the step that keeps it in mind."""
    frames = met.step.session.frames
    alone = len(frames) == 1 and only_waits(flows, frames[0])
    return frames[0].step if alone and flows.flows[frames[0].flow].start.called else ""


def _heard(met: tuple[Met, ...]) -> str:
    words = [one.event.understanding for one in met if isinstance(one.event, Words)]
    return f"{words[-1].intent.name} {words[-1].intent.confidence:.2f}" if words else ""


def _slots(session: Session) -> Iterator[tuple[str, Scalar]]:
    """What is known, outer flows first."""
    for frame in session.frames:
        for name, held in frame.slots.items():
            if held.status is not Status.EMPTY:
                yield name, held.value.value


def spoken(stage: Stage, session: Session, effects: tuple[Effect, ...]) -> tuple[Outbound, ...]:
    """The words of a step, as the customer reads them.

    Raises:
        RatibaError: a phrase is missing, or prints what is not there.
    """
    host = stage.host
    local = stage.now.astimezone(stage.world.instant(stage.fixture.now).tzinfo)
    around = RenderContext(
        book=stage.world.book,
        tenant=host.tenant,
        locale=session.locale,
        channel=session.channel,
        now=local,
        thread_id=session.thread_id,
        customer={"phone": host.facts.get("customer.phone"), "name": CUSTOMER},
        about=about(host.facts),
        kinds=fact_kinds(stage.world.flows.tools.values()),
        terms=session.terms,
    )
    return render(effects, around)
