"""Questions: flows that only answer, whatever else is open, and what they leave behind."""

from engine.machine.working.altered import altered
from engine.machine.working.desk import Desk
from engine.machine.working.resting import answered_in, answers_only, resting
from engine.model.flow import Flow, FlowSet
from engine.model.session import Frame
from engine.model.understanding import QUESTION, Act, Understanding
from engine.model.value import SlotValue, Source, Status, Value


def answered(desk: Desk) -> Frame | None:
    """The only open frame, if it is a flow that has answered and offers what comes next."""
    return answered_in(desk.flows, desk.frames)


def lobby(desk: Desk) -> bool:
    """Whether nothing is under way: no flow, the greeting, or an answer that was given."""
    return resting(desk.flows, desk.frames)


def carried(frame: Frame, flow: Flow) -> dict[str, SlotValue]:
    """What was asked about goes along: as a wish where it is asked for, else what lasts."""
    found: dict[str, SlotValue] = {}
    for name, content in frame.slots.items():
        slot = flow.slots.get(name)
        if slot is None or content.source is not Source.CUSTOMER:
            continue
        if slot.step:
            found[name] = altered(content, status=Status.WISH)
        elif slot.lasting:
            found[name] = altered(content, value=earlier(content.value))
    return found


def earlier(value: Value) -> Value:
    """A value that was said before the question, not in it."""
    return altered(value, facts={**value.facts, "earlier": True})


def asked(flows: FlowSet, acts: tuple[Act, ...]) -> tuple[str, float] | None:
    """The flow that only answers for which an act asks, and how surely it does."""
    sure = flows.thresholds.act
    for act in acts:
        name = flows.intents.get(act.name)
        if act.confidence >= sure and name and answers_only(flows, flows.flows[name]):
            return name, act.confidence
    return None


def wondered(flows: FlowSet, understanding: Understanding) -> str | None:
    """The flow that hears a question for which no act was found."""
    if {mention.type for mention in understanding.mentions} != {QUESTION}:
        return None
    for flow in flows.flows.values():
        hears = any(slot.heard and slot.type.name == QUESTION for slot in flow.slots.values())
        if hears and answers_only(flows, flow):
            return flow.name
    return None
