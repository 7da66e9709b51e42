"""Answers a question about the business."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from tools.catalog.read import read_catalogue
from tools.knowledge.answers import answer
from tools.knowledge.asked import asked
from tools.knowledge.snippets import read_snippets


class AnswerQuestion:
    """Reads the catalogue and the facts, both kept in memory."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Say what kind of answer it is and what it names; `unknown` where nothing is known."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        snippets = await read_snippets(turn.read, turn.tenant)
        return answer(asked(args, catalogue), catalogue, snippets)


HANDLER = AnswerQuestion()
