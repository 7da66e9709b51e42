"""A hold taken whole: the person, and a lane of each kind of resource."""

from datetime import timedelta

from engine.model.handler import TurnContext, WriteGate
from engine.model.value import Value
from tools.args import whole
from tools.scheduling.claims import Claim, hold, hold_lane
from tools.scheduling.day import local_instant
from tools.scheduling.option import Choice


def claim_of(
    turn: TurnContext, id_: str, service: Value, time: Value, choice: Choice, *, price: int
) -> Claim:
    """Make the claim that an opening means for the person who was chosen.

    Args:
        turn: of the customer who holds it.
        id_: of the appointment.
        service: with its minutes and buffers.
        time: the opening.
        choice: who serves, and where.
        price: the quote, whole shillings.
    """
    starts = local_instant(str(time.value), turn.tenant.zone)
    ends = starts + timedelta(minutes=whole(service, "minutes"))
    return Claim(
        id=id_,
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
        price=price,
        lanes=(choice.id, *(kind[0] for kind in choice.place.lanes)),
    )


async def hold_all(tx: WriteGate, turn: TurnContext, claim: Claim, choice: Choice) -> bool:
    """Take every lane, a second choice of a room where somebody was quicker.

    Returns:
        Whether all was got; if not, the caller's transaction must not commit.
    """
    got = await hold(tx, claim, turn.now)
    if choice.id not in got:
        return False
    for kind in choice.place.lanes:
        if kind[0] not in got and not await hold_lane(tx, claim, kind[1:], turn.now):
            return False
    return True
