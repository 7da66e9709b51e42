"""Holds an extra beside the first hold: both stand for the same time, or nothing changes."""

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import required, text, whole
from tools.scheduling.bundle import share_of
from tools.scheduling.claims import renew
from tools.scheduling.holding import claim_of, hold_all
from tools.scheduling.option import Choice, first_choice


class ReservePair:
    """Holds the extra and renews the first hold, in the one transaction of the turn.

    Another outcome than `held` rolls that back: the first hold stands as it was.
    """

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Give the second hold, and the price of both."""
        if _choice(args) is None:
            return Answer("taken")
        together = required(args, "bundle")
        return Answer("held", gives={"extra_hold": Value("hold", turn.new_id()), "price": together})

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Take the extra's lanes; `lost`: the first hold is no longer ours."""
        choice = _choice(args)
        if choice is None:
            return "taken"
        if not await renew(tx, text(args, "hold"), turn.now):
            return "lost"
        extra, time = required(args, "extra"), required(args, "extra_time")
        price = share_of(whole(extra, "price"), _money(args, "apart"), _money(args, "bundle"))
        id_ = str(answer.gives["extra_hold"].value)
        claim = claim_of(turn, id_, extra, time, choice, price=price)
        return "held" if await hold_all(tx, turn, claim, choice) else "taken"


def _choice(args: Args) -> Choice | None:
    wanted = frozenset((text(args, "extra_person"),))
    return first_choice(required(args, "extra_time"), wanted, frozenset())


def _money(args: Args, name: str) -> int:
    return int(text(args, name))


HANDLER = ReservePair()
