"""A model that sums up a briefing; implements `engine.llm.ports.Summarizer`."""

from dataclasses import dataclass

from engine.llm.asker import Asker, NoAnswer
from engine.llm.config import SUMMARIZER
from engine.llm.ports import Rephrased
from engine.llm.texts import FORM


@dataclass(frozen=True, slots=True)
class ModelSummarizer:
    """Puts a briefing to whoever plays the role."""

    asker: Asker

    async def sum_up(self, card: str, business: str) -> Rephrased:
        """Ask for two sentences, within the role's time; nothing is ever raised."""
        answer = await self.asker.ask(SUMMARIZER, {"card": card, "business": business}, FORM)
        if isinstance(answer, NoAnswer):
            return Rephrased(None, answer.calls)
        return Rephrased(" ".join(answer.content.text.split()), answer.calls)
