"""Random conversations with real values never stand where the prover says none can."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random

import pytest

from engine.machine.step import step
from engine.model.effect import Step
from engine.model.event import Due, Event, Happened, Tap, Words
from engine.model.flow import FlowSet
from engine.model.session import How, Session
from engine.model.tool import Answer, Call
from engine.model.understanding import Act, Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import ANYONE, Scalar, Value
from engine.proof.explore import BLANK, Explorer
from engine.proof.oracle import Oracle
from engine.proof.roots import BLANK_KEPT, beginnings
from engine.proof.situation import Abstraction, Key
from engine.proof.switches import prepared
from tests.proof.small import flows

WALKS, TURNS = 120, 25
NOW = datetime(2026, 6, 1, 8, tzinfo=UTC)
SERVICES, PEOPLE = ("cut", "braids", "talk"), ("anna", "mary")
TIMES = ("2026-06-02T09:00", "2026-06-02T10:00", "2026-06-03T11:00")
ACTS = ("affirm", "declined", "book", "stop", "skip", "another_person", "other")


@dataclass
class House:
    """Answers calls by chance, with values as a salon has them."""

    random: Random
    flows: FlowSet
    made: int = 0
    facts: dict[str, Scalar] = field(default_factory=dict)

    def answer(self, call: Call) -> Answer:
        tool = self.flows.tools[call.tool]
        if tool.lists:
            return self._listed(tool.lists, call)
        outcomes = ("", *tool.outcomes[1:]) if tool.late else tool.outcomes
        outcome = self.random.choice((*outcomes, *(outcomes[:1] * 3)))
        if outcome not in {"", tool.main}:
            return Answer(outcome)
        return Answer(
            outcome,
            {
                name: self._value(kind, verified=name in tool.verified)
                for name, kind in tool.gives.items()
                if name not in tool.maybe or self.random.random() < 0.5
            },
        )

    def _listed(self, kind: str, call: Call) -> Answer:
        known = {"service": SERVICES, "staff": PEOPLE, "opening": TIMES}[kind]
        some = self.random.sample(known, self.random.randint(0, len(known)))
        options = tuple(
            self._service(one) if kind == "service" else Value(kind, one) for one in some
        )
        wish = call.args.get("wish")
        wanted = wish.value if isinstance(wish, Value) else None
        exact = next((one for one in options if one.value == wanted), None)
        return Answer("done", options=options, exact=exact)

    def _service(self, name: str) -> Value:
        return Value("service", name, facts={"price": 0 if name == "talk" else 900})

    def _value(self, kind: str, *, verified: bool) -> Value:
        self.made += 1
        return Value(
            kind,
            f"{kind}{self.made}",
            facts={"prompts": self.random.randint(1, 4), "verified": verified},
        )


def walk(random: Random, found: FlowSet) -> Iterator[Session]:
    """Every rest of one conversation."""
    house = House(random, found)
    house.facts = {"tenant.mpesa_enabled": random.random() < 0.7}
    session = Session("walk")
    for _ in range(TURNS):
        running = step(found, session, event(random, session), house.facts, NOW)
        session = replace(played(running, house).session, rungs=0)
        yield session
        if not session.frames:
            session = Session("walk")


def played(running: "object", house: House) -> Step:
    try:
        call = next(running)  # type: ignore[call-overload]
        while True:
            call = running.send(house.answer(call))  # type: ignore[attr-defined]
    except StopIteration as stop:
        done: Step = stop.value
        return done


def event(random: Random, session: Session) -> Event:
    kind = random.random()
    chips = session.prompt.chips if session.prompt else ()
    if kind < 0.3 and chips and session.prompt:
        return Tap(session.prompt.id, random.choice(chips).value)
    if kind < 0.45 and session.timers:
        armed = random.choice(session.timers)
        return Due(armed.frame, armed.step, armed.name)
    if kind < 0.6 and session.frames:
        return Happened(f"push.{random.choice(('settled', 'refused'))}")
    return Words(words(random))


def words(random: Random) -> Understanding:
    acts = (Act(random.choice(ACTS), 0.95),) if random.random() < 0.7 else ()
    mentions: list[Mention] = []
    if random.random() < 0.4:
        mentions.append(Mention("service", random.choice(SERVICES), random.choice((0.5, 0.95))))
    if random.random() < 0.3:
        mentions.append(Mention("staff", random.choice((*PEOPLE, ANYONE)), 0.95))
    if random.random() < 0.3:
        mentions.append(Mention("phone", f"+2547{random.randint(0, 2)}0000000", 0.95))
    time = None
    if random.random() < 0.4:
        start = random.choice((*TIMES, "2026-06-02"))
        time = TimeHeard(TimeAction.RESOLVE, start, "minute" if "T" in start else "day")
    return Understanding(acts, tuple(mentions), time, Language("en", 0.9, "en"))


@pytest.fixture(scope="module")
def small() -> FlowSet:
    found = flows()
    assert isinstance(found, FlowSet), found
    return found


@pytest.fixture(scope="module")
def reached(small: FlowSet) -> frozenset[tuple[Key, ...]]:
    """The stacks of every situation that the prover knows."""
    ready = prepared(small)
    every: set[tuple[Key, ...]] = set()
    for root in ("visit", "start"):
        explorer = Explorer(ready, root)
        explorer.begin(BLANK, BLANK_KEPT, beginnings(small, root))
        explorer.explore()
        places = (place for place in explorer.found.places if place.session.frames)
        every |= {explorer.situations.frames(place.session) for place in places}
    return frozenset(every)


@pytest.mark.parametrize("seed", range(WALKS))
def test_no_walk_leaves_what_was_proved(
    small: FlowSet, reached: frozenset[tuple[Key, ...]], seed: int
) -> None:
    situations = Abstraction(small, Oracle(prepared(small)))
    for session in walk(Random(seed), small):  # noqa: S311 - a walk
        if session.frames and all(frame.how is not How.ASIDE for frame in session.frames):
            assert situations.frames(session) in reached
