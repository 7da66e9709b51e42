"""What may happen next in a conversation, as acts of a fixture: the graph says what is worth it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from engine.explore.examples import FREE, example
from engine.explore.probes import of_slot, value_of
from engine.explore.waits import asides, comes_to, said_anytime, taken_over
from engine.model.flow import Flow, FlowSet, Kind, SlotType, State
from engine.model.session import Chip  # noqa: TC001
from engine.model.understanding import Act as Spoken
from engine.model.understanding import Language, Mention, Understanding
from engine.model.value import Scalar, Value
from engine.rehearsal.fixtures.fixture import Act, Event, Says, Taps, Waits
from engine.rehearsal.fixtures.means import SURE
from engine.rehearsal.staging.stage import Stage, next_due

FEW_CHIPS = 2
"""Choices of a list that are tried: one, another for corrections; and the last one."""
WORDS: Mapping[str, str] = {
    "affirm": "yes", "deny": "no", "book": "I would like to book", "cancel": "I want to cancel",
    "reschedule": "I need to move my booking", "services": "What do you offer?",
    "hours": "When are you open?", "handoff": "I want to talk to a person", "stop": "stop",
    "change": "I want to change something", "skip": "skip", "repeat": "say that again",
    "restart": "start over", "back": "go back", "language": "another language please",
    "status": "when is my appointment?", "help": "what can you do?", "bot": "are you a robot?",
    "greeting": "hello", "thanks": "thank you", "opt_out": "do not write to me again",
    "opt_in": "send me reminders again",
    "wait": "give me a minute", "late": "I am running late",
    "admin": "show me the bookings", "other": "hm",
}  # fmt: skip


def says(act: str, **mentions: Scalar) -> Says:
    """An act in plain words, with what is understood pinned."""
    heard = tuple(Mention(kind, value, SURE) for kind, value in mentions.items())
    acts = (Spoken(act, SURE),) if act else ()
    words = " ".join((WORDS.get(act, act), *(str(value) for value in mentions.values()))).strip()
    return Says(words, Understanding(acts, heard, None, Language("en", 0.0, "en")))


def next_acts(stage: Stage) -> Iterator[Act]:
    """Everything worth trying where a conversation stands; the way on first."""
    if not stage.session.frames:
        yield from beginnings(stage)
        return
    frame = stage.session.frames[-1]
    flows = stage.world.flows
    flow = flows.flows[frame.flow]
    state = flow.states[frame.step]
    yield from _of_step(stage, flow, state)
    for below in reversed(stage.session.frames):
        yield from outcomes(stage, flows.flows[below.flow].states[below.step])
    if not taken_over(flows, state):
        yield from _spoken(stage)
    open_flows = {frame.flow for frame in stage.session.frames}
    for other in flows.flows.values():
        if other.start.ahead and other.name not in open_flows:
            yield from _started(stage, other)
    due = next_due(stage.session)
    if due is not None:
        yield Waits(due.due_at - stage.now)


def beginnings(stage: Stage) -> Iterator[Act]:
    """What begins a conversation: a task named, nothing named, something that happened."""
    flows = stage.world.flows
    for intent, name in flows.intents.items():
        yield says(intent)
        yield from _at_once(stage, intent, flows.flows[name])
    if flows.fallback:
        yield says("other")
    for flow in flows.flows.values():
        yield from _started(stage, flow)


def _at_once(stage: Stage, intent: str, flow: Flow) -> Iterator[Act]:
    """A task named together with one of its answers."""
    for slot in flow.slots.values():
        kind = slot.type.name
        for value in stage.world.samples.get(kind, ()) if slot.step else ():
            yield says(intent, **{kind: value.value})


def _started(stage: Stage, flow: Flow) -> Iterator[Act]:
    """The events that begin a flow; a time that is ahead brings along what it is a time of."""
    due = f"{flow.name}.due"
    for event in flow.start.events:
        if event != due:
            yield from _happens(stage.world.flows, event)
    if flow.start.ahead:
        yield Event(due, dict(_brought(stage, flow)))


def _brought(stage: Stage, flow: Flow) -> Iterator[tuple[str, Value]]:
    """What comes along with the time that is ahead: the thing it is a time of."""
    slot = flow.start.of.partition(".")[0]
    kind = flow.slots[slot].type.name if slot in flow.slots else slot
    lister = next((t for t in stage.world.flows.tools.values() if t.lists == kind), None)
    if lister is not None:
        yield slot, example(kind, lister, 1, stage.now)


def _of_step(stage: Stage, flow: Flow, state: State) -> Iterator[Act]:
    prompt = stage.session.prompt
    here = prompt is not None and prompt.frame == stage.session.frames[-1].uid
    chips: tuple[Chip, ...] = prompt.chips if prompt and here else ()
    values = [chip for chip in chips if "=" in chip.value and not chip.value.endswith("=*")]
    few = values if len(values) <= FEW_CHIPS else [*values[:FEW_CHIPS], values[-1]]
    for chip in (*few, *(chip for chip in chips if chip not in values)):
        yield Taps(chip.value)
    if state.kind is Kind.ASK:
        slot = flow.slots[state.what]
        yield from _answers(slot.type, offered=bool(values))
        if slot.optional:
            yield says("skip")
    if state.kind in {Kind.ASK, Kind.CONFIRM}:
        yield from _besides(stage, flow, state)


def _besides(stage: Stage, flow: Flow, state: State) -> Iterator[Act]:
    """An answer to a question of this flow that is not open."""
    for slot in flow.slots.values():
        if slot.step not in {None, state.id}:
            for value in stage.world.samples.get(slot.type.name, ())[-1:]:
                yield says("", **{slot.type.name: value.value})


def _answers(kind: SlotType, *, offered: bool) -> Iterator[Act]:
    """A free answer; one of a vertical's own form is the example that customers are shown."""
    free = kind.example if kind.like else FREE.get(kind.name)
    if not offered and free is not None:
        yield says("", **{kind.name: free})


def outcomes(stage: Stage, state: State) -> Iterator[Act]:
    """What may come of a late tool for which this step waits."""
    flows = stage.world.flows
    tool = flows.tools.get(state.what) if state.kind is Kind.DO else None
    if tool is None or not tool.late:
        return
    for outcome in comes_to(tool):
        yield from _happens(flows, f"{tool.name}.{outcome}")


def _happens(flows: FlowSet, event: str) -> Iterator[Act]:
    """An event, bare and with every fact that rules tell apart."""
    yield Event(event)
    tool = flows.tools.get(event.rpartition(".")[0])
    for slot, kind in tool.gives.items() if tool else ():
        for probe in of_slot(flows, slot):
            yield Event(event, {slot: value_of(probe, kind)})


def _spoken(stage: Stage) -> Iterator[Act]:
    """Acts that the open flows hear at any time, and those that begin an aside."""
    flows = stage.world.flows
    open_flows = [flows.flows[frame.flow] for frame in stage.session.frames]
    acts = (act for _, act, _ in said_anytime(open_flows))
    for act in dict.fromkeys((*acts, *asides(flows, open_flows))):
        yield says(act)


def in_minutes(waits: Waits) -> Waits:
    """A wait as a file can say it: whole seconds, rounded up."""
    seconds = -(-waits.span.total_seconds() // 1)
    return replace(waits, span=type(waits.span)(seconds=seconds))
