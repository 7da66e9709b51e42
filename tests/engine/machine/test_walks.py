"""Random conversations over the shipped flows: money and holds keep their promises in all."""

from dataclasses import dataclass, field
from random import Random

import pytest

from engine.machine.working.resting import only_waits
from engine.model.effect import Run, Undo
from engine.model.event import Due, Happened, Tap, Words
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import ANYONE
from tests.engine.machine.scene import FACTS, FREE, PEOPLE, Salon, Scene

WALKS = 150
TURNS = 30
ACTS = (
    "affirm", "deny", "change", "skip", "repeat", "handoff", "stop", "cancel", "greeting",
    "thanks", "book", "other", "back",
)  # fmt: skip
OUTCOMES = ("cancelled", "refused", "settled")


@dataclass
class Watch:
    """What has been done in one conversation so far."""

    held: set[str] = field(default_factory=set)
    booked: set[str] = field(default_factory=set)
    pushes: int = 0
    yeses: int = 0
    paid: bool = False

    def see(self, scene: Scene) -> None:
        for effect in scene.effects:
            if isinstance(effect, Run):
                self._ran(effect)
            elif isinstance(effect, Undo):
                gone = {str(value.value) for value in effect.gave.values()}
                self.held -= gone
                self.booked -= gone

    def _ran(self, effect: Run) -> None:
        tool, gives = effect.call.tool, effect.answer.gives
        if tool == "tentatively_reserve":
            self.held.add(str(gives["hold"].value))
        elif tool == "confirm_booking":
            self.held.discard(_id(effect, "hold"))
            self.booked.add(str(gives["appointment"].value))
            assert self.yeses > 0, "booked without a yes"
        elif tool == "initiate_stk_push":
            self.pushes += 1
            assert self.pushes <= self.yeses, "a prompt without a yes of its own"


def _id(effect: Run, name: str) -> str:
    value = effect.call.args[name]
    return str(getattr(value, "value", value))


@pytest.mark.parametrize("seed", range(WALKS))
def test_every_walk_keeps_the_promises(flows: FlowSet, seed: int) -> None:
    random, scene, watch = Random(seed), Scene(Salon(flows)), Watch()  # noqa: S311 - a walk
    scene.facts = {**FACTS, "tenant.mpesa_enabled": random.random() < 0.8}
    for _ in range(TURNS):
        at_confirm = _at_confirm(scene)
        before = scene.state
        _act(random, scene, watch)
        if at_confirm and scene.state != before:
            watch.yeses += 1
        watch.see(scene)
        _promises(scene, watch)
        if not scene.session.frames:
            watch, scene.session = Watch(), Session("01T")
        elif _only_in_mind(scene):
            watch = Watch()


def _at_confirm(scene: Scene) -> bool:
    if not scene.session.frames:
        return False
    frame = scene.session.frames[-1]
    return scene.salon.flows.flows[frame.flow].states[frame.step].kind == "confirm"


def _only_in_mind(scene: Scene) -> bool:
    """Whether nothing is left but what was let go, in case it is wanted after all."""
    frames = scene.session.frames
    return len(frames) == 1 and only_waits(scene.salon.flows, frames[0])


def _promises(scene: Scene, watch: Watch) -> None:
    if not _only_in_mind(scene) and (scene.session.frames or scene.session.ended is None):
        return
    assert not watch.held, "a hold outlives its conversation"
    if scene.session.ended == "booked":
        assert len(watch.booked) == 1
        assert watch.paid or not watch.pushes, "booked unpaid though money was asked for"
    else:
        assert not watch.booked or watch.paid, "a booking outlives a conversation that was left"


def _act(random: Random, scene: Scene, watch: Watch) -> None:
    kind = random.random()
    if kind < 0.35 and scene.chips:
        scene.taps(random.choice(scene.chips))
    elif kind < 0.75:
        scene.meets(Words(_understanding(random)))
    elif kind < 0.85 and watch.pushes:
        outcome = random.choice(OUTCOMES)
        watch.paid |= outcome == "settled"
        scene.meets(Happened(f"initiate_stk_push.{outcome}"))
    elif kind < 0.90:
        scene.meets(Happened(random.choice(("notify_admin.handed_back", "notify_admin.closed"))))
    elif kind < 0.95 and scene.session.timers:
        armed = random.choice(scene.session.timers)
        scene.meets(Due(armed.frame, armed.step, armed.name))
    elif kind < 0.97:
        scene.salon.comes_to[random.choice(("tentatively_reserve", "confirm_booking"))] = "taken"
        scene.salon.comes_to = {
            tool: "lost" if tool == "confirm_booking" else "taken" for tool in scene.salon.comes_to
        }
        scene.says("other")
    else:
        scene.meets(Tap(random.randrange(20), random.choice(("act:affirm", f"time={FREE[0]}"))))


def _understanding(random: Random) -> Understanding:
    acts = (Act(random.choice(ACTS), random.choice((0.6, 0.95))),)
    mentions: list[Mention] = []
    if random.random() < 0.4:
        mentions.append(Mention("service", random.choice((*PEOPLE, "unknown")), 0.95))
    if random.random() < 0.3:
        who = random.choice(("anna", "mary", ANYONE))
        mentions.append(Mention("staff", who, 0.95, excluded=random.random() < 0.2))
    time = None
    if random.random() < 0.4:
        start = random.choice((*FREE, "2026-06-01T12:00", "2026-06-01"))
        grain = "minute" if "T" in start else "day"
        time = TimeHeard(TimeAction.RESOLVE, start, "day" if grain == "day" else "minute")
    return Understanding(acts, tuple(mentions), time, Language("en", 0.9, "en"))
