"""Hears of the turns that the worker commits, to show them beside the bubbles."""

from dataclasses import dataclass, field

from engine.model.effect import Step
from engine.model.event import Event, Words
from engine.runtime.witness import LogWitness
from engine.store.records import Conversation


@dataclass(slots=True)
class Watch:
    """Implements `engine.runtime.witness.Witness`; logs as the worker would."""

    customer_id: str
    heard: str = ""
    states: list[str] = field(default_factory=list)
    _log: LogWitness = field(default_factory=LogWitness)

    def turned(self, conversation: Conversation, event: Event, step: Step) -> None:
        """Take note of a turn that was committed."""
        self._log.turned(conversation, event, step)
        if conversation.customer_id != self.customer_id:
            return
        if isinstance(event, Words):
            intent, language = event.understanding.intent, event.understanding.language
            self.heard = f"{intent.name} {intent.confidence:.2f} {language.label}"
        for move in step.moves:
            for state in ((move.source or "").upper(), move.target.upper()):
                if state and state not in self.states[-1:]:
                    self.states.append(state)

    def take(self) -> tuple[str, tuple[str, ...]]:
        """Give what was heard and passed since the last time."""
        taken = self.heard, tuple(self.states)
        self.heard, self.states = "", []
        return taken
