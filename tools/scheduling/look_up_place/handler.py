"""Where it will be: the room, bay or chair that is kept for a time."""

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import text
from tools.scheduling.place import KEPT


class LookUpPlace:
    """Reads which lanes were really got: somebody quicker may have had the first choice."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer; `none` if a place was kept and somebody else has it meanwhile."""
        rows = await turn.read.fetch_all(KEPT, {"id": text(args, "hold")})
        ours = [(id_, name) for id_, name, live in rows if live]
        if rows and not ours:
            return Answer("none")
        if not ours:
            return Answer("found")
        names = ", ".join(name for _, name in ours)
        return Answer("found", gives={"place": Value("place", ours[0][0], {"": names})})


HANDLER = LookUpPlace()
