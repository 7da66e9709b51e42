"""Holds a time: the person who will serve, and what the service needs beside them."""

from datetime import timedelta

from engine.model.handler import Args, TurnContext, WriteGate
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import named, optional, required, text, whole
from tools.scheduling.claims import Claim, hold, hold_lane
from tools.scheduling.day import local_instant
from tools.scheduling.option import Choice, first_choice


class TentativelyReserve:
    """Holds an opening for five minutes."""

    def plan(self, turn: TurnContext, args: Args) -> Answer:
        """Choose who serves, and quote the price; "anyone" is the first who is free."""
        choice = _choice(args)
        if choice is None:
            return Answer("taken")
        price = whole(required(args, "service"), "price")
        return Answer(
            "held",
            gives={
                "hold": Value("hold", turn.new_id()),
                "person": Value("staff", choice.id, {"": choice.name}),
                "price": Value("money", price),
            },
        )

    async def write(self, tx: WriteGate, turn: TurnContext, args: Args, answer: Answer) -> str:
        """Take every lane, a second choice of a room where somebody was quicker."""
        choice = _choice(args)
        if choice is None:
            return "taken"
        claim = _claim(turn, args, answer, choice)
        got = await hold(tx, claim, turn.now)
        if choice.id not in got:
            return "taken"
        for kind in choice.place.lanes:
            if kind[0] not in got and not await hold_lane(tx, claim, kind[1:], turn.now):
                return "taken"
        return "held"


def _choice(args: Args) -> Choice | None:
    staff, wanted = optional(args, "staff"), named(args, "staff")
    unwanted = str(staff.facts.get("excluded", "")).split(",") if staff else []
    return first_choice(
        required(args, "time"), frozenset(filter(None, (wanted,))), frozenset(unwanted)
    )


def _claim(turn: TurnContext, args: Args, answer: Answer, choice: Choice) -> Claim:
    service = required(args, "service")
    starts = local_instant(text(args, "time"), turn.tenant.zone)
    ends = starts + timedelta(minutes=whole(service, "minutes"))
    return Claim(
        id=str(answer.gives["hold"].value),
        thread=turn.thread_id,
        customer=turn.customer_id,
        phone=turn.phone,
        service=str(service.value),
        staff=choice.id,
        branch=choice.place.branch,
        starts_at=starts,
        ends_at=ends,
        blocks_from=starts - timedelta(minutes=whole(service, "buffer_before", 0)),
        blocks_to=ends + timedelta(minutes=whole(service, "buffer_after", 0)),
        price=whole(service, "price"),
        lanes=(choice.id, *(kind[0] for kind in choice.place.lanes)),
    )


HANDLER = TentativelyReserve()
