"""What a generated fixture is called: the way that it is there for; and what else it takes."""

from collections.abc import Iterator, Sequence

from engine.explore.transitions import Transition
from engine.model.flow import Duration, FlowSet, Timer
from engine.rehearsal.fixtures.write import span_text

LONGEST_NAME, LONGEST_NOTE = 80, 800
MAIN = frozenset({"next", "yes"})


def name_of(way: Transition, flows: FlowSet) -> str:
    """`booking_hold_taken_to_collect_slot`, `booking_confirm_silent_30m_to_abandoned`."""
    words = [way.flow, way.step, *_way(way, flows)]
    if way.target != way.step:
        words += ["to", way.target]
    return "_".join(words).replace(" ", "_")[:LONGEST_NAME]


def note_of(ways: Sequence[Transition], flows: FlowSet) -> str:
    """The further ways that it is the first to take; "" if there are none."""
    others = ", ".join(f"{one.flow}.{one.step} {' '.join(_way(one, flows))}" for one in ways[:-1])
    return f"Takes also {others}."[:LONGEST_NOTE] if others else ""


def _way(way: Transition, flows: FlowSet) -> Iterator[str]:
    state = flows.flows[way.flow].states[way.step]
    timer = next((one for one in state.timers if one.name == way.way), None)
    if timer is not None:
        yield _silence(timer, flows, way.flow)
    elif way.way not in MAIN:
        yield way.way


def _silence(timer: Timer, flows: FlowSet, flow: str) -> str:
    """`silent_30m`, `silent_voice_8s`: how long, if the flow itself says it."""
    span = timer.quiet or timer.after
    if span is not None and span.setting is not None:
        usual = flows.flows[flow].settings[span.setting].usually
        span = usual if isinstance(usual, Duration) else None
    heard = (
        "silent",
        timer.channel or "",
        span_text(span.seconds) if span and span.seconds else "",
    )
    return "_".join(filter(None, heard))
