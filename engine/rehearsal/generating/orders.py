"""Conversations that every task must lead: answers in any order, a correction, a digression."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from engine.explore.examples import FREE
from engine.model.flow import Flow, Kind, Slot
from engine.model.session import Session
from engine.model.understanding import Act as Spoken
from engine.model.understanding import Language, Mention, TimeAction, TimeHeard, Understanding
from engine.model.value import ANYONE, Scalar, Status
from engine.rehearsal.fixtures.fixture import Act, Event, Says, Taps
from engine.rehearsal.fixtures.means import SURE
from engine.rehearsal.searching.moves import WORDS, says
from engine.rehearsal.searching.trying import tried
from engine.rehearsal.staging.stage import Stage

MOST_ORDERS = 24
MOST_STEPS = 12
MOST_TRIED = 4
OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Told:
    """A conversation worth writing down, with what it shows."""

    name: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Straight:
    """The straight way through a flow.

    Attributes:
        acts: one a wait, and where it then stood.
        answers: what was given to each asked slot. others: another choice, where there is one.
    """

    acts: tuple[Act, ...]
    stages: tuple[Stage, ...]
    answers: Mapping[str, tuple[str, Scalar]]
    others: Mapping[str, tuple[str, Scalar]]


def every_way(stage: Stage, flow: Flow, asides: Sequence[str]) -> Iterator[Told]:
    """Orders, corrections and digressions of one task.

    Args:
        stage: a fresh conversation.
        flow: a task that an intent begins.
        asides: intents and acts that lie over a task and come back.
    """
    straight = max(
        (_straight(stage, flow, number) for number in range(MOST_TRIED)),
        key=lambda one: (len(one.answers), len(one.others)),
    )
    yield from _orders(flow, straight)
    yield from _corrections(flow, straight)
    yield from _digressions(flow, straight, asides)


def _straight(stage: Stage, flow: Flow, number: int) -> Straight:
    """Begin the flow and take the first choice everywhere, until it ends or only waits.

    Args:
        stage: a fresh conversation.
        flow: what is begun.
        number: which choice of the first question: some lead past more questions than others.
    """
    acts: list[Act] = [says(flow.start.intents[0])]
    stages: list[Stage] = []
    answers: dict[str, tuple[str, Scalar]] = {}
    others: dict[str, tuple[str, Scalar]] = {}
    here = stage
    for _ in range(MOST_STEPS):
        done = tried(here, acts[-1])
        if done is None:
            acts.pop()
            break
        here = done[0]
        stages.append(here)
        further = _first(here, answers, others, 0 if answers else number)
        if further is None:
            break
        acts.append(further)
    return Straight(tuple(acts[: len(stages)]), tuple(stages), answers, others)


def _first(
    here: Stage,
    answers: dict[str, tuple[str, Scalar]],
    others: dict[str, tuple[str, Scalar]],
    number: int,
) -> Act | None:
    """The first choice of an open question; a yes; the main outcome of what comes late."""
    if not here.session.frames:
        return None
    frame = here.session.frames[-1]
    flow = here.world.flows.flows[frame.flow]
    state = flow.states[frame.step]
    if state.kind is Kind.ASK:
        return _answered(here.session, flow.slots[state.what], answers, others, number)
    if state.kind is Kind.DO:
        tool = here.world.flows.tools[state.what]
        return None if tool.takes_over else Event(f"{tool.name}.{tool.main}")
    chips = here.session.prompt.chips if here.session.prompt else ()
    return Taps(chips[0].value) if chips else None


def _answered(
    session: Session,
    slot: Slot,
    answers: dict[str, tuple[str, Scalar]],
    others: dict[str, tuple[str, Scalar]],
    number: int,
) -> Act | None:
    kind = slot.type.name
    chips = session.prompt.chips if session.prompt else ()
    values = [c.value.partition("=")[2] for c in chips if c.value.startswith(f"{slot.name}=")]
    real = [value for value in values if value != ANYONE]
    if real:
        picked, *rest = real[number % len(real) :] + real[: number % len(real)]
        answers[slot.name] = (kind, picked)
        if rest:
            others[slot.name] = (kind, rest[0])
        return Taps(f"{slot.name}={picked}")
    free = slot.type.example if slot.type.like else FREE.get(kind)
    if free is None:
        return None
    answers[slot.name] = (kind, free)
    return says("", **{kind: free})


def _orders(flow: Flow, straight: Straight) -> Iterator[Told]:
    """Every order of giving the answers, one at a time, and all of them at once."""
    asked = [name for name, slot in flow.slots.items() if slot.step and name in straight.answers]
    intent = flow.start.intents[0]
    for number, order in enumerate(permutations(asked)):
        if number >= MOST_ORDERS or not order:
            break
        given = [straight.answers[name] for name in order]
        first = answer(intent, given[:1])
        rest = tuple(answer("", [one]) for one in given[1:])
        yield Told(f"{flow.name}_order_{'_'.join(order)}", (first, *rest))
    if asked:
        everything = answer(intent, [straight.answers[name] for name in asked])
        yield Told(f"{flow.name}_all_at_once", (everything,))


def _corrections(flow: Flow, straight: Straight) -> Iterator[Told]:
    """At each step where one waits, each answer that was given is given otherwise."""
    for number, stage in enumerate(straight.stages):
        for name, other in straight.others.items():
            if _stands(stage, flow, name):
                step = stage.session.frames[-1].step
                acts = (*straight.acts[: number + 1], answer("", [other]))
                yield Told(f"{flow.name}_at_{step}_other_{name}", acts)


def _stands(stage: Stage, flow: Flow, name: str) -> bool:
    frames = [frame for frame in stage.session.frames if frame.flow == flow.name]
    held = frames[-1].slots.get(name) if frames else None
    return held is not None and held.status not in {Status.EMPTY, Status.WISH}


def _digressions(flow: Flow, straight: Straight, asides: Sequence[str]) -> Iterator[Told]:
    """At each step where one waits, every aside that comes back to it, one after the other.

    What leads away is a way of the step, and taken where ways are.
    """
    for number, stage in enumerate(straight.stages):
        if not stage.session.frames:
            continue
        step, before = stage.session.frames[-1].step, straight.acts[: number + 1]
        back, here = list[Act](), stage
        for act in asides:
            begun = tried(here, says(act))
            if begun is None or begun[0].session.frames[-1:] == here.session.frames[-1:]:
                continue
            acts = (says(act), *_back(begun[0]))
            there = _after(begun[0], acts[1:])
            if there and _spots(there) == _spots(stage) and _known(there) == _known(stage):
                back += acts
                here = there
        if back:
            yield Told(f"{flow.name}_at_{step}_asides", (*before, *back))


def _after(stage: Stage, acts: Sequence[Act]) -> Stage | None:
    for act in acts:
        done = tried(stage, act)
        if done is None:
            return None
        stage = done[0]
    return stage


def _spots(stage: Stage) -> tuple[tuple[str, str], ...]:
    return tuple((frame.flow, frame.step) for frame in stage.session.frames)


def _known(stage: Stage) -> list[tuple[str, Scalar]]:
    return [(n, c.value.value) for frame in stage.session.frames for n, c in frame.slots.items()]


def _back(stage: Stage) -> tuple[Act, ...]:
    """How the aside comes back: by what it waits for, else it has come back already."""
    if not stage.session.frames:
        return ()
    flows = stage.world.flows
    frame = stage.session.frames[-1]
    state = flows.flows[frame.flow].states[frame.step]
    tool = flows.tools.get(state.what) if state.kind is Kind.DO else None
    return (Event(f"{tool.name}.{tool.main}"),) if tool and tool.late else ()


def answer(act: str, given: Sequence[tuple[str, Scalar]]) -> Says:
    """An act with answers, in words and as they are understood."""
    mentions = tuple(Mention(k, v, SURE) for k, v in given if k != OPENING)
    times = [str(value) for kind, value in given if kind == OPENING]
    at = TimeHeard(TimeAction.RESOLVE, times[0], "minute", confidence=SURE) if times else None
    words = " ".join(str(value).replace("_", " ") for _, value in given)
    spoken = (Spoken(act, SURE),) if act else ()
    heard = Understanding(spoken, mentions, at, Language("en", 0.0, "en"))
    return Says(f"{WORDS.get(act, '')} {words}".strip() or words, heard)
