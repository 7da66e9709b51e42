"""Finds what may be offered beside a booking: one service, directly after or before it."""

from datetime import date, datetime, timedelta
from typing import LiteralString

from engine.model.handler import Args, TurnContext
from engine.model.tool import Answer
from engine.model.value import Value
from tools.args import required, text, whole
from tools.catalog.model import Catalogue, Service, Span
from tools.catalog.read import read_catalogue
from tools.catalog.values import service_value, staff_value
from tools.scheduling.beside import WAIT, Beside, First, beside, offered
from tools.scheduling.bundle import discounted
from tools.scheduling.day import ceil_minute, epoch_minute, local_day, local_instant
from tools.scheduling.openings import Question, lanes_of
from tools.scheduling.option import opening_value
from tools.scheduling.taken import read_taken

CUSTOMER: LiteralString = """
SELECT service_id, (extract(epoch FROM starts_at) / 60)::int8,
       (extract(epoch FROM ends_at) / 60)::int8
  FROM {t}.appointments
 WHERE customer_id = %(customer)s AND status IN ('pending', 'confirmed')
   AND starts_at > %(first)s AND starts_at < %(last)s
"""
"""What the customer has booked around that day: none of it is offered again, nor overlapped."""
AROUND = timedelta(days=1)
OWN_HOLDS_COUNT = ""
"""No thread's holds are looked through: the first one stands in the way of the second."""


class FindAdjacentOpening:
    """Offers what goes with the booked service, or `none`."""

    async def answer(self, turn: TurnContext, args: Args) -> Answer:
        """Answer with at most two reads, and none where nothing goes with the service."""
        catalogue = await read_catalogue(turn.read, turn.tenant)
        service = catalogue.services.get(text(args, "service"))
        first = _first(turn, args, catalogue, service) if service else None
        if service is None or first is None or whole(required(args, "service"), "price") == 0:
            return Answer("none")
        found = await _look(turn, catalogue, list(offered(catalogue, service)), first, args)
        return _offer(catalogue, found, args) if found else Answer("none")


def _first(turn: TurnContext, args: Args, catalogue: Catalogue, service: Service) -> First | None:
    person = next((one for one in catalogue.people if one.id == text(args, "person")), None)
    if person is None:
        return None
    start = epoch_minute(local_instant(text(args, "time"), turn.tenant.zone))
    end = start + service.minutes
    blocks = (start - service.buffer_before, end + service.buffer_after)
    return First(start, end, blocks, person)


async def _look(
    turn: TurnContext, catalogue: Catalogue, wanted: list[Service], first: First, args: Args
) -> Beside | None:
    """Take the first of the services that has an opening beside the booked one."""
    if not wanted:
        return None
    zone = turn.tenant.zone
    on = date.fromisoformat(text(args, "time").partition("T")[0])
    day = local_day(on, zone, catalogue.terms.interval)
    mine = await _of_customer(turn, on)
    lanes = {
        lane for one in wanted for lane in lanes_of(catalogue, one, catalogue.eligible(one.id))
    }
    (busy,) = await read_taken(
        turn.read, lanes, [day], margin=_margin(wanted), now=turn.now, thread=OWN_HOLDS_COUNT
    )
    earliest = ceil_minute(turn.now + timedelta(minutes=catalogue.terms.notice))
    for service in wanted:
        if all(booked != service.id for booked, _ in mine):
            question = Question(catalogue, service, day, busy, earliest)
            found = beside(question, first, [span for _, span in mine])
            if found:
                return found
    return None


def _margin(services: list[Service]) -> int:
    """Minutes by which any of them may reach beyond the day."""
    return WAIT + max(one.minutes + one.buffer_before + one.buffer_after for one in services)


async def _of_customer(turn: TurnContext, on: date) -> list[tuple[str, Span]]:
    midnight = local_instant(
        datetime.combine(on, datetime.min.time()).isoformat(), turn.tenant.zone
    )
    around = {"first": midnight - AROUND, "last": midnight + 2 * AROUND}
    rows = await turn.read.fetch_all(CUSTOMER, {"customer": turn.customer_id, **around})
    return [(service, (start, end)) for service, start, end in rows]


def _offer(catalogue: Catalogue, found: Beside, args: Args) -> Answer:
    time = opening_value(found.free, found.label, found.service.needs)
    before = str(time.value) < text(args, "time")
    apart = whole(required(args, "service"), "price") + found.service.price_kes
    together = discounted(apart, catalogue.terms.bundle_discount)
    return Answer(
        "found",
        gives={
            "extra": service_value(found.service, catalogue),
            "extra_time": Value(
                time.type, time.value, time.names, {**time.facts, "before": before}
            ),
            "extra_person": staff_value(found.person),
            "bundle": Value("money", together),
            "apart": Value("money", apart),
        },
    )


HANDLER = FindAdjacentOpening()
