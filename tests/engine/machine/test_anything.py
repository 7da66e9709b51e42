"""Anything that may be said, tapped or happen, over every shipped flow: the engine goes on."""

from dataclasses import dataclass, field
from random import Random

import pytest

from engine.machine.working.desk import MAX_FRAMES
from engine.model.builtin import TURN_FAILED
from engine.model.event import Due, Event, Happened, Tap, Unread, Words
from engine.model.flow import FlowSet
from engine.model.session import Session
from engine.model.tool import FAILED, Answer, Call, ToolDefinition
from engine.model.understanding import (
    ACTS,
    INTENTS,
    Act,
    Language,
    Mention,
    TimeAction,
    TimeHeard,
    Understanding,
)
from engine.model.value import ANYONE, Scalar, Value
from tests.engine.machine.scene import FACTS, Salon, Scene

WALKS = 250
TURNS = 40
TIMES = ("2026-06-01", "2026-06-01T09:00", "2026-06-01T15:00", "2026-06-02T11:00")
WORDS: dict[str, tuple[Scalar, ...]] = {
    "service": ("haircut", "swedish", "unknown"),
    "staff": ("anna", "mary", ANYONE),
    "language": ("en", "sw", "french"),
    "phone": ("+254712345678",),
    "text": ("because", "too far"),
    "number": (1, 5),
}


@dataclass
class Anywhere(Salon):
    """A business in which anything may come of anything."""

    random: Random = field(default_factory=lambda: Random(0))  # noqa: S311 - a walk

    def answer(self, call: Call) -> Answer:
        tool = self.flows.tools[call.tool]
        if tool.lists:
            return self._list(call, tool.lists)
        others = (*tool.outcomes[1:], FAILED)
        if others and self.random.random() < 0.15 and not tool.late:
            return Answer(self.random.choice(others))
        return Answer("" if tool.late else tool.main, self._gives(tool))

    def _list(self, call: Call, kind: str) -> Answer:
        if self.random.random() < 0.05:
            return Answer(FAILED)
        count = self.random.choice((0, 1, 1, 3, 12))
        options = tuple(self._thing(kind) for _ in range(count))
        wish = call.args.get("wish")
        wanted = wish.value if isinstance(wish, Value) else None
        exact = next((one for one in options if one.value == wanted), None)
        if exact is None and wanted is not None and self.random.random() < 0.6:
            exact = Value(kind, wanted, {"": str(wanted)}, {"price": 1500})
        said: dict[str, Scalar] = {} if exact or self.random.random() < 0.5 else {"why": "full"}
        return Answer("done", options=options, exact=exact, said=said)

    def _gives(self, tool: ToolDefinition) -> dict[str, Value]:
        return {
            name: self._thing(kind)
            for name, kind in tool.gives.items()
            if name not in tool.maybe or (self.phone if name == "phone" else True)
        }

    def _thing(self, kind: str) -> Value:
        facts: dict[str, Scalar] = {"price": 1500, "prompts": self.random.randrange(1, 5)}
        value = self.random.choice(TIMES[1:] if kind == "opening" else ("one", "two", 3000))
        return Value(kind, value, {"": str(value)}, facts)


@pytest.mark.parametrize("seed", range(WALKS))
def test_no_walk_breaks(flows: FlowSet, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a walk
    phone = random.choice((None, "+254712345678"))
    scene = Scene(Anywhere(flows, phone, random=random))
    scene.facts = {
        **FACTS,
        "tenant.mpesa_enabled": random.random() < 0.7,
        "customer.phone": phone,
        "dials.cross_sell_aggressiveness": random.choice((0.0, 0.9)),
    }
    shown: list[Tap] = []
    for _ in range(TURNS):
        scene.meets(_event(random, scene, shown))
        opened = scene.session.prompt
        shown += [Tap(opened.id, chip.value) for chip in opened.chips] if opened else []
        _holds(scene)
        if not scene.session.frames:
            scene.session, shown = Session("01T"), []


def _holds(scene: Scene) -> None:
    session = scene.session
    names = [frame.flow for frame in session.frames]
    assert len(names) == len(set(names)) <= MAX_FRAMES
    assert session.rungs < scene.salon.flows.thresholds.clarifications
    for frame in session.frames[-1:]:
        state = scene.salon.flows.flows[frame.flow].states[frame.step]
        assert state.waits, "rests where nothing can happen"
        assert any(timer.frame == frame.uid for timer in session.timers) or frame.fired


def _event(random: Random, scene: Scene, shown: list[Tap]) -> Event:
    kind = random.random()
    opened = scene.session.prompt
    if kind < 0.35 and opened and opened.chips:
        return Tap(opened.id, random.choice(opened.chips).value)
    if kind < 0.42 and shown:
        return random.choice(shown)
    if kind < 0.55 and scene.session.timers:
        due = random.choice(scene.session.timers)
        return Due(due.frame, due.step, due.name)
    if kind < 0.68:
        return Happened(_news(random, scene.salon.flows))
    if kind < 0.70:
        return Unread("image")
    return Words(_understanding(random))


def _news(random: Random, flows: FlowSet) -> str:
    late = [f"{t.name}.{one}" for t in flows.tools.values() if t.late for one in t.outcomes]
    starts = [event for flow in flows.flows.values() for event in flow.start.events]
    return random.choice([*late, *starts, TURN_FAILED, "nobody.knows"])


def _understanding(random: Random) -> Understanding:
    named = random.sample((*ACTS, *INTENTS), random.choice((0, 1, 1, 2)))
    acts = tuple(Act(name, random.choice((0.6, 0.95, 0.95))) for name in named)
    kinds = random.sample(sorted(WORDS), random.choice((0, 0, 1, 2)))
    mentions = tuple(
        Mention(kind, random.choice(WORDS[kind]), random.choice((0.5, 0.75, 0.95)))
        for kind in kinds
    )
    time = None
    if random.random() < 0.3:
        at = random.choice(TIMES)
        time = TimeHeard(TimeAction.RESOLVE, at, "minute" if "T" in at else "day")
    language = random.choice((Language("en", 0.9, "en"), Language("sw", 0.9, "sw")))
    return Understanding(acts, mentions, time, language)
