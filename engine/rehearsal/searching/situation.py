"""What tells two conversations of a search apart."""

from engine.explore.probes import looked_at
from engine.model.flow import FlowSet
from engine.model.value import Scalar, Value
from engine.rehearsal.staging.stage import Stage


def situation(stage: Stage) -> object:
    """What tells conversations apart: where they stand, and of values what rules look at."""
    session, flows = stage.session, stage.world.flows
    frames = tuple(
        (
            frame.flow,
            frame.step,
            tuple(
                read
                for name, content in sorted(frame.slots.items())
                if (read := _read(flows, name, content.value))
            ),
        )
        for frame in session.frames
    )
    return frames, None if frames else session.ended, session.turns == 0


def _read(flows: FlowSet, slot: str, value: Value) -> tuple[tuple[str, str, Scalar], ...]:
    return tuple(
        (slot, fact, value.facts.get(fact) if fact else value.value)
        for fact in sorted(looked_at(flows, slot))
    )
