"""What a turn leaves in the logs, under the names that monitors watch."""

from typing import Protocol

import structlog

from engine.machine.step import state_name
from engine.model.effect import Move, Step
from engine.model.event import Event, Words
from engine.model.model_call import ModelCall
from engine.store.records import Conversation


class Witness(Protocol):
    """Hears of every committed turn: logs, counters, the `chat` window."""

    def turned(self, conversation: Conversation, event: Event, step: Step) -> None:
        """Take note of a turn that was committed."""
        ...


class LogWitness:
    """Writes `classifier` and `fsm.state_transition` lines."""

    def __init__(self) -> None:
        self._log = structlog.get_logger("turn")

    def turned(self, conversation: Conversation, event: Event, step: Step) -> None:
        """Take note of a turn that was committed."""
        log = self._log.bind(tenant=conversation.tenant.slug, thread=step.session.thread_id)
        if isinstance(event, Words):
            heard = event.understanding
            log.info(
                "classifier",
                intent=heard.intent.name,
                confidence=round(heard.intent.confidence, 2),
                lang=heard.language.label,
                source=heard.source,
            )
            for call in heard.calls:
                log.info("model.asked", **told(call))
        for source, target, move in transitions(step):
            log.info(
                "fsm.state_transition",
                flow=move.flow,
                state=f"{source} → {target}",
                trigger=move.trigger,
            )
        log.info("turn", state=state_name(step.session), effects=len(step.effects))


def told(call: ModelCall) -> dict[str, str | int | float]:
    """A call of a model, without a word of what was said."""
    return {
        "role": call.role,
        "model": f"{call.provider}/{call.model}",
        "prompt": call.prompt,
        "came": call.came,
        "cost_usd": round(call.cost_usd, 6),
        "ms": call.ms,
    }


def transitions(step: Step) -> list[tuple[str, str, Move]]:
    """The moves that changed state, in upper case; a flow that begins does so where we stood."""
    shown: list[tuple[str, str, Move]] = []
    stood = "IDLE"
    for move in step.moves:
        source, target = move.source.upper() or stood, move.target.upper()
        if source != target:
            shown.append((source, target, move))
        stood = target
    return shown
